import { ChoiceField } from "#lib/web/field.tsx";
import type { Origin } from "#referrals/origin.ts";
import { ORIGIN_OPTIONS } from "#referrals/origin-words.ts";

interface HowItCameProps {
  /** "": not said. */
  value: Origin | "";
  hint?: string;
  onChange: (origin: Origin | "") => void;
}

/** How a meeting came about that no introduction led to. */
export function HowItCame({ value, hint, onChange }: HowItCameProps) {
  return (
    <ChoiceField
      label="How it came about"
      name="origin"
      value={value}
      hint={hint}
      options={[{ value: "" as const, label: "Not said" }, ...ORIGIN_OPTIONS]}
      onChange={onChange}
    />
  );
}
