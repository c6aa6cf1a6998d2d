import { Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import type { HandedOverView } from "../coverage-view.ts";
import css from "./coverage.module.css";

/** Accounts that others look after and where nobody was asked for a quarter. Nothing while there are none. */
export function Reminders({ me, holderId }: { me: Me; holderId: string }) {
  const due = useRead<{ items: HandedOverView[] }>("/handovers", { due: true, member: holderId });
  const items = due.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title="Handed over, and nobody asked for a quarter">
      <ul className={css.reminders}>
        {items.map((each) => (
          <li key={each.id}>
            <Go to={`/accounts/${each.accountId}`}>{each.accountName}</Go>
            <small className={css.small}>
              {each.holderId === me.member.id
                ? "You built the relationship and ask"
                : `${each.holderName} built the relationship and asks`}
              ; {each.toMemberId === me.member.id ? "you look" : `${each.toName} looks`} after it since{" "}
              {dayText(each.day, me.today)}.{" "}
              {each.lastAskDay === null
                ? "Nobody there was ever asked."
                : `Last asked there ${dayText(each.lastAskDay, me.today)}.`}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
