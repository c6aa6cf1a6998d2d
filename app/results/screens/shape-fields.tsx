import { OneOfField } from "#lib/web/choice-fields.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import type { SaidShape } from "../credit-rule.ts";

/** A shape as the form has it; `share`: "1/2". */
export interface ShapeDraft {
  kind: SaidShape["kind"];
  share: string;
}

const SHARES = [
  { value: "1/4", label: "a quarter of it" },
  { value: "1/3", label: "a third of it" },
  { value: "1/2", label: "half of it" },
  { value: "2/3", label: "two thirds of it" },
  { value: "3/4", label: "three quarters of it" },
  { value: "1/1", label: "just as much" },
];

/** By which shape a deal is credited to its chain. */
export function ShapeFields({
  value,
  onChange,
}: {
  value: ShapeDraft;
  onChange: (value: ShapeDraft) => void;
}) {
  return (
    <>
      <OneOfField
        label="Whom it counts for"
        name="kind"
        value={value.kind}
        options={[
          { value: "first", label: "The first", hint: "with whom the chain began" },
          { value: "last", label: "The last", hint: "whoever introduced the buyer" },
          { value: "split", label: "All of them", hint: "the nearer to the buyer, the more" },
        ]}
        onChange={(kind) => kind !== "" && onChange({ ...value, kind })}
      />
      {value.kind === "split" && (
        <ChoiceField
          label="Of what the next one has, each before has"
          name="part"
          value={value.share}
          options={SHARES}
          onChange={(share) => onChange({ ...value, share })}
        />
      )}
    </>
  );
}

export function saidShape({ kind, share }: ShapeDraft): SaidShape {
  if (kind !== "split") return { kind };
  const [part, of] = share.split("/").map(Number);
  return { kind, part, of };
}
