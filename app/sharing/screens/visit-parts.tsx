import { useId, useState, type ReactNode } from "react";
import { copyText } from "#lib/web/copy.ts";
import type { PageLanguage } from "../languages/language.ts";
import type { VisitFailure } from "./visit-call.ts";
import css from "./visited.module.css";

interface LineProps {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  kind?: "text" | "email" | "tel";
  autoComplete?: string;
  /** The field that the house could not take, with why. */
  failure?: VisitFailure | null;
  words: PageLanguage;
}

/** One line to write, with what is wrong with it below. */
export function Line({
  label,
  name,
  value,
  onChange,
  hint,
  kind = "text",
  autoComplete,
  failure,
  words,
}: LineProps) {
  const id = useId();
  const wrong = failure?.field === name ? words.trouble[failure.trouble] : null;
  return (
    <div className={css.field}>
      <label htmlFor={id}>
        {label} {hint && <span className={css.soft}>({hint})</span>}
      </label>
      <input
        id={id}
        name={name}
        type={kind}
        value={value}
        maxLength={250}
        autoComplete={autoComplete ?? "off"}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={(event) => onChange(event.target.value)}
      />
      {wrong !== null && (
        <p id={`${id}-wrong`} className={css.wrong}>
          {wrong}
        </p>
      )}
    </div>
  );
}

export function LongLines({
  label,
  name,
  value,
  onChange,
  rows,
  hint,
}: {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  rows: number;
  hint?: string;
}) {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={css.soft}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        name={name}
        rows={rows}
        value={value}
        maxLength={5_000}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Copies a text, and says whether it could. */
export function Copy({
  text,
  words,
  primary,
  label = words.source.copy,
}: {
  text: string;
  words: PageLanguage;
  primary?: boolean;
  label?: string;
}) {
  const [was, setWas] = useState<{ text: string; done: boolean } | null>(null);
  const now = was?.text === text ? was : null;
  return (
    <>
      <button
        type="button"
        className={primary ? css.primary : css.plain}
        onClick={() => void copyText(text).then((done) => setWas({ text, done }))}
      >
        {now?.done ? words.source.copied : label}
      </button>
      <p role="status" className={now?.done === false ? css.wrong : "only-heard"}>
        {now !== null && (now.done ? words.source.copied : words.source.notCopied)}
      </p>
    </>
  );
}

/** Trouble that belongs to no field. */
export function FailureLine({ failure, words }: { failure: VisitFailure | null; words: PageLanguage }) {
  return (
    <div role="alert">
      {failure !== null && failure.field === undefined && (
        <p className={css.wrong}>{words.trouble[failure.trouble]}</p>
      )}
    </div>
  );
}

/** Something that was said, with the way back. */
export function Noted({
  children,
  takeBack,
  busy,
  words,
}: {
  children: ReactNode;
  takeBack: () => void;
  busy: boolean;
  words: PageLanguage;
}) {
  return (
    <div className={css.noted}>
      <p>{children}</p>
      <button type="button" className={css.quiet} disabled={busy} onClick={takeBack}>
        {words.source.said.takeBack}
      </button>
    </div>
  );
}
