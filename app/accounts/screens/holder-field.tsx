import type { Page } from "#lib/kernel/page.ts";
import { ChoiceField, type FieldProps } from "#lib/web/field.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { MemberView } from "#team/member-routes.ts";

type HolderFieldProps = Omit<FieldProps<string>, "label"> & { label?: string; nobody?: string };

/** The member who holds the relationship; "" for nobody. */
export function HolderField({
  label = "Relationship holder",
  nobody = "Nobody yet",
  ...field
}: HolderFieldProps) {
  const members = useRead<Page<MemberView>>("/members", { limit: 100 });
  const options = (members.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <ChoiceField label={label} {...field} options={[{ value: "", label: nobody }, ...options]} />;
}
