import { useState } from "react";
import { ApiProblem, write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { joinNotes } from "../account-review.ts";
import type { NoteView } from "../account-review-view.ts";
import { REVIEW_READS } from "./use-account-review-writes.ts";
import css from "./account-review.module.css";

const NOTHING: NoteView = { version: 0, words: "", byName: null };

/** What is being written, and on which version it stands; saved: as the server has it. */
interface Written {
  words: string;
  version: number;
  saved: boolean;
}

/** Notes at one point. Saved when the field is left; where somebody wrote meanwhile, both texts are there to be put together. */
export function NoteAt({
  reviewId,
  point,
  heading,
  note = NOTHING,
}: {
  reviewId: string;
  point: string;
  heading: string;
  note: NoteView | undefined;
}) {
  const [written, setWritten] = useState<Written | null>(null);
  const save = useWrite(
    (said: { words: string; version: number }, gesture) =>
      write<NoteView>("PUT", `/account-reviews/${reviewId}/notes/${point}`, said, gesture),
    {
      refresh: REVIEW_READS,
      done: ({ version }, said) =>
        setWritten((now) =>
          now === null ? null : { words: now.words, version, saved: now.words.trim() === said.words.trim() },
        ),
    },
  );
  // Nothing of one's own: what the others write shows by itself.
  const mine = written !== null && !(written.saved && note.version >= written.version) ? written : null;
  const words = mine?.words ?? note.words;
  const open = mine !== null && !mine.saved;
  const theirs = save.problem instanceof ApiProblem ? meanwhile(save.problem) : null;
  const send = (said: { words: string; version: number }) => {
    if (!save.busy) save.send(said);
  };
  return (
    <div
      className={css.stack}
      onBlur={() => open && theirs === null && send({ words: mine.words, version: mine.version })}
    >
      <LongTextField
        label={`Notes: ${heading}`}
        name={`note-${point}`}
        hint={note.byName === null || note.words === "" ? undefined : `Last by ${note.byName}.`}
        value={words}
        lines={2}
        onChange={(next) => setWritten({ words: next, version: mine?.version ?? note.version, saved: false })}
      />
      {theirs !== null && open && (
        <>
          <p role="alert">
            {`${theirs.byName ?? "Somebody"} wrote here meanwhile. Your words are still above; theirs are:`}
          </p>
          <p className={css.theirs}>{theirs.words === "" ? "(nothing: they emptied it)" : theirs.words}</p>
          <div className={css.acts}>
            <Button
              tone="primary"
              label={`Keep both: ${heading}`}
              onClick={() => {
                const both = { words: joinNotes(theirs.words, mine.words), version: theirs.version };
                setWritten({ ...both, saved: false });
                send(both);
              }}
            >
              Keep both
            </Button>
            <Button
              label={`Only theirs: ${heading}`}
              onClick={() => {
                setWritten(null);
                send({ words: theirs.words, version: theirs.version });
              }}
            >
              Only theirs
            </Button>
          </div>
        </>
      )}
      {open && theirs === null && (
        <div className={css.acts}>
          <Button
            label={`Save the notes: ${heading}`}
            busy={save.busy}
            onClick={() => send({ words: mine.words, version: mine.version })}
          >
            Save
          </Button>
        </div>
      )}
      {theirs === null && <FormError problem={save.problem} />}
    </div>
  );
}

/** What stands there now, where a save was refused because of it. */
function meanwhile({ kind, facts }: ApiProblem): NoteView | null {
  if (kind !== "conflict" || typeof facts?.["version"] !== "number") return null;
  const byName = facts["byName"];
  return {
    version: facts["version"],
    words: String(facts["words"]),
    byName: typeof byName === "string" ? byName : null,
  };
}
