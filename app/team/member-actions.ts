import type { Actor, Role } from "#lib/kernel/actor.ts";
import { keepWorkdaysBefore } from "./work-calendar-store.ts";
import { addDays, type Day, instantOf } from "#lib/kernel/days.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { cleanEmail, cleanName } from "./contact.ts";
import { withdrawInvitations } from "./invitation-store.ts";
import { cleanWorkdays } from "./holiday.ts";
import { mayChangeFor, mayLead, mayMove } from "./member.ts";
import {
  findByEmail,
  findMember,
  holdLeaders,
  markLeft,
  markReturned,
  type MemberRow,
  moveStay,
  stayInRole,
  updateMember,
} from "./member-store.ts";
import { eraseScreenTime } from "./screen-time-store.ts";
import { giveSeat, takeSeat } from "./session-store.ts";
import { needSomeWorkday } from "./some-workday-actions.ts";
import { needOpenTeam } from "./team-actions.ts";
import { clearManager, findTeam } from "./team-store.ts";

/** What other rooms do when somebody leaves: withdraw their keys, say. Part of the same transaction. */
export type WhenMemberLeaves = (tx: Tx, actor: Actor, memberId: string) => Promise<void>;

// Further ahead nobody plans, and a slip in the year shows.
const PLAN_DAYS = 366;

/** Throws Problem not-found. */
export async function getMember(tx: Tx, actor: Actor, id: string): Promise<MemberRow> {
  const member = await findMember(tx, id, actor.today);
  if (!member) throw notFound("member");
  return member;
}

/**
 * Name, role, workdays, and the address as long as nobody signs in with it. Everybody may mend their own name and workdays, and
 * managers the workdays of their team; all else is a leader's.
 * A workspace keeps at least one leader.
 */
export async function changeMember(
  tx: Tx,
  actor: Actor,
  id: string,
  changes: { name?: string; email?: string; role?: Role; workdays?: readonly Weekday[] | null },
): Promise<MemberRow> {
  const before = await getMember(tx, actor, id);
  const isTheirs = mayChangeFor(actor, { memberId: id, teamId: before.teamId });
  const whatTheyAre = changes.email !== undefined || changes.role !== undefined;
  const onlyMine = !whatTheyAre && (changes.name === undefined ? isTheirs : id === actor.member.id);
  if (!mayLead(actor) && !onlyMine) throw notAllowed("only a leader changes what somebody is here");
  const after = {
    name: changes.name === undefined ? before.name : cleanName(changes.name),
    email: changes.email === undefined ? before.email : cleanEmail(changes.email),
    role: changes.role ?? before.role,
  };
  const workdays = changes.workdays === undefined ? before.workdays : workdaysOf(changes.workdays);
  const fields = [
    ...(Object.keys(after) as (keyof typeof after)[]).filter((field) => after[field] !== before[field]),
    ...(workdays?.join() === before.workdays?.join() ? [] : ["workdays"]),
  ];
  if (fields.length === 0) return before;
  if (fields.includes("email")) await refuseAddress(tx, actor, before, after.email);
  if (before.role === "leader" && after.role !== "leader") await refuseLastLeader(tx, before);
  if (fields.includes("workdays")) await keepWorkdaysBefore(tx, id, before.workdays, actor.today);
  await updateMember(tx, id, { ...after, workdays });
  if (fields.includes("role")) await stayInRole(tx, id, after.role, actor.today);
  if (fields.includes("workdays")) await needSomeWorkday(tx, actor, id);
  const unmanaged = after.role === "rep" && before.role !== "rep" ? await clearManager(tx, id) : [];
  const roles = fields.includes("role") ? { from: before.role, to: after.role, unmanaged } : {};
  await writeJournal(tx, actor, [
    {
      verb: "member.changed",
      subject: { kind: "member", id },
      day: actor.today,
      detail: { fields, ...roles },
    },
  ]);
  return getMember(tx, actor, id);
}

function workdaysOf(wanted: readonly Weekday[] | null): Weekday[] | null {
  return wanted && cleanWorkdays(wanted);
}

/**
 * Into another team, or none, from today or a coming day on; the past stays with the old team. A leader moves anybody, a
 * manager between teams they manage.
 */
