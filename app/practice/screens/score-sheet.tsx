import { useEffect, useState, type ReactNode } from "react";
import { Button } from "#lib/web/button.tsx";
import { LongTextField } from "#lib/web/field.tsx";
import { Form, type Refusal } from "#lib/web/form.tsx";
import { isWriting } from "#lib/web/keys.ts";
import type { Kept, RubricPoint } from "../rubric.ts";
import { LONGEST_NOTE } from "../session.ts";
import type { SaidScore } from "./use-practice-writes.ts";
import { YesNo } from "./yes-no.tsx";
import css from "./practice.module.css";

interface ScoreSheetProps {
  points: readonly RubricPoint[];
  /** What was said already, or read out of the rehearsal: looked over by whoever scores. */
  begun?: SaidScore;
  /** In which the points are written. */
  language: string;
  button: string;
  busy: boolean;
  problem: Refusal | null;
  onScore: (said: SaidScore) => void;
  /** Stands before the buttons. */
  children?: ReactNode;
  /** Beside the primary button. */
  other?: ReactNode;
}

const NOTHING: SaidScore = { kept: {}, note: "" };

/** Yes or no for each point. The keys 1 to 9 say yes, and no when pressed again. */
export function ScoreSheet({
  points,
  begun = NOTHING,
  language,
  button,
  busy,
  problem,
  onScore,
  children,
  other,
}: ScoreSheetProps) {
  const [kept, setKept] = useState<Kept>(begun.kept);
  const [note, setNote] = useState(begun.note);
  const open = points.filter(({ key }) => kept[key] === undefined).length;
  const set = (key: string, yes: boolean) => setKept((before) => ({ ...before, [key]: yes }));
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isShortcut = event.ctrlKey || event.metaKey || event.altKey;
      const point = /^[1-9]$/.test(event.key) ? points[Number(event.key) - 1] : undefined;
      if (point === undefined || isShortcut || isText(event)) return;
      event.preventDefault();
      setKept((before) => ({ ...before, [point.key]: before[point.key] !== true }));
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [points]);
  return (
    <Form
      problem={problem}
      onSubmit={() => onScore({ kept: answersTo(points, kept), note: note.trim() })}
      actions={
        <>
          <Button submit tone="primary" busy={busy} disabled={open > 0}>
            {button}
          </Button>
          {other}
          <span className={css.open} aria-live="polite">
            {open === 0 ? "" : open === points.length ? "Yes or no to each." : `${open} still open.`}
          </span>
        </>
      }
    >
      <ol className={css.points} lang={language}>
        {points.map(({ key, act, why }, at) => (
          <li key={key}>
            <YesNo
              label={act}
              why={why}
              number={at + 1}
              value={kept[key]}
              onChange={(yes) => set(key, yes)}
            />
          </li>
        ))}
      </ol>
      <p className={css.keys}>On a keyboard: a number says yes, once more says no, Enter goes on.</p>
      <LongTextField
        label="A line for next time"
        name="note"
        lines={2}
        value={note}
        hint={`Only whoever scores this rehearsal sees it. At most ${LONGEST_NOTE} characters.`}
        onChange={setNote}
      />
      {children}
    </Form>
  );
}

/** What was answered before the points were changed is not in them. */
function answersTo(points: readonly RubricPoint[], kept: Kept): Kept {
  return Object.fromEntries(points.flatMap(({ key }) => (kept[key] === undefined ? [] : [[key, kept[key]]])));
}

/** The answers themselves are inputs, and a number there is meant for the sheet. */
function isText(event: KeyboardEvent): boolean {
  const at = event.target;
  return isWriting(event) && !(at instanceof HTMLInputElement && at.type === "radio");
}
