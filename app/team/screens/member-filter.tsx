import type { Page } from "#lib/kernel/page.ts";
import { ChoiceField } from "#lib/web/field.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { Me } from "../me-routes.ts";
import type { MemberView } from "../member-routes.ts";

interface MemberFilterProps {
  me: Me;
  label: string;
  /** "": oneself, "all": everybody, otherwise a member's id. */
  value: string;
  onChange: (value: string) => void;
}

export function MemberFilter({ me, label, value, onChange }: MemberFilterProps) {
  const members = useRead<Page<MemberView>>("/members", { limit: 100 });
  const others = (members.data?.items ?? []).filter(({ id }) => id !== me.member.id);
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
