import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { cleanName } from "./contact.ts";
import { mayLead, mayManageTeam } from "./member.ts";
import { findMember } from "./member-store.ts";
import { findTeam, isTeamName, namesInTeam, type TeamRow, updateTeam } from "./team-store.ts";
import { insertTeam } from "./workspace-store.ts";

/** Leaders only. Throws Problem conflict when the name is taken. */
export async function makeTeam(
  tx: Tx,
  actor: Actor,
  wanted: { name: string; managerId: string | null },
): Promise<TeamRow> {
  if (!mayLead(actor)) throw notAllowed("only a leader makes teams");
  const name = cleanName(wanted.name);
  await refuseTakenName(tx, name, null);
  if (wanted.managerId !== null) await needManager(tx, actor, wanted.managerId);
  const id = newId(actor.now);
  await insertTeam(tx, { id, name, managerId: wanted.managerId }, actor.now);
  await writeJournal(tx, actor, [
    {
      verb: "team.made",
      subject: { kind: "team", id },
      day: actor.today,
      concerns: [wanted.managerId],
      detail: { name },
    },
  ]);
  return needTeam(tx, id);
}

/** Its manager may give it another name; a leader also another manager. */
export async function changeTeam(
  tx: Tx,
  actor: Actor,
  id: string,
  changes: { name?: string; managerId?: string | null },
): Promise<TeamRow> {
  const before = await needTeam(tx, id);
  if (!mayManageTeam(actor, id)) throw notAllowed("the team's manager or a leader can change it");
  const name = changes.name === undefined ? before.name : cleanName(changes.name);
  const managerId = changes.managerId === undefined ? before.managerId : changes.managerId;
  if (managerId !== before.managerId) {
    if (!mayLead(actor)) throw notAllowed("only a leader gives a team another manager");
    if (managerId !== null) await needManager(tx, actor, managerId);
  }
  const fields = [
    ...(name === before.name ? [] : ["name"]),
    ...(managerId === before.managerId ? [] : ["managerId"]),
  ];
  if (fields.length === 0) return before;
  await refuseTakenName(tx, name, id);
  await updateTeam(tx, id, { name, manager_id: managerId });
  await writeJournal(tx, actor, [
    {
      verb: "team.changed",
      subject: { kind: "team", id },
      day: actor.today,
      concerns: [before.managerId, managerId],
      detail: { fields, name, managerId },
    },
  ]);
  return needTeam(tx, id);
}

/** A team that nobody is in closes; its past stays. Throws Problem conflict saying who is still in it. */
export async function closeTeam(tx: Tx, actor: Actor, id: string): Promise<TeamRow> {
  const team = await needTeam(tx, id);
  if (!mayLead(actor)) throw notAllowed("only a leader closes teams");
  if (team.closedAt) return team;
  const names = await namesInTeam(tx, id, actor.today, 4);
  if (names.length > 0) {
    const some = names.slice(0, 3).join(", ");
    throw conflict(
      `${some}${names.length > 3 ? " and others are" : names.length > 1 ? " are" : " is"} in ${team.name}; move them first`,
    );
  }
  await updateTeam(tx, id, { closed_at: actor.now, closed_by: actor.member.id });
  await writeJournal(tx, actor, [{ verb: "team.closed", subject: { kind: "team", id }, day: actor.today }]);
  return needTeam(tx, id);
}

export async function reopenTeam(tx: Tx, actor: Actor, id: string): Promise<TeamRow> {
  const team = await needTeam(tx, id);
  if (!mayLead(actor)) throw notAllowed("only a leader opens teams again");
  if (!team.closedAt) return team;
  await refuseTakenName(tx, team.name, id);
  await updateTeam(tx, id, { closed_at: null, closed_by: null });
  await writeJournal(tx, actor, [{ verb: "team.reopened", subject: { kind: "team", id }, day: actor.today }]);
  return needTeam(tx, id);
}

/** Throws Problem not-found. */
async function needTeam(tx: Tx, id: string): Promise<TeamRow> {
  const team = await findTeam(tx, id);
  if (!team) throw notFound("team");
  return team;
}

/** Throws Problem invalid, at the field teamId, for a team that is not there or is closed. */
export async function needOpenTeam(tx: Tx, id: string): Promise<void> {
  const team = await findTeam(tx, id);
  if (!team) throw invalid("there is no such team", "teamId");
  if (team.closedAt) throw invalid(`${team.name} is closed`, "teamId");
}

async function needManager(tx: Tx, actor: Actor, memberId: string): Promise<void> {
  const member = await findMember(tx, memberId, actor.today);
  if (!member || member.state === "left") throw invalid("there is no such member", "managerId");
  if (member.role === "rep") throw invalid(`${member.name} is a rep; make them a manager first`, "managerId");
}

async function refuseTakenName(tx: Tx, name: string, except: string | null): Promise<void> {
  if (await isTeamName(tx, name, except))
    throw conflict(`there is a team ${name} already; choose another name`);
}
