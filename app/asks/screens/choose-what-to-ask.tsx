import { Button } from "#lib/web/button.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import type { IdealClientView } from "../ideal-client-view.ts";
import { pictureInWords } from "../ideal-client.ts";
import type { ReasonView } from "../reason-view.ts";
import { IdealClientPicker } from "./ideal-client-picker.tsx";
import type { AskedFor } from "./log-ask-form.tsx";
import { ReasonPicker } from "./reason-picker.tsx";

interface ChooseProps {
  personId: string;
  onChosen: (askedFor: AskedFor) => void;
}

/** Any picture and any reason, those that fit this person first. */
export function ChooseWhatToAsk({ personId, onChosen }: ChooseProps) {
  const draft = useDraft({ picture: null as IdealClientView | null, reason: null as ReasonView | null });
  const { picture, reason } = draft.value;
  const choose = () =>
    onChosen({
      ...(picture !== null && { forWhom: pictureInWords(picture) }),
      ...(reason !== null && { note: `Why: ${reason.sentence}` }),
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
