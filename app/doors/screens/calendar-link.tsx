import { useState, type ReactNode } from "react";
import { whenText } from "#lib/kernel/day-words.ts";
import { dayIn, timeOfDayIn } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Me } from "#team/me-view.ts";
import type { ReadCalendarView } from "../calendar-view.ts";
import css from "./calendar-page.module.css";
import { CALENDAR_TOUCHES } from "./calendar-words.ts";

interface Props {
  link: ReadCalendarView | null;
  /** Given since, and not read yet. */
  next: ReadCalendarView | null;
  me: Me;
}

/** The calendar that is read by its link: how it goes, or where to give one. */
export function CalendarLink({ link, next, me }: Props) {
  if (link === null)
    return (
      <Card
        title="Let your calendar do the logging"
        below="Meetings with people who are here are noticed by their e-mail address: as a contact when they are over, and as the meeting of an introduction. No title and no word is kept, and private events are passed over."
      >
        <GiveLink label="Read my calendar" />
      </Card>
    );
  return (
    <>
      <Linked link={link} me={me} />
      {next !== null && <OnTrial next={next} me={me} />}
    </>
  );
}

const WHERE = [
  ["Google", "Settings, your calendar, “Secret address in iCal format”"],
  ["Outlook", "Settings, Calendar, Shared calendars, Publish a calendar, the ICS link"],
  ["Apple", "the sign beside the calendar, Public calendar"],
] as const;

function GiveLink({ label, done }: { label: string; done?: () => void }) {
  const draft = useDraft({ url: "" });
  const give = useWrite(
    (what: typeof draft.value, gesture) => write("PUT", "/my-calendar/link", what, gesture),
    { refresh: CALENDAR_TOUCHES, ...(done && { done }) },
  );
  return (
    <Form
      problem={give.problem}
      onSubmit={() => give.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={give.busy} disabled={draft.value.url.trim() === ""}>
          {label}
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
  );
}

function Linked({ link, me }: { link: ReadCalendarView; me: Me }) {
  const [giving, setGiving] = useState(false);
  const say = useUndo();
  const again = useWrite(
    (_: null, gesture) => write("POST", "/my-calendar/link/readings", undefined, gesture),
    { refresh: ["/my-calendar"] },
  );
  const stop = useWrite((_: null, gesture) => write("DELETE", "/my-calendar/link", undefined, gesture), {
    refresh: CALENDAR_TOUCHES,
    done: () => say("Your calendar is read no more, and its link is forgotten. What was noticed stays."),
  });
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
          <Button onClick={() => setGiving(true)}>Give another link</Button>
          <Button tone="quiet" busy={stop.busy} onClick={() => stop.send(null)}>
            Stop and forget the link
          </Button>
        </>
      }
    >
      <Course calendar={link} me={me}>
        {link.readAt !== null && <p className={css.soft}>Last read {atText(link.readAt, me)}.</p>}
      </Course>
      <FormError problem={again.problem ?? stop.problem} />
      <Sheet title="Another link" opened={giving} onClose={() => setGiving(false)}>
        <GiveLink label="Read this one" done={() => setGiving(false)} />
      </Sheet>
    </Card>
  );
}

/** It takes the place of the other once it could be read. */
function OnTrial({ next, me }: { next: ReadCalendarView; me: Me }) {
  const keep = useWrite((_: null, gesture) => write("DELETE", "/my-calendar/next-link", undefined, gesture), {
    refresh: CALENDAR_TOUCHES,
  });
  return (
    <Card
      title="The link you gave since"
      below={next.shown}
      aside={<Pill tone={next.trouble === null ? "plain" : "late"}>not read yet</Pill>}
      actions={
        <Button tone="quiet" busy={keep.busy} onClick={() => keep.send(null)}>
          Forget it
        </Button>
      }
    >
      <Course calendar={next} me={me}>
        <p className={css.soft}>Until it could be read, the calendar above is read as before.</p>
      </Course>
      <FormError problem={keep.problem} />
    </Card>
  );
}

function Course({ calendar, me, children }: { calendar: ReadCalendarView; me: Me; children: ReactNode }) {
  const { reading, trouble, nextAt } = calendar;
  return (
    <div aria-live="polite" className={css.state}>
      {reading && <p>Reading it …</p>}
      {!reading && trouble !== null && (
        <p>
          It could not be read: {trouble}.{nextAt !== null && ` It is tried again ${atText(nextAt, me)}.`}
        </p>
      )}
      {children}
    </div>
  );
}

/** "today at 14:30" */
function atText(instant: string, { workspace: { timeZone }, today }: Me): string {
  const at = new Date(instant);
  return `${whenText(dayIn(at, timeZone), today)} at ${timeOfDayIn(at, timeZone)}`;
}
