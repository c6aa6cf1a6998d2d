import { whenText } from "#lib/kernel/day-words.ts";
import { dayIn, timeOfDayIn } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Me } from "#team/me-view.ts";
import type { ReadCalendarView } from "../calendar-view.ts";
import css from "./calendar-page.module.css";
import { CALENDAR_TOUCHES } from "./calendar-words.ts";

interface Props {
  link: ReadCalendarView | null;
  me: Me;
}

/** The calendar that is read by its link: how it goes, or where to give one. */
export function CalendarLink({ link, me }: Props) {
  return link === null ? <GiveLink /> : <Linked link={link} me={me} />;
}

const WHERE = [
  ["Google", "Settings, your calendar, “Secret address in iCal format”"],
  ["Outlook", "Settings, Calendar, Shared calendars, Publish a calendar, the ICS link"],
  ["Apple", "the sign beside the calendar, Public calendar"],
] as const;

function GiveLink() {
  const draft = useDraft({ url: "" });
  const give = useWrite(
    (what: typeof draft.value, gesture) => write("PUT", "/my-calendar/link", what, gesture),
    { refresh: CALENDAR_TOUCHES },
  );
  return (
    <Card
      title="Let your calendar do the logging"
      below="Meetings with people who are here are noticed by their e-mail address: as a contact when they are over, and as the meeting of an introduction. No title and no word is kept, and private events are passed over."
    >
      <Form
        problem={give.problem}
        onSubmit={() => give.send(draft.value)}
        actions={
          <Button submit tone="primary" busy={give.busy} disabled={draft.value.url.trim() === ""}>
            Read my calendar
          </Button>
        }
      >
        <TextField
          label="The private link to your calendar"
          hint="It ends in .ics, and is shown to nobody."
          autoComplete="off"
          {...draft.field("url")}
        />
        <details className={css.where}>
          <summary>Where it is found</summary>
          <dl>
            {WHERE.map(([program, place]) => (
              <div key={program}>
                <dt>{program}</dt>
                <dd>{place}</dd>
              </div>
            ))}
          </dl>
        </details>
      </Form>
    </Card>
  );
}

function Linked({ link, me }: { link: ReadCalendarView; me: Me }) {
  const say = useUndo();
  const again = useWrite(
    (_: null, gesture) => write("POST", "/my-calendar/link/readings", undefined, gesture),
    { refresh: ["/my-calendar"] },
  );
  const stop = useWrite((_: null, gesture) => write("DELETE", "/my-calendar/link", undefined, gesture), {
    refresh: CALENDAR_TOUCHES,
    done: () => say("Your calendar is read no more, and its link is forgotten. What was noticed stays."),
  });
  const at = (instant: string) => {
    const day = whenText(dayIn(new Date(instant), me.workspace.timeZone), me.today);
    return `${day} at ${timeOfDayIn(new Date(instant), me.workspace.timeZone)}`;
  };
  return (
    <Card
      title={link.name ?? "The calendar you gave"}
      below={link.shown}
      aside={link.trouble ? <Pill tone="late">not read</Pill> : <Pill tone="good">read</Pill>}
      actions={
        <>
          <Button busy={again.busy || link.reading} onClick={() => again.send(null)}>
            Read it now
          </Button>
          <Button tone="quiet" busy={stop.busy} onClick={() => stop.send(null)}>
            Stop and forget the link
          </Button>
        </>
      }
    >
      <div aria-live="polite" className={css.state}>
        {link.reading && <p>Reading it …</p>}
        {!link.reading && link.trouble !== null && (
          <p>
            It could not be read: {link.trouble}.
            {link.nextAt !== null && ` It is tried again ${at(link.nextAt)}.`}
          </p>
        )}
        {link.readAt === null ? null : <p className={css.soft}>Last read {at(link.readAt)}.</p>}
      </div>
      <FormError problem={again.problem ?? stop.problem} />
    </Card>
  );
}
