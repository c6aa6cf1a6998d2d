import { Button } from "#lib/web/button.tsx";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import type { IdealClientView } from "../ideal-client-view.ts";
import type { PlanView } from "../plan-view.ts";
import type { ReasonView } from "../reason-view.ts";
import { MOMENT_WORDS, optionsOf } from "./ask-words.ts";
import { IdealClientPicker } from "./ideal-client-picker.tsx";
import { ReasonPicker } from "./reason-picker.tsx";
import { useChangePlan } from "./use-waiting.ts";
import css from "./waiting.module.css";

/** Names, numbers, topics: what a rep writes down before they ask. */
export function PlanForm({ plan, onDone }: { plan: PlanView; onDone: () => void }) {
  const draft = useDraft({
    whyNow: plan.whyNow ?? "",
    moment: plan.moment,
    wanted: plan.wanted ?? "",
    expects: plan.expects,
    topics: plan.topics ?? "",
    picture: null as IdealClientView | null,
    reason: null as ReasonView | null,
  });
  const change = useChangePlan(plan, onDone);
  const send = () => {
    const { picture, reason, ...said } = draft.value;
    change.send({
      ...said,
      ...(picture !== null && { idealClientId: picture.id }),
      ...(reason !== null && { reasonId: reason.id }),
    });
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
      {plan.idealClientName !== null && <p className={css.soft}>To picture: {plan.idealClientName}</p>}
      <IdealClientPicker label="Whom to picture" personId={plan.personId} {...draft.field("picture")} />
      {plan.reason !== null && <p className={css.soft}>{plan.reason}</p>}
      <ReasonPicker label="Why they should meet us" personId={plan.personId} {...draft.field("reason")} />
    </Form>
  );
}
