import { useId } from "react";
import css from "./visited.module.css";

interface LineProps {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  kind?: "text" | "email" | "tel";
  autoComplete?: string;
  /** What is wrong with it, shown below. */
  wrong?: string | null;
}

/** One line to write. */
export function Line({
  label,
  name,
  value,
  onChange,
  hint,
  kind = "text",
  autoComplete,
  wrong = null,
}: LineProps) {
  const id = useId();
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

interface LongLinesProps {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  rows: number;
  hint?: string;
}

export function LongLines({ label, name, value, onChange, rows, hint }: LongLinesProps) {
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
