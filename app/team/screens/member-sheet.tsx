import { useState } from "react";
import type { Role } from "#lib/kernel/actor.ts";
import { dayIn } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Column, Section } from "#lib/web/card.tsx";
import { OneOfField } from "#lib/web/choice-fields.tsx";
import { ChoiceField, DayField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { dayText } from "#lib/kernel/day-words.ts";
import type { InvitationView, InvitedView } from "../invitation-view.ts";
import type { Me } from "../me-view.ts";
import type { MemberView } from "../member-view.ts";
import { mayInvite, mayLead, mayMove } from "../member.ts";
import type { ResetLinkView } from "../reset-view.ts";
import type { TeamView } from "../team-view.ts";
import { Absences } from "./absences.tsx";
import { LinkOnce } from "./link-once.tsx";
import { OwnWorkdays } from "./own-workdays.tsx";
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
  const others = member.data.id !== me.member.id;
  return (
    <Column>
      <WhatTheyAre {...about} teams={teams} />
      {member.data.move && <PlannedMove {...about} move={member.data.move} teams={teams} />}
      {member.data.state === "here" && (
        <Section title="Days off">
          <OwnWorkdays memberId={member.data.id} />
          <Absences memberId={member.data.id} today={me.today} />
          <Go to={`/settings/days-off?of=${member.data.id}`}>Holidays of their own</Go>
        </Section>
      )}
      {others && (
        <Section title="Coming in">
          {member.data.state === "invited" && <Awaited memberId={member.data.id} me={me} />}
          <NewLink {...about} onLink={setLink} />
          {mayLead(me) && <LetGo {...about} />}
        </Section>
      )}
    </Column>
  );
}

interface About {
  member: MemberView;
  me: Me;
  close: () => void;
}

/** Name, role and team in one form; a manager sees the team alone. */
function WhatTheyAre({ member, me, teams, close }: About & { teams: readonly TeamView[] }) {
  const say = useUndo();
  const { draft, change, saveAll } = useMemberDraft(member, me);
  const leads = mayLead(me);
  const moves = draft.value.teamId !== (member.teamId ?? "");
  const open = teams.filter((team) => mayMove(me, member.teamId, team.id));
  const save = async () => {
    const undo = await saveAll();
    close();
    say(`${draft.value.name} is changed.`, undo);
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
      {leads && <TextField label="Name" {...draft.field("name")} />}
      {leads && member.state === "invited" && (
        <TextField label="E-mail address" kind="email" {...draft.field("email")} />
      )}
      {leads && <OneOfField label="Role" options={ROLE_OPTIONS} {...draft.field("role")} />}
      {open.length > 0 && (
        <ChoiceField
          label="Team"
          options={[
            ...(leads ? [{ value: "", label: "No team" }] : []),
            ...open.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...draft.field("teamId")}
        />
      )}
      {moves && (
        <DayField
          label="In that team from"
          hint="What was counted before stays with the old team."
          earliest={me.today}
          {...draft.field("fromDay")}
        />
      )}
    </Form>
  );
}

/** Said, and taken back by staying. */
function PlannedMove({
  member,
  me,
  move,
  teams,
  close,
}: About & { move: NonNullable<MemberView["move"]>; teams: readonly TeamView[] }) {
  const say = useUndo();
  const put = useWrite(
    (to: { teamId: string | null; fromDay: string }, gesture) =>
      write<MemberView>("PUT", `/members/${member.id}/team`, to, gesture),
    { refresh: TOUCHED },
  );
  const stay = async () => {
    await put.sendNow({ teamId: member.teamId, fromDay: me.today });
    close();
    say(`${member.name} stays.`, () => put.sendNow(move));
  };
  const next = teams.find(({ id }) => id === move.teamId)?.name;
  return (
    <Section title="Planned">
      <p>
        {next === undefined ? "Leaves the team" : `Moves to ${next}`} on {dayText(move.fromDay, me.today)}.
      </p>
      <Button busy={put.busy} onClick={() => void stay().catch(() => undefined)}>
        Stay instead
      </Button>
      {put.problem && <Trouble problem={put.problem} />}
    </Section>
  );
}

interface Change {
  what: "" | "/team";
  body: Record<string, unknown>;
}

/** The two writes behind the one form; `saveAll` answers how to take them back. */
function useMemberDraft(member: MemberView, me: Me) {
  const { name, email } = member;
  const start = {
    name,
    email,
    role: member.role as Role | "",
    teamId: member.teamId ?? "",
    fromDay: me.today,
  };
  const draft = useDraft(start);
  const change = useWrite(
    ({ what, body }: Change, gesture) =>
      write<MemberView>(what === "" ? "PATCH" : "PUT", `/members/${member.id}${what}`, body, gesture),
    { refresh: TOUCHED },
  );
  const changesTo = (to: typeof start, from: typeof start): Change[] => {
    const fields = (["name", "email", "role"] as const).filter((field) => to[field] !== from[field]);
    const moved = to.teamId !== from.teamId;
    const teamId = to.teamId === "" ? null : to.teamId;
    return [
      ...(fields.length > 0
        ? [{ what: "" as const, body: Object.fromEntries(fields.map((field) => [field, to[field]])) }]
        : []),
      ...(moved ? [{ what: "/team" as const, body: { teamId, fromDay: to.fromDay } }] : []),
    ];
  };
  const sendEach = async (changes: readonly Change[]) => {
    for (const each of changes) await change.sendNow(each);
  };
  const saveAll = async () => {
    const wanted = draft.value;
    await sendEach(changesTo(wanted, start));
    return () => sendEach(changesTo(start, wanted));
  };
  return { draft, change, saveAll };
}

/** Who invited them, and how long the link still opens. */
function Awaited({ memberId, me }: { memberId: string; me: Me }) {
  const { timeZone } = me.workspace;
  const waiting = useRead<Page<InvitationView>>("/invitations", { member: memberId, limit: 1 });
  if (waiting.data === undefined) return null;
  const invitation = waiting.data.items[0];
  if (invitation === undefined) return <p>No link of theirs opens anything. Make a new one.</p>;
  const invitedOn = dayText(dayIn(new Date(invitation.invitedAt), timeZone), me.today);
  const lastDay = dayIn(new Date(invitation.expiresAt), timeZone);
  return (
    <p>
      Invited on {invitedOn}
      {invitation.invitedBy !== null && ` by ${invitation.invitedBy}`}.{" "}
      {lastDay < me.today
        ? "The link has run out: make a new one."
        : `The link works until ${dayText(lastDay, me.today)}.`}
    </p>
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
  if (awaited ? !mayInvite(me, member) : !mayLead(me)) return null;
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