export async function moveMember(
  tx: Tx,
  actor: Actor,
  id: string,
  { teamId, fromDay = actor.today }: { teamId: string | null; fromDay?: Day },
): Promise<MemberRow> {
  const member = await getMember(tx, actor, id);
  if (!mayMove(actor, member.teamId, teamId)) {
    throw notAllowed("a manager moves people between the teams they manage; ask a leader for other teams");
  }
  if (member.state === "left") throw conflict(`${member.name} has left; bring them back first`);
  if (fromDay < actor.today)
    throw invalid("the past stays with the old team: choose today or a later day", "fromDay");
  if (fromDay > addDays(actor.today, PLAN_DAYS)) throw invalid("this is more than a year ahead", "fromDay");
  if (teamId !== null) await needOpenTeam(tx, teamId);
  await moveStay(tx, id, teamId, fromDay, actor.today);
  if (fromDay > actor.today) {
    const dueAt = instantOf(fromDay, "00:00", actor.workspace.timeZone);
    await queueJob(tx, {
      kind: "team-move",
      payload: { memberId: id },
      askedBy: actor.member.id,
      now: actor.now,
      dueAt,
    });
  }
  await writeJournal(tx, actor, [
    {
      verb: "member.moved",
      subject: { kind: "member", id },
      day: actor.today,
      concerns: [teamId],
      detail: { fromTeamId: member.teamId, teamId, fromDay },
    },
  ]);
  return getMember(tx, actor, id);
}

/** Signs in no more from this moment on; what they did stays, and counts. Throws Problem conflict for the last leader. */
export async function letGo(
  tx: Tx,
  actor: Actor,
  id: string,
  whenMemberLeaves: readonly WhenMemberLeaves[],
): Promise<void> {
  const member = await getMember(tx, actor, id);
  if (!mayLead(actor)) throw notAllowed("only a leader lets somebody go");
  if (member.state === "left") return;
  if (member.role === "leader") await refuseLastLeader(tx, member);
  await markLeft(tx, id, actor.member.id, actor.today, actor.now);
  if (member.userId !== null) await takeSeat(tx, member.userId);
  await withdrawInvitations(tx, id, actor.now);
  await eraseScreenTime(tx, id);
  const unmanaged = await clearManager(tx, id);
  for (const also of whenMemberLeaves) await also(tx, actor, id);
  await writeJournal(tx, actor, [
    { verb: "member.left", subject: { kind: "member", id }, day: actor.today, detail: { unmanaged } },
  ]);
}

/** Back in the team they left, if it is still there. Who signed in before can do so again. */
export async function bringBack(tx: Tx, actor: Actor, id: string): Promise<MemberRow> {
  const member = await getMember(tx, actor, id);
  if (!mayLead(actor)) throw notAllowed("only a leader brings somebody back");
  if (member.state !== "left") return member;
  const other = await findByEmail(tx, member.email, actor.today);
  if (other && other.state !== "left") throw conflict(`${other.name} has the address ${member.email} now`);
  const team = member.teamId === null ? null : await findTeam(tx, member.teamId);
  await markReturned(tx, id, team && !team.closedAt ? team.id : null, actor.today);
  if (member.userId !== null) {
    const seat = {
      userId: member.userId,
      workspaceId: tx.workspaceId,
      memberId: id,
      workspaceName: actor.workspace.name,
    };
    await giveSeat(tx, seat, actor.now);
  }
  await writeJournal(tx, actor, [
    { verb: "member.returned", subject: { kind: "member", id }, day: actor.today },
  ]);
  return getMember(tx, actor, id);
}

async function refuseAddress(tx: Tx, actor: Actor, member: MemberRow, email: string): Promise<void> {
  if (member.userId !== null)
    throw conflict(`${member.name} signs in with their own address; only they could change it`);
  const other = await findByEmail(tx, email, actor.today);
  if (other && other.state !== "left") throw invalid(`${other.name} has this address`, "email");
}

async function refuseLastLeader(tx: Tx, member: MemberRow): Promise<void> {
  const others = (await holdLeaders(tx)).filter((id) => id !== member.id);
  if (others.length > 0) return;
  throw conflict(`${member.name} is the last leader here; make somebody else a leader first`);
}
