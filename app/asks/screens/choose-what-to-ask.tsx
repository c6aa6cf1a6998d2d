import { Button } from "#lib/web/button.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import type { Choice } from "#lib/web/picker.tsx";
import { IdealClientPicker, ReasonPicker } from "./fitting-pickers.tsx";
import type { AskedFor } from "./log-ask-form.tsx";

interface ChooseProps {
  personId: string;
  onChosen: (askedFor: AskedFor) => void;
}

/** Any picture and any reason, those that fit this person first. */
export function ChooseWhatToAsk({ personId, onChosen }: ChooseProps) {
  const draft = useDraft({ picture: null as Choice | null, reason: null as Choice | null });
  const { picture, reason } = draft.value;
  const choose = () =>
    onChosen({
      ...(picture !== null && { forWhom: picture.hint ?? picture.label }),
      ...(reason !== null && { note: `Why: ${reason.label}` }),
    });
  return (
    <Form
      problem={null}
      onSubmit={choose}
      actions={
        <Button submit tone="primary" disabled={picture === null && reason === null}>
          I asked for that
        </Button>
      }
    >
      <IdealClientPicker label="Whom to picture" {...draft.field("picture")} personId={personId} />
      <ReasonPicker label="Why they should meet us" {...draft.field("reason")} personId={personId} />
    </Form>
  );
}
