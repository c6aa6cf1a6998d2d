import { useState } from "react";
import { ForMember } from "#team/screens/for-member.tsx";
import { RecentPeople } from "#people/screens/recent-people.tsx";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import type { PersonChoice } from "#people/screens/person-choice.ts";
import type { Me } from "#team/me-view.ts";
import type { Origin } from "#referrals/origin.ts";
import { addDays } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft, type Draft, type Refusal } from "#lib/web/form.tsx";
import type { MeetingView } from "../meeting-view.ts";
import type { MeetingOutcome } from "../meeting.ts";
import { CameOf, useOpenIntroductions } from "./came-of.tsx";
import { HowItCame } from "./how-it-came.tsx";
import { timeIn } from "./meeting-words.ts";
import { useLogMeeting, type MeetingToLog } from "./use-meeting-writes.ts";
import css from "./meeting-form.module.css";

/** Somebody whom a page knows already. */
export type Met = Pick<PersonChoice, "id" | "label">;

interface Planned {
  person: Met | null;
  /** Null: as it is proposed. "": none. */
  referralId: string | null;
  day: string;
  time: string;
  scheduledOn: string;
  about: string;
  /** "": as it is usual. */
  origin: Origin | "";
  memberId: string;
}

interface LogMeetingFormProps {
  me: Me;
  person?: Met | undefined;
  referralId?: string | undefined;
  onLogged: (meeting: MeetingView) => void;
}

/** With whom and when; a day that has come is asked about in the same breath. */
export function LogMeetingForm({ me, person, referralId, onLogged }: LogMeetingFormProps) {
  const draft = useDraft<Planned>({
    person: person ?? null,
    referralId: referralId ?? null,
    day: "",
    time: "",
    scheduledOn: "",
    about: "",
    origin: "",
    memberId: me.member.id,
  });
  const { value } = draft;
  const [refused, setRefused] = useState<Refusal | null>(null);
  const log = useLogMeeting(onLogged);
  const introductions = useOpenIntroductions(referralId === undefined ? value.person?.id : undefined);
  const cause = value.referralId ?? introductions[0]?.id ?? "";
  const send = (outcome?: MeetingOutcome) => {
    const missing = missingIn(value);
    setRefused(missing);
    if (missing === null) log.send({ ...bodyOf(value, cause), ...(outcome && { outcome }) });
  };
  return (
    <Form
      problem={refused ?? log.problem}
      onSubmit={() => send(value.day !== "" && value.day < me.today ? "held" : undefined)}
      actions={
        value.person !== null && <Actions day={value.day} today={me.today} busy={log.busy} onSend={send} />
      }
    >
      {person === undefined && (
        <PersonPicker
          label="With whom?"
          name="personId"
          value={value.person as PersonChoice | null}
          onChange={(chosen) => draft.set({ person: chosen, referralId: null })}
          autoFocus
        />
      )}
      {value.person === null ? (
        <RecentPeople onChoose={(chosen) => draft.set({ person: chosen })} />
      ) : (
        <>
          <When draft={draft} me={me} />
          <CameOf
            introductions={introductions}
            value={cause}
            today={me.today}
            onChange={(id) => draft.set({ referralId: id })}
          />
          <TextField label="About" {...draft.field("about")} placeholder="What you want to talk about" />
          <More draft={draft} me={me} introduced={cause !== ""} />
        </>
      )}
    </Form>
  );
}

function When({ draft, me }: { draft: Draft<Planned>; me: Me }) {
  return (
    <div className={css.pair}>
      <DayField
        label="Day"
        {...draft.field("day")}
        quick={[
          { label: "Yesterday", day: addDays(me.today, -1) },
          { label: "Today", day: me.today },
          { label: "Tomorrow", day: addDays(me.today, 1) },
        ]}
      />
      <TextField label="Time" {...draft.field("time")} placeholder="14:30" inputMode="numeric" />
    </div>
  );
}

function More({ draft, me, introduced }: { draft: Draft<Planned>; me: Me; introduced: boolean }) {
  const [opened, setOpened] = useState(false);
  if (!opened)
    return (
      <div>
        <Button tone="quiet" onClick={() => setOpened(true)}>
          When and how it was arranged …
        </Button>
      </div>
    );
  return (
    <>
      <DayField
        label="Arranged on"
        hint="It counts as scheduled on this day. Without one: today, or the meeting's own day when that is past."
        {...draft.field("scheduledOn")}
        latest={me.today}
      />
      {!introduced && (
        <HowItCame
          value={draft.value.origin}
          hint="Not said at a client's, it counts as an existing client."
          onChange={(origin) => draft.set({ origin })}
        />
      )}
      <ForMember me={me} label="Whose meeting" {...draft.field("memberId")} />
    </>
  );
}

interface ActionsProps {
  day: string;
  today: string;
  busy: boolean;
  onSend: (outcome?: MeetingOutcome) => void;
}

function Actions({ day, today, busy, onSend }: ActionsProps) {
  if (day === "" || day > today)
    return (
      <Button submit tone="primary" busy={busy}>
        Schedule
      </Button>
    );
  return (
    <>
      <Button tone="primary" busy={busy} onClick={() => onSend("held")}>
        It was held
      </Button>
      {day === today ? (
        <Button disabled={busy} onClick={() => onSend()}>
          It is later today
        </Button>
      ) : (
        <Button disabled={busy} onClick={() => onSend("no-show")}>
          They did not come
        </Button>
      )}
    </>
  );
}

function missingIn({ day, time }: Planned): Refusal | null {
  if (day === "") return { field: "day", reason: "Say on which day." };
  if (timeIn(time) === undefined) return { field: "time", reason: "Write the time as 14:30." };
  return null;
}

function bodyOf(value: Planned, referralId: string): MeetingToLog {
  const time = timeIn(value.time);
  return {
    personId: value.person?.id ?? "",
    day: value.day,
    memberId: value.memberId,
    ...(referralId !== "" ? { referralId } : value.origin !== "" && { origin: value.origin }),
    ...(time && { time }),
    ...(value.scheduledOn !== "" && { scheduledOn: value.scheduledOn }),
    ...(value.about.trim() !== "" && { about: value.about }),
  };
}
