import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { optionsOf, ROLE_HINTS, ROLE_WORDS } from "#people/screens/source-words.ts";
import type { ReportCardView } from "../report-view.ts";
import { useNoteRole } from "./use-report-writes.ts";
import css from "./reports.module.css";

/** Where nobody said which part in buying they have: one press says it, beside their answer. */
export function NoteRole({ card }: { card: ReportCardView }) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const note = useNoteRole(card, close);
  return (
    <>
      <Button label={`Note their part: ${card.personName}`} onClick={() => setOpened(true)}>
        Note their part
      </Button>
      <Sheet title={`${card.personName}: their part in buying`} opened={opened} onClose={close}>
        <div className={css.stack}>
          {optionsOf(ROLE_WORDS).map(({ value, label }) => (
            <Button key={value} wide busy={note.busy} onClick={() => note.send(value)}>
              {label}: {ROLE_HINTS[value]}
            </Button>
          ))}
          <FormError problem={note.problem} />
        </div>
      </Sheet>
    </>
  );
}
