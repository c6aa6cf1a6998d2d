import { dayText } from "#lib/kernel/day-words.ts";
import { Card } from "#lib/web/card.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { mayLead } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import type { ImprovedView, MostImprovedView } from "../board-view.ts";
import { SwitchOff } from "./board-switch.tsx";
import { BOARD_NAMES } from "./board-words.ts";
import { besideText, improvedText } from "./improved-words.ts";
import css from "./praise.module.css";

/** Who did surely more than in their own past; nobody else is named, and oneself is told either way. */
export function ImprovedCard({ query, me }: { query: { team?: string }; me: Me }) {
  const seen = useRead<MostImprovedView>("/most-improved", query, { keep: true });
  if (seen.problem) return <Trouble problem={seen.problem} again={seen.again} />;
  if (seen.data === undefined) return <Loading lines={2} />;
  const { items, mine, recent, before } = seen.data;
  if (items === null) return null;
  const others = items.filter(({ memberId }) => memberId !== me.member.id);
  return (
    <Card
      title={BOARD_NAMES["most-improved"]}
      below={`${dayText(recent.start, me.today)} to ${dayText(recent.end, me.today)}, each beside their own quarter before, since ${dayText(before.start, me.today)}.`}
      aside={mayLead(me) ? <SwitchOff board="most-improved" /> : undefined}
    >
      {items.length === 0 && (
        <p className={css.soft}>
          Nobody’s numbers rose by more than chance explains. That takes twenty asks or introductions, and a
          clear rise.
        </p>
      )}
      <ul className={css.lines}>
        {others.map((each) => (
          <Improved key={`${each.memberId} ${each.board}`} each={each} name={each.name} />
        ))}
        {mine.map((each) => (
          <Improved key={`mine ${each.board}`} each={each} name="You" />
        ))}
      </ul>
    </Card>
  );
}

function Improved({ each, name }: { each: ImprovedView; name: string }) {
  return (
    <li className={css.line}>
      <p className={css.what}>
        {name} {improvedText(each)}
      </p>
      <p className={css.soft}>{besideText(each)}</p>
    </li>
  );
}
