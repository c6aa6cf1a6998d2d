import { Card } from "#lib/web/card.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import type { Me } from "#team/me-view.ts";
import type { PeopleView, PersonLineView } from "../one-on-one-view.ts";
import { mattersText } from "../what-matters.ts";
import { DUE_TONES, dueText, lastText } from "./coaching-words.ts";
import css from "./coaching.module.css";

/** Everybody with the one line that matters; who is due first. */
export function PeopleTable({ people, me }: { people: PeopleView; me: Me }) {
  const more = people.of - people.items.length;
  return (
    <Card>
      <FactTable<PersonLineView>
        caption="Whom you coach"
        rows={people.items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            head: "name",
            main: true,
            width: "24%",
            render: ({ id, name, teamName }) => (
              <>
                <Go to={`/coaching/${id}`}>{name}</Go>{" "}
                {teamName !== null && <span className={css.small}>{teamName}</span>}
              </>
            ),
          },
          {
            key: "matters",
            head: "what matters",
            render: ({ matters }) => mattersText(matters),
            width: "38%",
          },
          {
            key: "due",
            head: "1:1",
            render: ({ due, memberPrepared }) => (
              <>
                <Pill tone={DUE_TONES[due.standing]}>{dueText(due, me.today)}</Pill>
                {memberPrepared && <span className={css.small}>they have prepared</span>}
              </>
            ),
          },
          { key: "last", head: "last", render: ({ lastOn }) => lastText(lastOn, me.today) },
        ]}
      />
      {more > 0 && <p className={css.quiet}>And {more} more; who is due longest stands first.</p>}
    </Card>
  );
}
