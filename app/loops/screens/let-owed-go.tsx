import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { TextField } from "#lib/web/field.tsx";
import css from "./owed-line.module.css";

/** Nothing owed is dropped silently: a reason is kept with it. */
export function LetOwedGo({ onSay, busy }: { onSay: (why: string) => void; busy: boolean }) {
  const [why, setWhy] = useState("");
  return (
    <form
      className={css.actions}
      onSubmit={(event) => {
        event.preventDefault();
        onSay(why);
      }}
    >
      <TextField
        label="Why will nothing be done for it?"
        name="letGoWhy"
        value={why}
        onChange={setWhy}
        autoFocus
      />
      <Button submit busy={busy}>
        Let it go
      </Button>
    </form>
  );
}
