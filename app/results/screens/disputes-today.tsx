import { dayText } from "#lib/kernel/day-words.ts";
import type { Page } from "#lib/kernel/page.ts";
import { GoButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { Me } from "#team/me-view.ts";
import { mayLead } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { OpenDisputeView } from "../credit-view.ts";
import { lapsedText } from "./credit-words.ts";
import css from "./credits.module.css";

const MOST = 3;
const LOOKED_AT = 100;

/** On Today: credits that wait for one's own decision; nothing where none does. */
export function DisputesToday() {
  const me = useMe();
  if (me === undefined || !(mayLead(me) || me.leads.length > 0)) return null;
  return <Waiting me={me} />;
}

function Waiting({ me }: { me: Me }) {
  const open = useRead<Page<OpenDisputeView>>("/credit-disputes", { limit: LOOKED_AT });
  const mine = (open.data?.items ?? []).filter(({ mayDecide }) => mayDecide);
  if (mine.length === 0) return null;
  const more = mine.length - MOST;
  return (
    <Section title="Credits to be decided" aside={<Go to="/results/sources">Sources</Go>}>
      <Card>
        <ul className={css.lines}>
          {mine.slice(0, MOST).map(({ id, dealId, dealName, reason, byName, day, decision }) => (
            <li key={id} className={css.line}>
              <div className={css.about}>
                <p className={css.name}>{dealName}</p>
                <p className={css.said}>“{reason}”</p>
                <p className={css.soft}>
                  {decision === null ? `${byName}, ${dayText(day, me.today)}` : lapsedText(decision.byName)}
                </p>
              </div>
              <GoButton to={`/deals/${dealId}`}>
                Look and decide<span className="only-heard">: {dealName}</span>
              </GoButton>
            </li>
          ))}
        </ul>
        {more > 0 && (
          <p className={css.soft}>
            <Go to="/results/sources">{more === 1 ? "One more waits" : `${more} more wait`}</Go>
          </p>
        )}
      </Card>
    </Section>
  );
}
