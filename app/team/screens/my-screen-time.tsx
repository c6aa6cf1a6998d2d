import { useEffect, useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import { Card } from "#lib/web/card.tsx";
import { nowMs } from "#lib/web/clock.ts";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { OwnWeek } from "../screen-time-view.ts";
import { sendKept } from "./kept-time.ts";
import css from "./lines.module.css";
import { askedText, minutesText } from "./screen-time-words.ts";
import { useServerClock } from "./use-me.ts";
import { WeeksTable } from "./weeks-table.tsx";

/** How long one was on these screens, for oneself alone, beside whom one asked. */
export function MyScreenTime({ memberId, today }: { memberId: string; today: Day }) {
  const sent = useSent(memberId);
  const weeks = useRead<{ items: OwnWeek[] }>(sent ? "/screen-time" : undefined);
  if (weeks.problem) return <Trouble problem={weeks.problem} again={weeks.again} />;
  return (
    <Card
      title="Your time on these screens"
      below="Only you see it. It should be minutes a week and not hours: each is to buy a talk with a person."
    >
      {weeks.data === undefined ? <Loading lines={1} /> : <Weeks weeks={weeks.data.items} today={today} />}
      <small className={css.below}>
        Counted while a page is in front of you and you touched it within the last minute, and kept for a
        year. Leaders are told what half of everybody stays under, without names, once there are five.
      </small>
    </Card>
  );
}

function Weeks({ weeks, today }: { weeks: readonly OwnWeek[]; today: Day }) {
  const [thisWeek, ...before] = weeks;
  const rows = before
    .filter(({ seconds, peopleAsked }) => seconds > 0 || peopleAsked > 0)
    .map(({ week, seconds, peopleAsked }): { week: Day; cells: [string, string] } => ({
      week,
      cells: [minutesText(seconds), String(peopleAsked)],
    }));
  return (
    <>
      {thisWeek && (
        <p>
          This week: <strong>{minutesText(thisWeek.seconds)}</strong>, {askedText(thisWeek.peopleAsked)}.
        </p>
      )}
      {rows.length > 0 && (
        <WeeksTable
          caption="Your weeks before"
          heads={["on these screens", "people asked"]}
          rows={rows}
          today={today}
        />
      )}
    </>
  );
}

/** What this device still holds goes out first, so that the last minutes are in the answer. */
function useSent(memberId: string): boolean {
  const { aheadMs } = useServerClock();
  const [sent, setSent] = useState(false);
  useEffect(() => {
    void sendKept(memberId, nowMs(aheadMs)).then(() => setSent(true));
  }, [memberId, aheadMs]);
  return sent;
}
