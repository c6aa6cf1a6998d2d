import { useState } from "react";
import type { Role } from "#lib/kernel/actor.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Column, Section } from "#lib/web/card.tsx";
import { OneOfField } from "#lib/web/choice-fields.tsx";
import { ChoiceField, DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { InvitedView } from "../invitation-routes.ts";
import type { Me } from "../me-routes.ts";
import type { MemberView } from "../member-routes.ts";
import { mayInvite, mayLead, mayMove } from "../member.ts";
import type { ResetLinkView } from "../reset-routes.ts";
import type { TeamView } from "../team-routes.ts";
import { LinkOnce } from "./link-once.tsx";
import { ROLE_OPTIONS } from "./role-words.ts";

interface MemberSheetProps {
  memberId: string;
  me: Me;
  teams: readonly TeamView[];
  close: () => void;
}

const TOUCHED = ["/members", "/teams", "/invitations", "/me", "/scorecard"];

/** What can be done about a member: who they are here, their team, a new link, letting go and bringing back. */
export function MemberSheet({ memberId, me, teams, close }: MemberSheetProps) {
  const member = useRead<MemberView>(`/members/${memberId}`);
  const [link, setLink] = useState<{ link: string; says: string } | null>(null);
  if (link) return <LinkOnce {...link} close={close} />;
  if (member.problem) return <Trouble problem={member.problem} again={member.again} />;
  if (member.data === undefined) return <Loading />;
  const about = { member: member.data, me, close };
  if (member.data.state === "left") return <BringBack {...about} />;
  const mayMoveThem = teams.some((team) => mayMove(me, member.data?.teamId ?? null, team.id));
  return (
    <Column>
      {mayLead(me) && <WhoTheyAre {...about} />}
      {mayMoveThem && <TheirTeam {...about} teams={teams} />}
      <Section title="Coming in">
        <NewLink {...about} onLink={setLink} />
        {mayLead(me) && member.data.id !== me.member.id && <LetGo {...about} />}
      </Section>
    </Column>
  );
}

interface About {
  member: MemberView;
  me: Me;
  close: () => void;
}

function WhoTheyAre({ member, close }: About) {
  const say = useUndo();
  const draft = useDraft({ name: member.name, email: member.email, role: member.role as Role | "" });
  const change = useWrite(
    (what: Record<string, unknown>, gesture) =>
      write<MemberView>("PATCH", `/members/${member.id}`, what, gesture),
    { refresh: TOUCHED },
  );
  const awaited = member.state === "invited";
  const save = async () => {
    const { email, ...rest } = draft.value;
    const before = { name: member.name, role: member.role, ...(awaited && { email: member.email }) };
    await change.sendNow({ ...rest, ...(awaited && { email }) });
    close();
    say(`${draft.value.name} is changed.`, () => change.sendNow(before));
  };
  return (
    <Form
      problem={change.problem}
      onSubmit={() => void save().catch(() => undefined)}
      actions={
        <Button submit tone="primary" busy={change.busy} disabled={!draft.touched}>
          Save
        </Button>
      }
    >
      <TextField label="Name" {...draft.field("name")} />
      {awaited && <TextField label="E-mail address" kind="email" {...draft.field("email")} />}
      <OneOfField label="Role" options={ROLE_OPTIONS} {...draft.field("role")} />
    </Form>
  );
}

function TheirTeam({ member, me, teams, close }: About & { teams: readonly TeamView[] }) {
  const say = useUndo();
  const draft = useDraft({ teamId: member.teamId ?? "", fromDay: me.today });
  const move = useWrite(
    (to: { teamId: string | null; fromDay: string }, gesture) =>
      write<MemberView>("PUT", `/members/${member.id}/team`, to, gesture),
    { refresh: TOUCHED },
  );
  const save = async () => {
    const { teamId, fromDay } = draft.value;
    await move.sendNow({ teamId: teamId === "" ? null : teamId, fromDay });
    close();
    say(`${member.name} is moved.`, () => move.sendNow({ teamId: member.teamId, fromDay: me.today }));
  };
  const open = teams.filter((team) => mayMove(me, member.teamId, team.id));
  return (
    <Section title="Team">
      <Form
        problem={move.problem}
        onSubmit={() => void save().catch(() => undefined)}
        actions={
          <Button
            submit
            busy={move.busy}
            disabled={draft.value.teamId === (member.teamId ?? "") && !member.move}
          >
            Move
          </Button>
        }
      >
        <ChoiceField
          label="Team"
          options={[
            ...(mayLead(me) ? [{ value: "", label: "No team" }] : []),
            ...open.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...draft.field("teamId")}
        />
        <DayField
          label="From"
          hint="What was counted before stays with the old team."
          earliest={me.today}
          {...draft.field("fromDay")}
        />
      </Form>
    </Section>
  );
}

/** A new invitation for who has not come yet; a reset link for who forgot the password. */
function NewLink({ member, me, onLink }: About & { onLink: (link: { link: string; says: string }) => void }) {
  const awaited = member.state === "invited";
  const make = useWrite(
    (_: null, gesture) =>
      awaited
        ? write<InvitedView>("POST", "/invitations", { memberId: member.id }, gesture)
        : write<ResetLinkView>("POST", `/members/${member.id}/reset-link`, undefined, gesture),
    {
      refresh: ["/invitations"],
      done: ({ link }) =>
        onLink({
          link,
          says: awaited
            ? `Give this link to ${member.name}: it opens the workspace once, within seven days. The one before opens nothing any more.`
            : `Give this link to ${member.name}: with it they choose a new password, once and within a day.`,
        }),
    },
  );
  if (awaited ? !mayInvite(me, member) : !mayLead(me) || member.id === me.member.id) return null;
  return (
    <>
      <Button busy={make.busy} onClick={() => make.send(null)}>
        {awaited ? "Make a new link" : "Make a reset link"}
      </Button>
      {make.problem && <Trouble problem={make.problem} />}
    </>
  );
}

function LetGo({ member, close }: About) {
  const say = useUndo();
  const bringBack = useBringBack();
  const letGo = useWrite((id: string, gesture) => write("DELETE", `/members/${id}`, undefined, gesture), {
    refresh: TOUCHED,
    done: (_answer, id) => {
      close();
      const awaited = member.state === "invited";
      say(
        awaited
          ? `${member.name}'s invitation is withdrawn.`
          : `${member.name} is let go. What they did stays.`,
        () => bringBack.sendNow(id),
      );
    },
  });
  return (
    <>
      <Button tone="danger" busy={letGo.busy} onClick={() => letGo.send(member.id)}>
        {member.state === "invited" ? "Withdraw the invitation" : "Let go"}
      </Button>
      {letGo.problem && <Trouble problem={letGo.problem} />}
    </>
  );
}

function BringBack({ member, close }: About) {
  const say = useUndo();
  const bringBack = useBringBack();
  const save = async () => {
    await bringBack.sendNow(member.id);
    close();
    say(`${member.name} is back.`);
  };
  return (
    <Column>
      <p>{member.name} left. What they did is kept and counts; they cannot sign in.</p>
      <Button tone="primary" busy={bringBack.busy} onClick={() => void save().catch(() => undefined)}>
        Bring back
      </Button>
      {bringBack.problem && <Trouble problem={bringBack.problem} />}
    </Column>
  );
}

function useBringBack() {
  return useWrite(
    (id: string, gesture) => write<MemberView>("PUT", `/members/${id}/return`, undefined, gesture),
    { refresh: TOUCHED },
  );
}
