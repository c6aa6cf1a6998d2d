import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import { mayEnd, WHY_NOT } from "../protection.ts";
import type { SourceSheetProps } from "./as-a-source.tsx";
import { optionsOf, WHY_WORDS } from "./source-words.ts";
import { useLiftStop, useSayStop } from "./use-source-writes.ts";
import css from "./source.module.css";

/** One press on the reason says it. */
export function StopSheet({ person, standing, me, onDone }: SourceSheetProps) {
  const [words, setWords] = useState("");
  const say = useSayStop(person.id, person.fullName, onDone);
  const lift = useLiftStop(person.id, person.fullName, onDone);
  const { doNotAsk, holderIds } = standing;
  if (doNotAsk !== null) {
    const may = mayEnd(me, doNotAsk, holderIds);
    return (
      <div className={css.stack}>
        <p className={css.words}>
          Not to be asked: {WHY_WORDS[doNotAsk.why]}. {doNotAsk.by.name}, {dayText(doNotAsk.day, me.today)}
          {doNotAsk.words !== null && `: “${doNotAsk.words}”`}
        </p>
        <FormError problem={lift.problem} />
        {may ? (
          <Button tone="primary" busy={lift.busy} onClick={() => lift.send()}>
            They may be asked again
          </Button>
        ) : (
          <p className={css.words}>
            {doNotAsk.by.name}, their manager, a leader or the relationship holder can lift this.
          </p>
        )}
      </div>
    );
  }
  return (
    <>
      <TextField
        label="In their words"
        name="words"
        hint="If they said something; the reason alone will do."
        value={words}
        onChange={setWords}
      />
      <div className={css.choices}>
        {optionsOf(WHY_WORDS).map(({ value, label }) => (
          <Button
            key={value}
            wide
            busy={say.busy}
            tone={value === WHY_NOT[0] ? "primary" : "plain"}
            onClick={() => say.send({ why: value, words: words || null })}
          >
            {value === "said-stop" ? label : `Not to be asked: ${label.toLowerCase()}`}
          </Button>
        ))}
      </div>
      <FormError problem={say.problem} />
    </>
  );
}
