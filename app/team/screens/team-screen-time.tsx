import { Section } from "#lib/web/card.tsx";
import { useRead } from "#lib/web/queries.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { LEAST_MEMBERS } from "../screen-time.ts";
import type { MedianWeek } from "../screen-time-view.ts";
import css from "./lines.module.css";
import { minutesText } from "./screen-time-words.ts";
import { WeeksTable } from "./weeks-table.tsx";

/** For leaders: how much time Askwell takes here, and nobody's own. */
export function TeamScreenTime({ today }: { today: Day }) {
  const weeks = useRead<{ items: MedianWeek[] }>("/screen-time/median").data?.items;
  if (weeks === undefined) return null;
  const last = weeks[0];
  const known = weeks.slice(0, weeks.findLastIndex(({ minutes }) => minutes !== null) + 1);
  return (
    <Section title="Time on these screens">
      <p>{last === undefined ? null : lastWeekText(last, today)}</p>
      {known.length > 0 && (
        <WeeksTable
          caption="Time on these screens, by week"
          heads={["median", "members"]}
          rows={known.map((week) => ({
            week: week.week,
            cells: [median(week) ?? "too few to say", String(week.members ?? "–")],
          }))}
          today={today}
        />
      )}
      <small className={css.below}>
        Of members who were here in a week that has ended. Everybody sees their own time and nobody else’s;
        there is no list by it.
      </small>
    </Section>
  );
}

function lastWeekText(week: MedianWeek, today: Day): string {
  const of = `In the week of ${dayText(week.week, today)}`;
  const half = median(week);
  if (half === null) return `${of}: too few to say. It takes ${LEAST_MEMBERS} members with time.`;
  return `${of} half of ${week.members} members took ${half} or less.`;
}

function median({ minutes }: MedianWeek): string | null {
  return minutes === null ? null : minutesText(minutes * 60 || 1);
}
