import { dayText } from "#lib/kernel/day-words.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import type { OpenDisputeView } from "../credit-view.ts";
import { lapsedText } from "./credit-words.ts";
import css from "./credits.module.css";

const SHOWN = 100;

/** What was raised about credits and waits for somebody to decide, first what waits for oneself; nothing where nothing does. */
export function OpenDisputes({ me }: { me: Me }) {
  const open = useRead<Page<OpenDisputeView>>("/credit-disputes", { limit: SHOWN });
  if (open.problem) return <Trouble problem={open.problem} again={open.again} />;
  if (open.data === undefined || open.data.items.length === 0) return null;
  const items = open.data.items.toSorted((a, b) => Number(b.mayDecide) - Number(a.mayDecide));
  return (
    <Section title="To be decided">
      <ul className={css.lines}>
        {items.map(
          ({ id, dealId, dealName, dealMemberName, reason, proposes, day, byName, mayDecide, decision }) => (
            <li key={id} className={css.line}>
              <div className={css.about}>
                <p className={css.name}>
                  <Go to={`/deals/${dealId}`}>{dealName}</Go>
                </p>
                <p className={css.said}>“{reason}”</p>
                {proposes !== null && <p className={css.said}>Proposed: {proposes}</p>}
                <p className={css.soft}>
                  {byName}, {dayText(day, me.today)}. {decision !== null && `${lapsedText(decision.byName)} `}
                  {mayDecide ? `You decide, on the deal’s page.` : `Whoever leads ${dealMemberName} decides.`}
                </p>
              </div>
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}
