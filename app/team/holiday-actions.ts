import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { holdOwner } from "./holiday-list-store.ts";
import {
  findByHand,
  findHoliday,
  type HeldHoliday,
  holdHoliday,
  type HolidayRow,
  insertHolidays,
  markHoliday,
} from "./holiday-store.ts";
import { cleanHolidayName, mayKeepHolidays, type NamedDay } from "./holiday.ts";
import { getMember } from "./member-actions.ts";
import { needSomeWorkday } from "./some-workday-actions.ts";

/** Further than this nobody plans, and a slip in the year shows. */
const YEARS_PLANNED = 10;

/** One day, written by hand. Said again it is there once. Throws Problem conflict where the day has another name. */
export async function addHoliday(
  tx: Tx,
  actor: Actor,
  wanted: { day: Day; name: string; memberId: string | null },
): Promise<HolidayRow> {
  const { day, memberId } = wanted;
  const name = cleanHolidayName(wanted.name);
  const years = Number(day.slice(0, 4)) - Number(actor.today.slice(0, 4));
  if (years < -1 || years > YEARS_PLANNED)
    throw invalid(`choose a day from last year on, and of the next ${YEARS_PLANNED} years`, "day");
  await needOwner(tx, actor, memberId);
  await holdOwner(tx, memberId);
  const there = await findByHand(tx, memberId, day);
  if (there && there.name === name) return there;
  if (there) throw conflict(`this day is off already: ${there.name}`);
  const id = newId(actor.now);
  await insertHolidays(tx, [{ id, day, name }], { memberId, listId: null }, actor);
  await needSomeWorkday(tx, actor, memberId);
  await writeJournal(tx, actor, [addedLine(actor, { id, day, name, memberId })]);
  return needHoliday(tx, id);
}

/** Wherever it came from; the list it came from keeps its other days. */
export async function removeHoliday(tx: Tx, actor: Actor, id: string): Promise<void> {
  const holiday = await holdOwn(tx, actor, id);
  if (holiday.takenBackAt) return;
  await markHoliday(tx, id, actor);
  const undone = await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["holiday.added"] },
    "holiday.removed",
  );
  if (undone.lineIds.length === 0)
    await writeJournal(tx, actor, [{ ...addedLine(actor, holiday), verb: "holiday.removed" }]);
}

/** What was removed by mistake is off again. */
export async function returnHoliday(tx: Tx, actor: Actor, id: string): Promise<HolidayRow> {
  const holiday = await holdOwn(tx, actor, id);
  if (!holiday.takenBackAt) return needHoliday(tx, id);
  if (holiday.listTakenBackAt)
    throw conflict("the list that it came from was taken back; bring that back first");
  await holdOwner(tx, holiday.memberId);
  const other = holiday.listId === null ? await findByHand(tx, holiday.memberId, holiday.day) : null;
  if (other) throw conflict(`this day is off already: ${other.name}`);
  await markHoliday(tx, id, null);
  await needSomeWorkday(tx, actor, holiday.memberId);
  const undone = await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["holiday.removed"] },
    "holiday.added",
  );
  if (undone.lineIds.length === 0) await writeJournal(tx, actor, [addedLine(actor, holiday)]);
  return needHoliday(tx, id);
}

/** Throws Problem not-found or not-allowed. Null is everybody. */
export async function needOwner(tx: Tx, actor: Actor, memberId: string | null): Promise<void> {
  if (memberId === null) {
    if (!mayKeepHolidays(actor, null))
      throw notAllowed("only a leader changes the days that everybody has off");
    return;
  }
  const { name, teamId } = await getMember(tx, actor, memberId);
  if (!mayKeepHolidays(actor, { memberId, teamId }))
    throw notAllowed(`${name}, who manages them or a leader changes their days off`);
}

async function holdOwn(tx: Tx, actor: Actor, id: string): Promise<HeldHoliday> {
  const holiday = await holdHoliday(tx, id);
  if (!holiday) throw notFound("holiday");
  await needOwner(tx, actor, holiday.memberId);
  return holiday;
}

async function needHoliday(tx: Tx, id: string): Promise<HolidayRow> {
  const holiday = await findHoliday(tx, id);
  if (!holiday) throw notFound("holiday");
  return holiday;
}

function addedLine(
  actor: Actor,
  { id, day, name, memberId }: NamedDay & { id: string; memberId: string | null },
) {
  return {
    verb: "holiday.added",
    subject: { kind: "holiday", id },
    day: actor.today,
    concerns: [memberId],
    detail: { day, name, memberId },
  };
}
