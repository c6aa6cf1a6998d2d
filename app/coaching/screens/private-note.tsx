import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { LONGEST_WORDS } from "../one-on-one.ts";
import { useNote } from "./use-coaching.ts";
import css from "./coaching.module.css";

/** For the eyes of whoever writes it. */
export function PrivateNote({ memberId, note }: { memberId: string; note: string }) {
  const [words, setWords] = useState(note);
  const [kept, setKept] = useState(note);
  const [saved, setSaved] = useState(false);
  const save = useNote(memberId, kept, () => {
    setKept(words);
    setSaved(true);
  });
  return (
    <Card
      title="Private note"
      below="Nobody else reads this: not the other of you, nor whoever leads you, and it is in no file."
    >
      <LongTextField
        label="For yourself"
        name="note"
        value={words}
        error={words.length > LONGEST_WORDS ? `At most ${LONGEST_WORDS} characters.` : undefined}
        onChange={(text) => {
          setWords(text);
          setSaved(false);
        }}
      />
      <div className={css.acts}>
        <Button busy={save.busy} disabled={words === kept} onClick={() => save.send(words)}>
          Keep the note
        </Button>
        {saved && (
          <span role="status" className={css.soft}>
            Kept.
          </span>
        )}
      </div>
      <FormError problem={save.problem} />
    </Card>
  );
}
