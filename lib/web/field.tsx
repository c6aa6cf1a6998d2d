import { NativeSelect, TextInput, Textarea } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { isDayInReach, type Day } from "#lib/kernel/days.ts";
import { useRefusalAt } from "./form.tsx";
import css from "./field.module.css";

export interface FieldProps<T> {
  label: string;
  /** The name that a Problem's `field` would say. */
  name: string;
  value: T;
  onChange: (value: T) => void;
  /** A sentence below the label. */
  hint?: ReactNode;
  /** A refusal of the screen's own; the form's problem shows here by itself. */
  error?: string | undefined;
  disabled?: boolean;
}

interface TextFieldProps extends FieldProps<string> {
  kind?: "text" | "email" | "tel" | "url" | "password" | "search";
  placeholder?: string;
  autoComplete?: string;
  autoFocus?: boolean;
  inputMode?: "text" | "decimal" | "numeric";
  onLeave?: () => void;
  /** What is typed could not be understood: a form that holds it is not sent. */
  misread?: boolean;
}

export const fieldClasses = {
  input: css.input ?? "",
  label: css.label ?? "",
  description: css.hint ?? "",
  error: css.error ?? "",
};

export function TextField({
  kind = "text",
  onChange,
  onLeave,
  error,
  hint,
  autoComplete = "off",
  misread = false,
  ...rest
}: TextFieldProps) {
  const refusal = useRefusalAt(rest.name);
  return (
    <TextInput
      {...rest}
      type={kind}
      data-autofocus={rest.autoFocus}
      data-misread={misread || undefined}
      autoComplete={autoComplete}
      description={hint}
      error={error ?? refusal}
      classNames={fieldClasses}
      onBlur={onLeave}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface LongTextFieldProps extends FieldProps<string> {
  lines?: number;
  placeholder?: string;
}

/** Several lines; grows with what is written. */
export function LongTextField({ lines = 3, onChange, error, hint, ...rest }: LongTextFieldProps) {
  const refusal = useRefusalAt(rest.name);
  return (
    <Textarea
      {...rest}
      styles={{ input: { minHeight: `${lines * 1.5 + 1.375}rem` } }}
      description={hint}
      error={error ?? refusal}
      classNames={{ ...fieldClasses, input: `${css.input} ${css.long}` }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface ChoiceFieldProps<T extends string> extends FieldProps<T> {
  options: readonly { value: T; label: string }[];
}

/** One of a few. The system's own list: the best one on a phone. Put { value: "", label: "–" } first if none may hold. */
export function ChoiceField<T extends string>({
  options,
  onChange,
  error,
  hint,
  ...rest
}: ChoiceFieldProps<T>) {
  const refusal = useRefusalAt(rest.name);
  return (
    <NativeSelect
      {...rest}
      data={[...options]}
      description={hint}
      error={error ?? refusal}
      classNames={fieldClasses}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    />
  );
}

interface DayFieldProps extends FieldProps<Day> {
  earliest?: Day;
  latest?: Day;
  /** One-tap days below the field: { label: "Yesterday", day }. */
  quick?: readonly { label: string; day: Day }[];
}

/**
 * A day string, "" while empty or half typed: on the way to 2025 a year is 2, 20 and 202. While somebody types, the field shows that,
 * whatever its holder makes of it.
 */
export function DayField({ value, onChange, error, hint, earliest, latest, quick, ...rest }: DayFieldProps) {
  const refusal = useRefusalAt(rest.name);
  const [typed, setTyped] = useState<{ text: string; left: boolean } | null>(null);
  const shown = typed === null || (typed.left && value !== "") ? value : typed.text;
  const isMisread = shown !== "" && shown !== value && !isDayInReach(shown);
  const misread = isMisread && typed?.left ? "Write a day between 1900 and 2199." : undefined;
  return (
    <div className={css.day}>
      <TextInput
        {...rest}
        type="date"
        value={shown}
        data-misread={isMisread || undefined}
        min={earliest}
        max={latest}
        description={hint}
        error={misread ?? error ?? refusal}
        classNames={fieldClasses}
        onBlur={() => setTyped(isMisread ? { text: shown, left: true } : null)}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped({ text, left: false });
          onChange(isDayInReach(text) ? text : "");
        }}
      />
      {quick !== undefined && (
        <div className={css.quick}>
          {quick.map(({ label, day }) => (
            <button
              key={label}
              type="button"
              className={css.chip}
              aria-pressed={value === day}
              onClick={() => {
                setTyped(null);
                onChange(day);
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
