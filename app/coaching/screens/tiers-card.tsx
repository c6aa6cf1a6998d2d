import { Card } from "#lib/web/card.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { counted } from "#lib/web/words.ts";
import { periodText } from "#scorecard/screens/period-words.ts";
import { mayLead } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import type { TiersView, TierView } from "../board-view.ts";
import { SwitchOff } from "./board-switch.tsx";
import { BOARD_NAMES, TIER_WORDS } from "./board-words.ts";
import css from "./praise.module.css";

/** Who came how far towards their own goal of introductions this quarter; there is room for everybody at the top. */
export function TiersCard({ query, me }: { query: { team?: string; day: string }; me: Me }) {
  const seen = useRead<TiersView>("/tiers", query, { keep: true });
  if (seen.problem) return <Trouble problem={seen.problem} again={seen.again} />;
  if (seen.data === undefined) return <Loading lines={2} />;
  const { items, mine, period } = seen.data;
  if (items === null) return null;
  return (
    <Card
      title={BOARD_NAMES.tiers}
      below={`Introductions towards each one’s own goal, ${periodText(period, me.workspace.calendar, me.today)}. Part-time and absence make the goal smaller.`}
      aside={mayLead(me) ? <SwitchOff board="tiers" /> : undefined}
    >
      {items.length === 0 && (
        <p className={css.soft}>
          Nobody has come half of the way yet. The quarter is young, or the goal is high.
        </p>
      )}
      <ul className={css.lines}>
        {items.map((each) => (
          <li key={each.memberId} className={css.line}>
            <div className={css.between}>
              <p className={css.what}>{each.memberId === me.member.id ? "You" : each.name}</p>
              <span>
                {each.tier !== null && <Pill tone="good">{TIER_WORDS[each.tier]}</Pill>}{" "}
                <span className={css.soft}>
                  {each.count} of {each.goal}
                </span>
              </span>
            </div>
          </li>
        ))}
      </ul>
      {mine !== null && <p className={css.soft}>{nextText(mine)}</p>}
    </Card>
  );
}

function nextText({ next, goal }: TierView): string {
  if (goal === null) return "You have no goal for introductions.";
  if (next === null) return "You are as far as it goes.";
  return `You: ${counted(next.missing, "introduction", "introductions")} to ${TIER_WORDS[next.tier]}.`;
}
