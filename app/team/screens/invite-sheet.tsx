import { useState } from "react";
import type { Role } from "#lib/kernel/actor.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { CheckField, OneOfField } from "#lib/web/choice-fields.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { useWrite } from "#lib/web/queries.ts";
import type { InvitedView } from "../invitation-view.ts";
import type { Me } from "../me-view.ts";
import { mayInvite } from "../member.ts";
import type { TeamView } from "../team-view.ts";
import { useDoor } from "./door.ts";
import { LinkOnce } from "./link-once.tsx";
import { ROLE_OPTIONS } from "./role-words.ts";

interface InviteSheetProps {
  me: Me;
  teams: readonly TeamView[];
  close: () => void;
}

/** A new member: who, as what, in which team; then the link, once. */
export function InviteSheet({ me, teams, close }: InviteSheetProps) {
  const door = useDoor();
  const [invited, setInvited] = useState<InvitedView | null>(null);
  const open = teams.filter((team) => mayInvite(me, { role: "rep", teamId: team.id }));
  const leads = me.member.role === "leader";
  const draft = useDraft({
    name: "",
    email: "",
    role: "rep" as Role | "",
    teamId: leads ? "" : (open[0]?.id ?? ""),
    byMail: false,
  });
  const invite = useWrite(
    ({ role, teamId, ...who }: typeof draft.value, gesture) =>
      write<InvitedView>(
        "POST",
        "/members",
        { ...who, role, teamId: teamId === "" ? null : teamId },
        gesture,
      ),
    { refresh: ["/members", "/teams", "/invitations"], done: setInvited },
  );
  const first = draft.value.name.trim().split(" ")[0] ?? "";
  if (invited) {
    const says = `Give this link to ${first}: it opens the workspace once, within seven days.`;
    return <LinkOnce link={invited.link} says={says} mailJobId={invited.mailJobId} close={close} />;
  }
  return (
    <Form
      problem={invite.problem}
      onSubmit={() => invite.send(draft.value)}
      actions={
        <Button submit tone="primary" busy={invite.busy}>
          Make the invitation
        </Button>
      }
    >
      <TextField label="Name" autoFocus {...draft.field("name")} />
      <TextField label="E-mail address" hint="They sign in with it." kind="email" {...draft.field("email")} />
      {leads && <OneOfField label="Role" options={ROLE_OPTIONS} {...draft.field("role")} />}
      <ChoiceField
        label="Team"
        options={[
          ...(leads ? [{ value: "", label: "No team yet" }] : []),
          ...open.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...draft.field("teamId")}
      />
      {door?.mail === true && (
        <CheckField
          label="Send it by mail too"
          hint="The link is shown here either way."
          {...draft.field("byMail")}
        />
      )}
    </Form>
  );
}
