import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import type { Column } from "#lib/web/fact-table.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { LongTable } from "#lib/web/long-list.tsx";
import { Pill, PillButton } from "#lib/web/pill.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { capital, counted } from "#lib/web/words.ts";
import type { NoticedView, TakenBackView } from "../calendar-view.ts";
import { CALENDAR_TOUCHES } from "./calendar-words.ts";

/** What came of the calendar, each with a way back. */
export function NoticedEvents({ today }: { today: Day }) {
  const say = useUndo();
  const again = useWrite(
    (event: NoticedView, gesture) => write("PUT", `/noticed-events/${event.id}/noticed`, {}, gesture),
    { refresh: CALENDAR_TOUCHES },
  );
  const takeBack = useWrite(
    (event: NoticedView, gesture) => write("DELETE", `/noticed-events/${event.id}`, undefined, gesture),
    {
      refresh: CALENDAR_TOUCHES,
      done: (_, event) =>
        say(`${event.personName}, ${shortDay(event.day, today)}: taken back, and not noticed again.`, () =>
          again.sendNow(event),
        ),
    },
  );
  const returnAll = useWrite(
    ({ at }: TakenBackView, gesture) => write("PUT", "/noticed-events/noticed", { at }, gesture),
    { refresh: CALENDAR_TOUCHES },
  );
  const takeBackAll = useWrite(
    (_: null, gesture) => write<TakenBackView>("DELETE", "/noticed-events", undefined, gesture),
    {
      refresh: CALENDAR_TOUCHES,
      done: (answer) =>
        answer.takenBack === 0
          ? say("There was nothing to take back.")
          : say(
              `${capital(counted(answer.takenBack, "event", "events"))} taken back, and not noticed again.`,
              () => returnAll.sendNow(answer),
            ),
    },
  );
  const columns: Column<NoticedView>[] = [
    {
      key: "who",
      head: "with",
      main: true,
      render: ({ personId, personName }) => <Go to={`/people/${personId}`}>{personName}</Go>,
    },
    {
      key: "day",
      head: "on",
      render: ({ day, time }) => `${shortDay(day, today)}${time === null ? "" : `, ${time}`}`,
    },
    { key: "became", head: "noticed as", render: (event) => <Became event={event} /> },
    {
      key: "back",
      head: "",
      spoken: "take back",
      render: (event) =>
        event.state === "taken-back" ? (
          <PillButton label={`Notice again: ${event.personName}`} onClick={() => again.send(event)}>
            Notice again
          </PillButton>
        ) : (
          <PillButton label={`Take back ${event.personName}`} onClick={() => takeBack.send(event)}>
            Take back
          </PillButton>
        ),
    },
  ];
  return (
    <Section
      title="What was noticed"
      aside={<PillButton onClick={() => takeBackAll.send(null)}>Take back all</PillButton>}
    >
      <FormError problem={takeBack.problem ?? again.problem ?? takeBackAll.problem} />
      <LongTable<NoticedView>
        caption="What was noticed in your calendars"
        path="/noticed-events"
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <Empty>
            Nothing yet. People are known by their e-mail addresses: the more of them you keep, the more is
            noticed.
          </Empty>
        }
      />
    </Section>
  );
}

function Became({ event: { became, state, meetingId } }: { event: NoticedView }) {
  if (state === "taken-back") return <Pill tone="quiet">taken back</Pill>;
  if (state === "called-off") return <Pill tone="late">called off</Pill>;
  if (became === "touch") return <>a contact</>;
  return <Go to={`/meetings/${meetingId}`}>a meeting</Go>;
}
