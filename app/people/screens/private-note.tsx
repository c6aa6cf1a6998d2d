import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { Form } from "#lib/web/form.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useKeepNote } from "./use-person-writes.ts";
import css from "./person-page.module.css";

export function PrivateNoteOnAccount({ id }: { id: string }) {
  return <PrivateNote path={`/accounts/${id}`} />;
}

/** What one writes down for oneself; no colleague and no manager sees it. */
export function PrivateNote({ path }: { path: string }) {
  const note = useRead<{ text: string }>(`${path}/private-note`);
  const [writing, setWriting] = useState(false);
  if (note.data === undefined) return null;
  const { text } = note.data;
  const write = (
    <Button tone="quiet" onClick={() => setWriting(true)}>
      {text === "" ? "Write a note" : "Change"}
    </Button>
  );
  return (
    <Section title="For your eyes only" aside={!writing && write}>
      {writing ? (
        <NoteForm path={path} start={text} onDone={() => setWriting(false)} />
      ) : text === "" ? (
        <p className={css.soft}>Nothing. No colleague sees what you write here.</p>
      ) : (
        <p className={css.note}>{text}</p>
      )}
    </Section>
  );
}

function NoteForm({ path, start, onDone }: { path: string; start: string; onDone: () => void }) {
  const [text, setText] = useState(start);
  const keep = useKeepNote(path);
  const save = async () => {
    await keep.sendNow(text);
    onDone();
  };
  return (
    <Form
      problem={keep.problem}
      onSubmit={() => void save().catch(() => undefined)}
      actions={
        <>
          <Button submit tone="primary" busy={keep.busy}>
            Keep
          </Button>
          <Button tone="quiet" onClick={onDone}>
            Leave it
          </Button>
        </>
      }
    >
      <LongTextField label="Note" name="text" value={text} onChange={setText} lines={3} />
    </Form>
  );
}
