import { useState } from "react";
import type { Me } from "#team/me-view.ts";
import { Button } from "#lib/web/button.tsx";
import { DayField } from "#lib/web/field.tsx";
import { Form, useStaysToday } from "#lib/web/form.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { counts, type Level } from "../referral.ts";
import type { ReferralView } from "../referral-view.ts";
import { callName } from "#people/call-name.ts";
import { LevelField } from "./level-field.tsx";
import { useChangeLevel } from "./use-referral-writes.ts";

interface LevelSheetProps {
  referral: ReferralView;
  me: Me;
  opened: boolean;
  onClose: () => void;
}

/** Says anew what the source did; a name becomes an introduction here, and counts from the day that is said. */
export function LevelSheet({ referral, me, opened, onClose }: LevelSheetProps) {
  const title = counts(referral.level) ? "What the source did" : "Turn this name into an introduction";
  return (
    <Sheet title={title} opened={opened} onClose={onClose}>
      <LevelForm referral={referral} me={me} close={onClose} />
    </Sheet>
  );
}

function LevelForm({
  referral,
  me,
  close,
}: Pick<LevelSheetProps, "referral" | "me"> & { close: () => void }) {
  const [level, setLevel] = useState<Level | null>(counts(referral.level) ? referral.level : null);
  const [day, setDay] = useState(me.today);
  useStaysToday(day, me.today, setDay);
  const [refused, setRefused] = useState<{ reason: string; field: string } | null>(null);
  const change = useChangeLevel(referral, close);
  const becomes = !counts(referral.level);
  const save = () => {
    if (level === null) setRefused({ reason: "Say what they did.", field: "level" });
    else change.send(becomes ? { level, day } : { level });
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
      <LevelField
        source={callName(referral.sourceName)}
        contact={callName(referral.contactName)}
        value={level}
        onChange={setLevel}
        names={!becomes}
      />
      {becomes && (
        <DayField
          label="Since when"
          name="day"
          hint="It counts in the week of this day."
          value={day}
          earliest={referral.day}
          latest={me.today}
          onChange={setDay}
        />
      )}
    </Form>
  );
}
