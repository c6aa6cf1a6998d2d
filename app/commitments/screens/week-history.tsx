import type { Day } from "#lib/kernel/days.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import { Card, Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import type { WeekLineView } from "../week-view.ts";
import { useHistory } from "./use-week.ts";
import { keptText, streakText } from "./week-words.ts";
import css from "./week.module.css";

/** The last weeks of a member: a streak is of weeks told. */
export function WeekHistory({ today }: { today: Day }) {
  const history = useHistory();
  if (history.data === undefined || history.data.items.length === 0) return null;
  const { streak, items } = history.data;
  return (
    <Section title="Weeks before">
      <Card title={streakText(streak)}>
        <ul className={css.lines}>
          {items.map((line) => (
            <li key={line.week} className={css.history}>
              <Go to={`/week?week=${line.week}`}>{shortDay(line.week, today)}</Go>
              <span>{line.planned ? keptText(line.tally) : "nothing promised"}</span>
              <ToldPill line={line} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

export function ToldPill({ line: { told, away, waiting } }: { line: WeekLineView }) {
  if (told) return <Pill tone="good">told</Pill>;
  if (away) return <Pill tone="quiet">away</Pill>;
  return waiting ? <Pill tone="quiet">not yet told</Pill> : <Pill>not told</Pill>;
}
