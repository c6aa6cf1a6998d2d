import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { LongTextField, TextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { callName } from "#people/call-name.ts";
import type { ReferralWords } from "../referral.ts";
import type { ReferralView } from "../referral-view.ts";
import { wordsHint, WORDS_TITLES, type AskedOf } from "./referral-words.ts";
import { useChangeWords } from "./use-referral-writes.ts";

/** As much of an introduction as can be written down of it in words. */
export type InWords = Pick<ReferralView, "id" | "sourceName" | "contactName"> & Pick<ReferralWords, AskedOf>;

interface WordsSheetProps {
  referral: InWords;
  /** Which is written down; null: the sheet is closed. */
  field: AskedOf | null;
  onClose: () => void;
}

/** Writes down one thing that the source told. */
export function WordsSheet({ referral, field, onClose }: WordsSheetProps) {
  return (
    <Sheet title={field === null ? "" : WORDS_TITLES[field]} opened={field !== null} onClose={onClose}>
      {field !== null && <WordsForm referral={referral} field={field} close={onClose} />}
    </Sheet>
  );
}

interface WordsFormProps {
  referral: InWords;
  field: AskedOf;
  close: () => void;
}

function WordsForm({ referral, field, close }: WordsFormProps) {
  const [text, setText] = useState(referral[field] ?? "");
  const change = useChangeWords(referral, close);
  const hint = wordsHint(field, callName(referral.sourceName), callName(referral.contactName));
  const line = { label: WORDS_TITLES[field], name: field, value: text, onChange: setText, hint };
  return (
    <Form
      problem={change.problem}
      onSubmit={() => change.send({ [field]: text })}
      actions={
        <Button submit tone="primary" busy={change.busy}>
          Save
        </Button>
      }
    >
      {field === "howKnown" ? <TextField {...line} autoFocus /> : <LongTextField {...line} lines={3} />}
    </Form>
  );
}
