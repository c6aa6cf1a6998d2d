import { Button } from "#lib/web/button.tsx";
import { CheckField, OneOfField } from "#lib/web/choice-fields.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { callName } from "#people/call-name.ts";
import type { SharedPageView } from "../page-view.ts";
import type { Telling } from "../shared-page.ts";
import { useTell } from "./use-page-writes.ts";

/** How much of what became of it the source reads, and whether that was the report that is owed. */
export function TellForm({
  page,
  reports,
  done,
}: {
  page: SharedPageView;
  reports: readonly string[];
  done: () => void;
}) {
  const first: Telling = page.telling === "nothing" ? "steps" : page.telling;
  const draft = useDraft({
    telling: first as Telling,
    told: page.told ?? "",
    reported: true,
  });
  const tell = useTell(page, done);
  const { telling, told, reported } = draft.value;
  const name = callName(page.sourceName);
  const settles = telling !== "nothing" && reported && reports.length > 0;
  const send = () =>
    tell.send({ telling, told: told.trim() === "" ? null : told, duties: settles ? reports : [] });
  const { value: _value, onChange, ...field } = draft.field("telling");
  return (
    <Form
      problem={tell.problem}
      onSubmit={send}
      actions={
        <Button submit tone="primary" busy={tell.busy}>
          Put it on the page
        </Button>
      }
    >
      <OneOfField
        label="On the page stands"
        {...field}
        value={telling}
        onChange={(next) => next !== "" && onChange(next)}
        options={[
          {
            value: "steps",
            label: "How far it is",
            hint: "Whom they introduced, and whether we spoke, met, and work together.",
          },
          { value: "words", label: "How far it is, and a word from me" },
          { value: "nothing", label: "Nothing of it" },
        ]}
      />
      {telling === "words" && (
        <LongTextField label={`What you tell ${name}`} lines={3} {...draft.field("told")} />
      )}
      {telling !== "nothing" && reports.length > 0 && (
        <CheckField
          label={`I send ${name} the link now: that is the report I owe`}
          {...draft.field("reported")}
        />
      )}
    </Form>
  );
}
