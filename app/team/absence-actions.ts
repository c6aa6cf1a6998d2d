import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { type Absence, checkAbsence, mayReadWords } from "./absence.ts";
import {
  type AbsenceRow,
  findSameAbsence,
  holdAbsence,
  insertAbsence,
  markAbsence,
} from "./absence-store.ts";
import { holdOwner } from "./holiday-list-store.ts";
import { getMember } from "./member-actions.ts";
import { mayChangeFor } from "./member.ts";
import { needSomeWorkday } from "./some-workday-actions.ts";

export interface WantedAbsence {
  memberId?: string | undefined;
  fromDay: Day;
  toDay: Day;
  standInId?: string | null | undefined;
  words?: string | null | undefined;
}

// Somebody who was ill says so when they are back.
const LATE_DAYS = 31;
const PLAN_DAYS = 731;

/** One's own, one's team's, or for leaders everybody's. Said again it is there once. */
export async function sayAbsence(tx: Tx, actor: Actor, wanted: WantedAbsence): Promise<AbsenceRow> {
  const { memberId = actor.member.id, fromDay, toDay, standInId = null } = wanted;
  const member = await getMember(tx, actor, memberId);
  if (!mayChangeFor(actor, { memberId, teamId: member.teamId }))
    throw notAllowed(`${member.name}, who manages them or a leader says when they are away`);
  if (member.state === "left") throw invalid(`${member.name} has left`, "memberId");
  const words = wanted.words?.trim() || null;
  const absence: Absence = { memberId, fromDay, toDay, standInId };
  checkAbsence({ ...absence, words }, daysBetween(fromDay, toDay) + 1);
  checkWhen(actor, fromDay);
  if (standInId !== null) {
    const standIn = await getMember(tx, actor, standInId);
    if (standIn.state !== "here") throw invalid(`${standIn.name} is not here to stand in`, "standInId");
  }
  await holdOwner(tx, memberId);
  const same = await findSameAbsence(tx, absence);
  if (same) return same;
  const id = newId(actor.now);
  await insertAbsence(tx, { ...absence, id, words }, actor);
  await needSomeWorkday(tx, actor, memberId);
  await writeJournal(tx, actor, [saidLine(actor, { id, ...absence })]);
  return needAbsence(tx, id);
}

export async function takeBackAbsence(tx: Tx, actor: Actor, id: string): Promise<void> {
  const absence = await needOwnAbsence(tx, actor, id);
  if (absence.takenBackAt) return;
  await markAbsence(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["absence.said"] }, "absence.taken-back");
}

/** What was taken back by mistake holds again. */
export async function returnAbsence(tx: Tx, actor: Actor, id: string): Promise<AbsenceRow> {
  const absence = await needOwnAbsence(tx, actor, id);
  if (!absence.takenBackAt) return absence;
  await markAbsence(tx, id, null);
  await needSomeWorkday(tx, actor, absence.memberId);
  await writeJournal(tx, actor, [saidLine(actor, absence)]);
  return needAbsence(tx, id);
}

/** Who may not read what was said with it is not shown it. */
export function asSeenBy(actor: Actor, absence: AbsenceRow): AbsenceRow {
  return mayReadWords(actor, absence) ? absence : { ...absence, words: null };
}

function checkWhen(actor: Actor, fromDay: Day): void {
  if (fromDay < addDays(actor.today, -LATE_DAYS))
    throw invalid("this is more than a month ago; what was due then is past", "fromDay");
  if (fromDay > addDays(actor.today, PLAN_DAYS))
    throw invalid("this is more than two years ahead", "fromDay");
}

async function needOwnAbsence(tx: Tx, actor: Actor, id: string): Promise<AbsenceRow> {
  const absence = await needAbsence(tx, id);
  if (!mayChangeFor(actor, { memberId: absence.memberId, teamId: absence.memberTeamId }))
    throw notAllowed(`${absence.memberName}, who manages them or a leader changes this`);
  return absence;
}

async function needAbsence(tx: Tx, id: string): Promise<AbsenceRow> {
  const absence = await holdAbsence(tx, id);
  if (!absence) throw notFound("absence");
  return absence;
}

function saidLine(actor: Actor, { id, memberId, fromDay, toDay, standInId }: Absence & { id: string }) {
  return {
    verb: "absence.said",
    subject: { kind: "absence", id },
    day: actor.today,
    concerns: [memberId, standInId],
    detail: { memberId, fromDay, toDay, standInId },
  };
}
