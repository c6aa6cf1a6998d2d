import { ChoiceField, type FieldProps } from "#lib/web/field.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import type { Me } from "../me-view.ts";
import type { MemberView } from "../member-view.ts";
import { mayChangeFor } from "../member.ts";

/** For whom a manager or a leader logs something; nothing for a rep, who logs for themselves. */
export function ForMember({ me, ...field }: FieldProps<string> & { me: Me }) {
  const leads = me.member.role !== "rep";
  const members = useReadAll<MemberView>(leads ? "/members" : undefined);
  const theirs = (members.data ?? []).filter(({ id, teamId }) => mayChangeFor(me, { memberId: id, teamId }));
  if (theirs.length < 2) return null;
  return <ChoiceField {...field} options={theirs.map(({ id, name }) => ({ value: id, label: name }))} />;
}
