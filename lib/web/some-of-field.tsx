import { useId } from "react";
import type { FieldProps } from "./field.tsx";
import { useRefusalAt } from "./form.tsx";
import css from "./some-of-field.module.css";

interface SomeOfFieldProps<T extends string> extends FieldProps<readonly T[]> {
  /** `spoken` is the whole word where the label is a short one. */
  options: readonly { value: T; label: string; spoken?: string }[];
}

/** Any number of a few short things, each pressed in or not: weekdays. */
export function SomeOfField<T extends string>({
  label,
  name,
  value,
  onChange,
  hint,
  error,
  disabled,
  options,
}: SomeOfFieldProps<T>) {
  const refused = useRefusalAt(name);
  const refusal = error ?? refused;
  const id = useId();
  const change = (one: T, on: boolean) =>
    onChange(
      options.flatMap((each) => ((each.value === one ? on : value.includes(each.value)) ? each.value : [])),
    );
  return (
    <fieldset
      className={css.group}
      disabled={disabled}
      aria-describedby={refusal === undefined ? undefined : id}
    >
      <legend className={css.legend}>{label}</legend>
      {hint !== undefined && <p className={css.hint}>{hint}</p>}
      <div className={css.row}>
        {options.map((option) => (
          <label key={option.value} className={css.option}>
            <input
              type="checkbox"
              name={name}
              className={css.input}
              aria-label={option.spoken}
              checked={value.includes(option.value)}
              onChange={(event) => change(option.value, event.currentTarget.checked)}
            />
            <span className={css.word}>{option.label}</span>
          </label>
        ))}
      </div>
      {refusal !== undefined && (
        <p id={id} className={css.error}>
          {refusal}
        </p>
      )}
    </fieldset>
  );
}
