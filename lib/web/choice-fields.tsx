import { useId } from "react";
import type { FieldProps } from "./field.tsx";
import { useRefusalAt } from "./form.tsx";
import css from "./field.module.css";

/** Yes or no. The label says what yes means. */
export function CheckField({ label, name, value, onChange, hint, error, disabled }: FieldProps<boolean>) {
  const refused = useRefusalAt(name);
  const refusal = error ?? refused;
  const id = useId();
  return (
    <div className={css.group}>
      <label className={css.check}>
        <input
          type="checkbox"
          name={name}
          checked={value}
          disabled={disabled}
          aria-invalid={refusal !== undefined}
          aria-describedby={refusal === undefined ? undefined : id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          {label}
          {hint !== undefined && <small>{hint}</small>}
        </span>
      </label>
      {refusal !== undefined && (
        <p id={id} className={css.error}>
          {refusal}
        </p>
      )}
    </div>
  );
}

interface OneOfFieldProps<T extends string> extends FieldProps<T | ""> {
  options: readonly { value: T; label: string; hint?: string }[];
}

/** One of a few that need a line of explanation each; "" while nothing is chosen. */
export function OneOfField<T extends string>({
  label,
  name,
  value,
  onChange,
  hint,
  error,
  disabled,
  options,
}: OneOfFieldProps<T>) {
  const refused = useRefusalAt(name);
  const refusal = error ?? refused;
  const id = useId();
  return (
    <fieldset
      className={css.group}
      disabled={disabled}
      aria-describedby={refusal === undefined ? undefined : id}
    >
      <legend>{label}</legend>
      {hint !== undefined && <p className={css.hint}>{hint}</p>}
      {options.map((option) => (
        <label key={option.value} className={css.check}>
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
      {refusal !== undefined && (
        <p id={id} className={css.error}>
          {refusal}
        </p>
      )}
    </fieldset>
  );
}
