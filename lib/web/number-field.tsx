import { useState } from "react";
import { TextField } from "./field.tsx";
import type { FieldProps } from "./field.tsx";

interface NumberFieldProps extends FieldProps<number | null> {
  least?: number;
  most?: number;
}

/** A whole number; null while empty or not one. */
export function NumberField({ value, onChange, least = 0, most = 1_000_000, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState(value === null ? "" : String(value));
  const understood = wholeNumber(typed, least, most);
  // The value was changed from outside: a form was reset.
  const shown = understood === value ? typed : value === null ? "" : String(value);
  const isMisread = shown.trim() !== "" && wholeNumber(shown, least, most) === null;
  return (
    <TextField
      {...rest}
      inputMode="numeric"
      value={shown}
      misread={isMisread}
      error={
        isMisread ? `Write a whole number from ${least} to ${most.toLocaleString("en-GB")}.` : rest.error
      }
      onChange={(text) => {
        setTyped(text);
        onChange(wholeNumber(text, least, most));
      }}
    />
  );
}

function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\s*\d{1,9}\s*$/.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}
