import type { Page } from "#lib/kernel/page.ts";
import { read } from "#lib/web/api.ts";
import { OneOfField } from "#lib/web/choice-fields.tsx";
import type { FieldProps } from "#lib/web/field.tsx";
import { Picker } from "#lib/web/picker.tsx";
import type { ReasonView } from "../reason-view.ts";
import { whyText } from "./picture-words.ts";
import { useMatch } from "./use-match.ts";

interface ReasonPickerProps extends FieldProps<ReasonView | null> {
  /** Whom one asks, and whom for: those that fit are offered first, with why. */
  personId?: string | undefined;
  targetId?: string | undefined;
}

const OFFERED = 3;
const FOUND = 12;

/** Choose why they should take the meeting: the few reasons that fit as buttons, any other by its words. */
export function ReasonPicker({ personId, targetId, value, onChange, ...field }: ReasonPickerProps) {
  const fitting = (useMatch(personId, targetId).data?.reasons ?? []).slice(0, OFFERED);
  const find = async (q: string, signal: AbortSignal) => {
    const found = await read<Page<ReasonView>>("/business-reasons", { q, limit: FOUND }, signal);
    return found.items.map(choiceOf);
  };
  const offered = fitting.some(({ reason }) => reason.id === value?.id);
  const search = (
    <Picker
      {...field}
      label={fitting.length === 0 ? field.label : "Another reason"}
      placeholder="A word of it"
      value={value === null || offered ? null : choiceOf(value)}
      onChange={(choice) => onChange(choice?.reason ?? null)}
      find={find}
    />
  );
  if (fitting.length === 0) return search;
  return (
    <>
      <OneOfField
        {...field}
        value={offered ? (value?.id ?? "") : ""}
        onChange={(id) => onChange(fitting.find(({ reason }) => reason.id === id)?.reason ?? null)}
        options={fitting.map(({ reason, why }) => ({
          value: reason.id,
          label: reason.sentence,
          hint: whyText(why),
        }))}
      />
      {search}
    </>
  );
}

function choiceOf(reason: ReasonView) {
  const hint = [reason.industry, reason.problem].filter(Boolean).join(", ");
  return { id: reason.id, label: reason.sentence, ...(hint !== "" && { hint }), reason };
}
