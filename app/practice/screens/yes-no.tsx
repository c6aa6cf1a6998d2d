import { useId } from "react";
import css from "./practice.module.css";

interface YesNoProps {
  label: string;
  why: string;
  number: number;
  /** Undefined: not answered yet. */
  value: boolean | undefined;
  onChange: (yes: boolean) => void;
}

/** One act that was done, or was not. */
export function YesNo({ label, why, number, value, onChange }: YesNoProps) {
  const name = useId();
  const said = useId();
  return (
    <fieldset className={css.point} aria-describedby={why === "" ? undefined : said}>
      <legend className={css.act}>
        <span className={css.number} aria-hidden="true">
          {number}
        </span>
        {label}
      </legend>
      {why !== "" && (
        <p id={said} className={css.why}>
          {why}
        </p>
      )}
      <div className={css.answers}>
        {([true, false] as const).map((yes) => (
          <label key={String(yes)} className={css.answer}>
            <input type="radio" name={name} checked={value === yes} onChange={() => onChange(yes)} />
            <span>{yes ? "Yes" : "No"}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
