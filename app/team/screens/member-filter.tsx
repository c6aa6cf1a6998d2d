import { ChoiceField } from "#lib/web/field.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import type { Me } from "../me-view.ts";
import type { MemberView } from "../member-view.ts";

interface MemberFilterProps {
  me: Me;
  label: string;
  /** "": oneself, "all": everybody, otherwise a member's id. */
  value: string;
  onChange: (value: string) => void;
}

export function MemberFilter({ me, label, value, onChange }: MemberFilterProps) {
  const members = useReadAll<MemberView>("/members");
  const others = (members.data ?? []).filter(({ id }) => id !== me.member.id);
  const known = value === "" || value === "all" || others.some(({ id }) => id === value);
  return (
    <ChoiceField
      label={label}
      name="by"
      value={value}
      options={[
        { value: "", label: "Me" },
        { value: "all", label: "Everybody" },
        ...(known ? [] : [{ value, label: "…" }]),
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={onChange}
    />
  );
}
