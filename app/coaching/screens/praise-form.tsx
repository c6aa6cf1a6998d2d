import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { useGivePraise } from "./use-praise.ts";

/** A word to go with it, if one likes, and the press. */
export function PraiseForm({
  factId,
  toName,
  done,
}: {
  factId: string;
  toName: string | null;
  done: () => void;
}) {
  const [words, setWords] = useState("");
  const give = useGivePraise(done);
  return (
    <Form
      problem={give.problem}
      onSubmit={() => give.send({ factId, words: words.trim() === "" ? null : words })}
      actions={
        <Button tone="primary" submit busy={give.busy}>
          {toName === null ? "Praise" : `Praise ${toName}`}
        </Button>
      }
    >
      <LongTextField
        label="What was good about it (if you like)"
        name="words"
        value={words}
        onChange={setWords}
        lines={2}
      />
    </Form>
  );
}
