import { Button } from "#lib/web/button.tsx";
import { LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft, type Draft } from "#lib/web/form.tsx";
import { adviceOn, type ReasonFacts } from "../business-reason.ts";
import type { ReasonView } from "../reason-view.ts";
import { useChangeReason, useWriteReason } from "./use-picture-writes.ts";
import css from "./pictures.module.css";

type ReasonDraft = Record<keyof ReasonFacts, string>;

/** Writes a new reason. */
export function WriteReason({ onWritten }: { onWritten: (reason: ReasonView) => void }) {
  const draft = useDraft<ReasonDraft>({ sentence: "", industry: "", problem: "" });
  const write = useWriteReason(onWritten);
  return (
    <Form
      problem={write.problem}
      onSubmit={() => write.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={write.busy}>
          Write the reason
        </Button>
      }
    >
      <Fields draft={draft} />
    </Form>
  );
}

export function ChangeReason({ reason, onChanged }: { reason: ReasonView; onChanged: () => void }) {
  const draft = useDraft<ReasonDraft>({
    sentence: reason.sentence,
    industry: reason.industry ?? "",
    problem: reason.problem ?? "",
  });
  const change = useChangeReason(reason, onChanged);
  return (
    <Form
      problem={change.problem}
      onSubmit={() => change.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={change.busy} disabled={!draft.touched}>
          Save the reason
        </Button>
      }
    >
      <Fields draft={draft} />
    </Form>
  );
}

function Fields({ draft }: { draft: Draft<ReasonDraft> }) {
  const advice = adviceOn(draft.value.sentence);
  return (
    <>
      <div>
        <LongTextField
          label="The reason, in one sentence"
          hint="As the source would say it: what changed for somebody like them."
          {...draft.field("sentence")}
          placeholder="Plants with two sites have their shift plan in an hour instead of a day."
        />
        <p role="status" className={css.advice}>
          {advice}
        </p>
      </div>
      <TextField
        label="Industry"
        hint="As your accounts have it, several with commas; empty: any."
        {...draft.field("industry")}
        placeholder="Machinery, Packaging"
      />
      <TextField label="Problem it answers" {...draft.field("problem")} placeholder="Shift plans on paper" />
    </>
  );
}
