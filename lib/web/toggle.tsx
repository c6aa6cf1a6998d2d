import { useId } from "react";
import css from "./toggle.module.css";

interface ToggleProps<T extends string> {
  /** Said by screen readers only: "Period". */
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  wide?: boolean;
}

/** Two to five ways to look at the same thing: Week, Month, Quarter. */
export function Toggle<T extends string>({ label, value, options, onChange, wide = false }: ToggleProps<T>) {
  const name = useId();
  return (
    <fieldset className={`${css.toggle} ${wide ? css.wide : ""}`}>
      <legend className={css.legend}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={css.option}>
          <input
            type="radio"
            name={name}
            className={css.input}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={css.word}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
