import { useState } from "react";
import type { Me } from "#team/me-view.ts";
import { Button } from "#lib/web/button.tsx";
import { DayField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft, type Refusal } from "#lib/web/form.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import type { MeetingView } from "../meeting-view.ts";
import { CameOf, useOpenIntroductions } from "./came-of.tsx";
import { HowItCame } from "./how-it-came.tsx";
import { timeIn } from "./meeting-words.ts";
import { useChangeMeeting } from "./use-meeting-writes.ts";
import css from "./meeting-form.module.css";

interface ChangeMeetingSheetProps {
  meeting: MeetingView;
  me: Me;
  opened: boolean;
  onClose: () => void;
}

export function ChangeMeetingSheet({ opened, onClose, meeting, me }: ChangeMeetingSheetProps) {
  return (
    <Sheet title={`The meeting with ${meeting.personName}`} opened={opened} onClose={onClose}>
      <ChangeForm meeting={meeting} me={me} close={onClose} />
    </Sheet>
  );
}

/** Another day is the same appointment: it does not count as scheduled again. */
function ChangeForm({ meeting, me, close }: { meeting: MeetingView; me: Me; close: () => void }) {
  const draft = useDraft({
    day: meeting.day,
    time: meeting.time ?? "",
    scheduledOn: meeting.scheduledOn,
    about: meeting.about ?? "",
    note: meeting.note ?? "",
    referralId: meeting.referralId ?? "",
    origin: meeting.origin ?? ("" as const),
  });
  const [refused, setRefused] = useState<Refusal | null>(null);
  const change = useChangeMeeting(meeting, close);
  const { value } = draft;
  const introductions = useOpenIntroductions(meeting.personId, meeting.referralId);
  const save = () => {
    const time = timeIn(value.time);
    setRefused(time === undefined ? { field: "time", reason: "Write the time as 14:30." } : null);
    if (time === undefined) return;
    change.send({
      day: value.day,
      time: time || null,
      scheduledOn: value.scheduledOn,
      about: value.about,
      note: value.note,
      ...(introductions.length > 0 && { referralId: value.referralId || null }),
      origin: value.origin || null,
    });
  };
  return (
    <Form
      problem={refused ?? change.problem}
      onSubmit={save}
      actions={
        <Button submit tone="primary" busy={change.busy}>
          Save
        </Button>
      }
    >
      <div className={css.pair}>
        <DayField
          label="Day"
          {...draft.field("day")}
          {...(meeting.outcome !== null && meeting.outcome !== "cancelled" && { latest: me.today })}
        />
        <TextField label="Time" {...draft.field("time")} placeholder="14:30" inputMode="numeric" />
      </div>
      <DayField label="Arranged on" {...draft.field("scheduledOn")} latest={me.today} />
      <CameOf
        introductions={introductions}
        value={value.referralId}
        today={me.today}
        onChange={(referralId) => draft.set({ referralId, origin: referralId === "" ? "" : "referral" })}
      />
      {value.referralId === "" && (
        <HowItCame value={value.origin} onChange={(origin) => draft.set({ origin })} />
      )}
      <TextField label="About" {...draft.field("about")} />
      <LongTextField label="Note" hint="Your colleagues can read it." {...draft.field("note")} />
    </Form>
  );
}
