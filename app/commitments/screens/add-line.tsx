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

interface AddLineProps {
  onAdd: (line: LineView) => void;
  without: readonly string[];
  /** What is typed in own words and not added yet. */
  words: string;
  onWords: (words: string) => void;
}

/** One more promise: a name, a number, or in one's own words. */
export function AddLine({ onAdd, without, words, onWords }: AddLineProps) {
  const [adding, setAdding] = useState<Adding | null>(words === "" ? null : "words");
  const added = (line: LineView) => {
    onAdd(line);
    setAdding(null);
  };
  const addWords = () => {
    const line = ownLine(words);
    if (line !== null) onAdd(line);
  };
  const turnTo = (next: Adding | null) => {
    if (adding === "words") addWords();
    setAdding(next);
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
            onClick={() => turnTo(adding === each ? null : each)}
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
          <TextField label="In your own words" name="words" value={words} autoFocus onChange={onWords} />
          <div className={css.acts}>
            <Button onClick={() => turnTo(null)} disabled={words.trim() === ""}>
              Add it
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** A line in own words, where there are any. */
export function ownLine(words: string): LineView | null {
  return words.trim() === "" ? null : { ...NOTHING, kind: "own", words: words.trim() };
}

const LABELS: Record<Adding, string> = { name: "+ A name", number: "+ A number", words: "+ Own words" };
