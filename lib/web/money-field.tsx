import { useState } from "react";
import { minorDigits, parseMoney } from "#lib/kernel/money.ts";
import type { Money } from "#lib/kernel/money.ts";
import { TextField } from "./field.tsx";
import type { FieldProps } from "./field.tsx";

/** An amount in one currency, written any way people write amounts; null while empty or not understood. */
export function MoneyField({
  value,
  onChange,
  currency,
  ...rest
}: FieldProps<Money | null> & { currency: string }) {
  const [typed, setTyped] = useState(value === null ? "" : written(value));
  const [left, setLeft] = useState(false);
  const understood = parseMoney(typed, currency);
  // The value was changed from outside: a form was reset.
  const shown = understood?.minor === value?.minor ? typed : value === null ? "" : written(value);
  const isMisread = shown.trim() !== "" && parseMoney(shown, currency) === null;
  const leave = () => {
    setLeft(true);
    if (understood !== null) setTyped(written(understood));
  };
  return (
    <TextField
      {...rest}
      label={`${rest.label} (${currency})`}
      inputMode="decimal"
      value={shown}
      misread={isMisread}
      error={left && isMisread ? "Write an amount, such as 12,500 or 1,250.50." : rest.error}
      onLeave={leave}
      onChange={(text) => {
        setTyped(text);
        onChange(parseMoney(text, currency));
      }}
    />
  );
}

/** As the reader writes numbers, unless that would be read back as another amount. */
function written({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const amount = minor / 10 ** digits;
  const shown = new Intl.NumberFormat(undefined, {
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(amount);
  return parseMoney(shown, currency)?.minor === minor ? shown : amount.toFixed(digits);
}
