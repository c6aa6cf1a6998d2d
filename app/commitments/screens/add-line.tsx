import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { PersonPicker } from "#people/screens/person-picker.tsx";
import { MEASURE_CHOICES } from "../promise-words.ts";
import { COUNTED, type Counted } from "../promise.ts";
import type { LineView } from "../week-view.ts";
import css from "./week.module.css";

const NOTHING = {
  personId: null,
  personName: null,
  accountName: null,
  measure: null,
  count: null,
  dutyId: null,
  duty: null,
  words: null,
} as const;

type Adding = "name" | "number" | "words";

/** One more promise: a name, a number, or in one's own words. */
export function AddLine({ onAdd, without }: { onAdd: (line: LineView) => void; without: readonly string[] }) {
  const [adding, setAdding] = useState<Adding | null>(null);
  const [words, setWords] = useState("");
  const added = (line: LineView) => {
    onAdd(line);
    setAdding(null);
    setWords("");
  };
  const addWords = () => {
    if (words.trim() !== "") added({ ...NOTHING, kind: "own", words: words.trim() });
  };
  return (
    <div className={css.stack}>
      <div className={css.acts} role="group" aria-label="Promise more">
        {(["name", "number", "words"] as const).map((each) => (
          <button
            key={each}
            type="button"
            className={css.chip}
            aria-pressed={adding === each}
            onClick={() => setAdding(adding === each ? null : each)}
          >
            {LABELS[each]}
          </button>
        ))}
      </div>
      {adding === "name" && (
        <PersonPicker
          label="Whom will you ask?"
          name="personId"
          value={null}
          autoFocus
          mayAdd={false}
          without={without}
          onChange={(person) => {
            if (person !== null)
              added({
                ...NOTHING,
                kind: "ask",
                personId: person.id,
                personName: person.label,
                accountName: person.accountName,
              });
          }}
        />
      )}
      {adding === "number" && (
        <ChoiceField<Counted | "practice" | "">
          label="What do you expect?"
          name="measure"
          value=""
          options={[
            { value: "", label: "Choose" },
            ...COUNTED.map((value) => ({ value, label: MEASURE_CHOICES[value] })),
            { value: "practice", label: "Practice" },
          ]}
          onChange={(measure) => {
            if (measure === "practice") added({ ...NOTHING, kind: "practice", count: 1 });
            else if (measure !== "") added({ ...NOTHING, kind: "count", measure, count: 1 });
          }}
        />
      )}
      {adding === "words" && (
        <div className={css.stack}>
          <TextField label="In your own words" name="words" value={words} autoFocus onChange={setWords} />
          <div className={css.acts}>
            <Button onClick={addWords} disabled={words.trim() === ""}>
              Add it
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

const LABELS: Record<Adding, string> = { name: "+ A name", number: "+ A number", words: "+ Own words" };
