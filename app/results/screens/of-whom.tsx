import { ChoiceField } from "#lib/web/field.tsx";
import { useRead, useReadAll } from "#lib/web/queries.ts";
import { WhoseToggle } from "#scorecard/screens/whose-toggle.tsx";
import type { Me } from "#team/me-view.ts";
import type { MemberView } from "#team/member-view.ts";
import type { TeamView } from "#team/team-view.ts";

interface OfWhomProps {
  me: Me;
  of: string;
  name: string | undefined;
  onChange: (of: string) => void;
}

/** Whose results are shown: what one answers for at hand, and for whoever leads any team and anybody. */
export function OfWhom({ me, of, name, onChange }: OfWhomProps) {
  return (
    <>
      <WhoseToggle me={me} of={of} name={name} onChange={onChange} />
      {me.member.role !== "rep" && <OneOf of={of} onChange={onChange} />}
    </>
  );
}

/** A team or somebody in it, for whoever leads: a few names more than the toggle has room for. */
function OneOf({ of, onChange }: { of: string; onChange: (of: string) => void }) {
  const teams = useRead<{ items: TeamView[] }>("/teams");
  const members = useReadAll<MemberView>("/members", { state: "here" });
  const options = [
    ...(teams.data?.items ?? []).map(({ id, name }) => ({ value: `team:${id}`, label: name })),
    ...(members.data ?? []).map(({ id, name }) => ({ value: `member:${id}`, label: name })),
  ];
  const value = options.some((one) => one.value === of) ? of : "";
  return (
    <ChoiceField
      label="A team, or somebody"
      name="of"
      value={value}
      options={[{ value: "", label: "–" }, ...options]}
      onChange={(chosen) => chosen !== "" && onChange(chosen)}
    />
  );
}
