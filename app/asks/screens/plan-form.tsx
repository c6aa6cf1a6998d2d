import { Button } from "#lib/web/button.tsx";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import type { Choice } from "#lib/web/picker.tsx";
import type { PlanView } from "../plan-view.ts";
import { MOMENT_WORDS, optionsOf } from "./ask-words.ts";
import { IdealClientPicker, ReasonPicker, TargetPicker } from "./fitting-pickers.tsx";
import { useChangePlan } from "./use-waiting.ts";

/** Names, numbers, topics: what a rep writes down before they ask. */
export function PlanForm({ plan, onDone }: { plan: PlanView; onDone: () => void }) {
  const draft = useDraft({
    whyNow: plan.whyNow ?? "",
    moment: plan.moment,
    wanted: plan.wanted ?? "",
    expects: plan.expects,
    topics: plan.topics ?? "",
    target: chosen(plan.targetId, plan.targetName),
    picture: chosen(plan.idealClientId, plan.idealClientName),
    reason: chosen(plan.reasonId, plan.reason),
  });
  const change = useChangePlan(plan, onDone);
  const send = () => {
    const { target, picture, reason, ...said } = draft.value;
    const ids = {
      targetId: target?.id ?? null,
      idealClientId: picture?.id ?? null,
      reasonId: reason?.id ?? null,
    };
    change.send({ ...said, ...ids });
  };
  return (
    <Form
      problem={change.problem}
      onSubmit={send}
      actions={
        <Button submit tone="primary" busy={change.busy}>
          Write it down
        </Button>
      }
    >
      <TextField label="Why now" hint="What makes this the week to ask." {...draft.field("whyNow")} />
      <LongTextField label="What will you talk about?" lines={4} {...draft.field("topics")} />
      <TextField label="What do you want to come of it?" {...draft.field("wanted")} />
      <NumberField label="Introductions you expect" most={99} {...draft.field("expects")} />
      <ChoiceField label="At which moment" {...draft.field("moment")} options={optionsOf(MOMENT_WORDS)} />
      <TargetPicker
        label="Whom do you want to be introduced to?"
        personId={plan.personId}
        {...draft.field("target")}
      />
      <IdealClientPicker label="Whom to picture" personId={plan.personId} {...draft.field("picture")} />
      <ReasonPicker label="Why they should meet us" personId={plan.personId} {...draft.field("reason")} />
    </Form>
  );
}

function chosen(id: string | null, label: string | null): Choice | null {
  return id === null ? null : { id, label: label ?? "" };
}
