import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { DayField, LongTextField } from "#lib/web/field.tsx";
import { Form, useDraft, type Refusal } from "#lib/web/form.tsx";
import type { SourceSheetProps } from "./as-a-source.tsx";
import { useSayRight } from "./use-source-writes.ts";

/** Value was delivered, and the client said so: their own words are what the ask begins with. */
export function RightSheet({ person, standing, me, onDone }: SourceSheetProps) {
  const draft = useDraft({ words: "", day: me.today });
  const [missing, setMissing] = useState<Refusal | null>(null);
  const say = useSayRight(person.id, onDone);
  const send = (earned: boolean) => {
    const { words, day } = draft.value;
    if (earned && words.trim() === "")
      return setMissing({ field: "words", reason: "Write what they said: it is how the ask begins." });
    setMissing(null);
    say.send({ earned, words: words || null, day: day || me.today });
  };
  return (
    <Form
      problem={missing ?? say.problem}
      onSubmit={() => send(true)}
      actions={
        <>
          <Button submit tone="primary" busy={say.busy}>
            They said so
          </Button>
          {standing.right?.earned !== false && (
            <Button busy={say.busy} onClick={() => send(false)}>
              Not earned yet
            </Button>
          )}
        </>
      }
    >
      <LongTextField
        label="What they said it was worth"
        hint="In their own words, as you heard them."
        placeholder={standing.right?.words ?? "You saved us two weeks."}
        {...draft.field("words")}
      />
      <DayField label="When" latest={me.today} {...draft.field("day")} />
    </Form>
  );
}
