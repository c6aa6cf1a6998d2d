import { Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import type { MeetingView } from "#meetings/meeting-view.ts";
import css from "./meetings-today.module.css";

/** Whom one meets today, each with what one wants to know on the way: nothing here is owed. */
export function MeetingsToday({ meetings }: { meetings: readonly MeetingView[] }) {
  if (meetings.length === 0) return null;
  return (
    <Section title="You meet today">
      <ul className={css.meetings}>
        {meetings.map(({ id, time, personName, accountName, sourceName }) => (
          <li key={id}>
            <Go to={`/meetings/${id}/brief`} className={css.meeting}>
              <span className={css.time}>{time}</span>
              <span>
                {personName}
                <span className={css.soft}>
                  {[accountName && `, ${accountName}`, sourceName && ` · introduced by ${sourceName}`]
                    .filter(Boolean)
                    .join("")}
                </span>
              </span>
              <span className={css.soft}>Brief</span>
            </Go>
          </li>
        ))}
      </ul>
    </Section>
  );
}
