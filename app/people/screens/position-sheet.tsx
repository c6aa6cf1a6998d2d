import { useState } from "react";
import { AccountPicker } from "#accounts/screens/account-picker.tsx";
import { Button } from "#lib/web/button.tsx";
import { DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft, type Refusal } from "#lib/web/form.tsx";
import type { Choice } from "#lib/web/picker.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import type { Me } from "#team/me-view.ts";
import type { PersonView } from "../person-view.ts";
import type { PositionView } from "../position-view.ts";
import { useAddPosition, useChangePosition, type SaidPosition } from "./use-person-writes.ts";

interface PositionSheetProps {
  person: PersonView;
  me: Me;
  /** The one to correct; none: another one. */
  position?: PositionView;
  onDone: () => void;
}

/** A new employer, one of the past, or a correction of what is there. */
export function PositionSheet({ position, ...rest }: PositionSheetProps) {
  return position ? <Correct {...rest} position={position} /> : <Another {...rest} />;
}

function Another({ person, me, onDone }: PositionSheetProps) {
  const [when, setWhen] = useState<"now" | "before">("now");
  const add = useAddPosition(person, onDone);
  return (
    <>
      <Toggle
        label="When"
        value={when}
        onChange={setWhen}
        options={[
          { value: "now", label: "Works there now" },
          { value: "before", label: "Worked there before" },
        ]}
      />
      <Fields
        key={when}
        today={me.today}
        isPast={when === "before"}
        busy={add.busy}
        problem={add.problem}
        onSave={add.send}
      />
    </>
  );
}

function Correct({ person, me, position, onDone }: PositionSheetProps & { position: PositionView }) {
  const change = useChangePosition(person.id, position, onDone);
  return (
    <Fields
      today={me.today}
      start={position}
      isPast={!position.current}
      mayEnd
      busy={change.busy}
      problem={change.problem}
      onSave={change.send}
    />
  );
}

interface FieldsProps {
  today: string;
  start?: PositionView;
  isPast: boolean;
  /** A current one may be given its end. */
  mayEnd?: boolean;
  busy: boolean;
  problem: Refusal | null;
  onSave: (said: SaidPosition) => void;
}

function Fields({ today, start, isPast, mayEnd = false, busy, problem, onSave }: FieldsProps) {
  const startAt: Choice | null = start ? { id: start.accountId, label: start.accountName } : null;
  const draft = useDraft({
    accountId: startAt,
    title: start?.title ?? "",
    fromDay: start?.fromDay ?? "",
    untilDay: start?.untilDay ?? "",
  });
  const [missing, setMissing] = useState<Refusal | null>(null);
  const save = () => {
    const { accountId, title, fromDay, untilDay } = draft.value;
    if (accountId === null) return setMissing({ field: "accountId", reason: "Say where." });
    if (isPast && start === undefined && untilDay === "") {
      return setMissing({
        field: "untilDay",
        reason: "Say until when, roughly: any day of that month will do.",
      });
    }
    setMissing(null);
    onSave({
      accountId: accountId.id,
      title: title || null,
      fromDay: fromDay || null,
      untilDay: untilDay || null,
    });
  };
  return (
    <Form
      problem={missing ?? problem}
      onSubmit={save}
      actions={
        <Button submit tone="primary" busy={busy}>
          Save
        </Button>
      }
    >
      <AccountPicker label="Works at" {...draft.field("accountId")} />
      <TextField label="Title" {...draft.field("title")} />
      <DayField
        label="Since"
        latest={today}
        hint={start || isPast ? "Empty if nobody knows." : "Empty: from today."}
        {...draft.field("fromDay")}
      />
      {(isPast || mayEnd) && (
        <DayField
          label="Until"
          latest={today}
          hint={isPast ? undefined : "Empty while they are there."}
          {...draft.field("untilDay")}
        />
      )}
    </Form>
  );
}
