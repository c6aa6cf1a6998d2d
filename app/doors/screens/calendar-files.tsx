import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Section } from "#lib/web/card.tsx";
import { FileField } from "#lib/web/file-field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { PillButton } from "#lib/web/pill.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital, counted } from "#lib/web/words.ts";
import { whenText } from "#lib/kernel/day-words.ts";
import type { CalendarFileView, ReadCalendarView } from "../calendar-view.ts";
import css from "./calendar-page.module.css";
import { CALENDAR_TOUCHES } from "./calendar-words.ts";

/** A calendar brought once: two years back. */
export function CalendarFiles({ files, today }: { files: readonly ReadCalendarView[]; today: Day }) {
  const say = useUndo();
  const takeBack = useWrite(
    (file: { id: string }, gesture) => write("DELETE", `/my-calendar/files/${file.id}`, undefined, gesture),
    { refresh: CALENDAR_TOUCHES },
  );
  const bring = useWrite(
    (file: File, gesture) =>
      write<CalendarFileView>(
        "POST",
        `/my-calendar/files?name=${encodeURIComponent(file.name)}`,
        file,
        gesture,
      ),
    {
      refresh: CALENDAR_TOUCHES,
      done: (answer) => say(toldOf(answer), () => takeBack.sendNow(answer.calendar)),
    },
  );
  return (
    <Section title="Or bring it as a file">
      {bring.busy ? (
        <p aria-live="polite">Reading the calendar …</p>
      ) : (
        <FileField
          label="Choose an .ics file, or drop it here"
          hint="The last two years of meetings with people who are here become contacts."
          accept=".ics,.ical,.ifb,text/calendar"
          onFiles={([file]) => file && bring.send(file)}
        />
      )}
      <FormError problem={bring.problem ?? takeBack.problem} />
      {files.length > 0 && (
        <ul className={css.lines}>
          {files.map((file) => (
            <li key={file.id} className={css.line}>
              <span>
                {file.name}
                <small className={css.below}>brought {whenText(file.givenAt.slice(0, 10), today)}</small>
              </span>
              <PillButton label={`Take back ${file.name}`} onClick={() => takeBack.send(file)}>
                Take back
              </PillButton>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function toldOf({ calendar, events, meetings, touches }: CalendarFileView): string {
  const noticed = [
    ...(touches > 0 ? [counted(touches, "contact", "contacts")] : []),
    ...(meetings > 0 ? [counted(meetings, "meeting", "meetings")] : []),
  ];
  const found = `${capital(counted(events, "event", "events"))} in ${calendar.name ?? "it"}`;
  return `${found}: ${noticed.length > 0 ? `${noticed.join(" and ")} noticed` : "nothing new with people who are here"}.`;
}
