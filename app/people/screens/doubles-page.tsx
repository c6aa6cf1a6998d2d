import { Empty } from "#lib/web/empty.tsx";
import { oneOf } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Column } from "#lib/web/card.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import type { LikelyPairView } from "../merge-view.ts";
import { Likely } from "./likely-people.tsx";
import css from "./doubles-page.module.css";

const doublesFilters = { kind: oneOf("person", "account") };

/** All that may be written down twice, pair by pair: each is looked at by a person, none is merged by itself. */
export function DoublesPage() {
  const [{ kind }, setFilters] = useFilters(doublesFilters);
  const noun = kind === "person" ? "/people" : "/accounts";
  return (
    <Column>
      <PageHeading
        below="One person written down twice gets asked twice."
        action={
          <Toggle
            label="What"
            value={kind}
            onChange={(next) => setFilters({ kind: next })}
            options={[
              { value: "person", label: "People" },
              { value: "account", label: "Accounts" },
            ]}
          />
        }
      >
        Written down twice?
      </PageHeading>
      <LongList<LikelyPairView>
        label="Pairs that may be one"
        path="/duplicates"
        query={{ kind, limit: 30 }}
        rowKey={({ one, other }) => `${one.id} ${other.id}`}
        empty={<Empty>Nothing here looks written down twice.</Empty>}
        render={({ one, other, reasons }) => (
          <div className={css.pair}>
            <Likely
              kind={kind}
              mine={{ ...one, to: `${noun}/${one.id}` }}
              other={{ ...other, to: `${noun}/${other.id}` }}
              reasons={reasons}
            />
          </div>
        )}
      />
    </Column>
  );
}
