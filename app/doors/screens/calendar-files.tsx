import { dayIn, timeOfDayIn } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Section } from "#lib/web/card.tsx";
import { FileField } from "#lib/web/file-field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { PillButton } from "#lib/web/pill.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital, counted } from "#lib/web/words.ts";
import { whenText } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import type { CalendarFileView, ReadCalendarView, TakenBackView } from "../calendar-view.ts";
import css from "./calendar-page.module.css";
import { CALENDAR_TOUCHES } from "./calendar-words.ts";

/** A calendar brought once: two years back. */
export function CalendarFiles({ files, me }: { files: readonly ReadCalendarView[]; me: Me }) {
  const say = useUndo();
  const putBack = useWrite(
    ({ at }: TakenBackView, gesture) => write("PUT", "/noticed-events/noticed", { at }, gesture),
    { refresh: CALENDAR_TOUCHES },
  );
  const takeBack = useWrite(
    (file: ReadCalendarView, gesture) =>
      write<TakenBackView>("DELETE", `/my-calendar/files/${file.id}`, undefined, gesture),
    {
      refresh: CALENDAR_TOUCHES,
      done: (answer, file) =>
        say(
          answer.takenBack === 0
            ? `Nothing of ${file.name} was left to take back.`
            : `${file.name}: ${counted(answer.takenBack, "event", "events")} taken back, and not noticed again.`,
          () => putBack.sendNow(answer),
        ),
    },
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
      <FormError problem={bring.problem ?? takeBack.problem ?? putBack.problem} />
      {files.length > 0 && (
        <ul className={css.lines}>
          {files.map((file) => (
            <li key={file.id} className={css.line}>
              <span>
                {file.name}
                <small className={css.below}>
                  brought {broughtAt(file, me)}
                  {file.events !== null && `, ${counted(file.events, "event", "events")}`}
                </small>
              </span>
              <PillButton
                label={`Take back ${file.name}, brought ${broughtAt(file, me)}`}
                onClick={() => takeBack.send(file)}
              >
                Take back
              </PillButton>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function broughtAt({ givenAt }: ReadCalendarView, { today, workspace }: Me): string {
  const instant = new Date(givenAt);
  return `${whenText(dayIn(instant, workspace.timeZone), today)} at ${timeOfDayIn(instant, workspace.timeZone)}`;
}

function toldOf({ calendar, events, meetings, touches }: CalendarFileView): string {
  const noticed = [
    ...(touches > 0 ? [counted(touches, "contact", "contacts")] : []),
    ...(meetings > 0 ? [counted(meetings, "meeting", "meetings")] : []),
  ];
  const found = `${capital(counted(events, "event", "events"))} in ${calendar.name ?? "it"}`;
  return `${found}: ${noticed.length > 0 ? `${noticed.join(" and ")} noticed` : "nothing new with people who are here"}.`;
}
