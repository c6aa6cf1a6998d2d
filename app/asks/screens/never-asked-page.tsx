import { GoButton } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import type { NeverAskedView } from "../load-routes.ts";

/** Contacts at clients whom nobody has ever asked: everyone is asked, not only the buyer. */
export function NeverAskedPage() {
  return (
    <>
      <PageHeading below="Ask everyone you met, not only the buyer: nobody knows who knows whom.">
        Never asked
      </PageHeading>
      <LongTable<NeverAskedView>
        caption="Contacts at clients whom nobody has ever asked, by name"
        path="/asks/never"
        rowKey={(person) => person.id}
        columns={[
          {
            key: "name",
            head: "whom",
            main: true,
            width: "30%",
            render: (person) => <Go to={`/people/${person.id}`}>{person.fullName}</Go>,
          },
          { key: "title", head: "as", render: (person) => person.title ?? "–" },
          { key: "at", head: "at", render: (person) => person.accountName ?? "–" },
        ]}
        empty={
          <Empty action={<GoButton to="/people">People</GoButton>}>
            Every contact at a client has been asked at least once.
          </Empty>
        }
      />
    </>
  );
}
