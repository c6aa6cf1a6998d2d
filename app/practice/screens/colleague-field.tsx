import { ChoiceField } from "#lib/web/field.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import type { MemberView } from "#team/member-view.ts";
import { useMe } from "#team/screens/use-me.ts";

interface ColleagueFieldProps {
  label: string;
  hint?: string;
  /** What choosing nobody means. */
  none: string;
  value: string;
  /** Those who are not to choose from. */
  without?: readonly string[];
  onChange: (memberId: string, name: string) => void;
}

const NOBODY: readonly string[] = [];

/** Somebody who works here too. */
export function ColleagueField({
  label,
  hint,
  none,
  value,
  without = NOBODY,
  onChange,
}: ColleagueFieldProps) {
  const me = useMe();
  const members = useReadAll<MemberView>("/members", { state: "here" });
  const others = (members.data ?? []).filter(({ id }) => id !== me?.member.id && !without.includes(id));
  return (
    <ChoiceField
      label={label}
      name="colleague"
      hint={hint}
      value={value}
      options={[{ value: "", label: none }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(id) => onChange(id, others.find((each) => each.id === id)?.name ?? "")}
    />
  );
}
