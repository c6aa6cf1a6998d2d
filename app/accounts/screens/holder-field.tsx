import { ChoiceField, type FieldProps } from "#lib/web/field.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import type { MemberView } from "#team/member-view.ts";

type HolderFieldProps = Omit<FieldProps<string>, "label"> & { label?: string; nobody?: string };

/** The member who holds the relationship; "" for nobody. */
export function HolderField({
  label = "Relationship holder",
  nobody = "Nobody yet",
  ...field
}: HolderFieldProps) {
  const members = useReadAll<MemberView>("/members");
  const options = (members.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <ChoiceField label={label} {...field} options={[{ value: "", label: nobody }, ...options]} />;
}
