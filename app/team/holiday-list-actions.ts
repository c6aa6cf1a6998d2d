import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { readCalendarFile } from "./calendar-file-reader.ts";
import { nameOfList, publicHolidays } from "./country-days-reader.ts";
import { needOwner } from "./holiday-actions.ts";
import {
  findCountryList,
  findHolidayList,
  type HolidayListRow,
  holdOwner,
  insertHolidayList,
  listsEndingBefore,
  markHolidayList,
  type NewHolidayList,
  setUntilYear,
} from "./holiday-list-store.ts";
import { daysFromFiles, insertHolidays } from "./holiday-store.ts";
import { type NamedDay, yearsFrom } from "./holiday.ts";
import type { NightWork } from "./nightly-jobs.ts";
import { needSomeWorkday } from "./some-workday-actions.ts";

export interface BroughtList extends HolidayListRow {
  /** How many days this call added. */
  added: number;
}

/** The public holidays of a country, or of a part of it, this year and the next two; each night goes on from there. */
export async function addCountry(
  tx: Tx,
  actor: Actor,
  wanted: { country: string; region: string | null; memberId: string | null },
): Promise<BroughtList> {
  const { country, region, memberId } = wanted;
  await needOwner(tx, actor, memberId);
  const name = await nameOfList(country, region);
  await holdOwner(tx, memberId);
  const known = await findCountryList(tx, wanted);
  if (known) return { ...known, added: 0 };
  const { first, last } = yearsFrom(actor.today);
  const days = await daysOfYears(country, region, first, last);
  const id = newId(actor.now);
  const list = { id, kind: "country" as const, name, country, region, untilYear: last, memberId };
  return bring(tx, actor, list, days);
}

/**
 * The all-day events of a calendar file, within the same years. Days that a standing file gave already under the same name are
 * left out, so that the same file twice adds nothing. Throws Problem invalid, in words, for a file that is no such calendar.
 */
export async function bringHolidayFile(
  tx: Tx,
  actor: Actor,
  file: { name: string; bytes: Uint8Array; memberId: string | null },
): Promise<BroughtList & { timed: number; unread: number }> {
  const { memberId } = file;
  await needOwner(tx, actor, memberId);
  const { first, last } = yearsFrom(actor.today);
  const found = await readCalendarFile(file.bytes, { from: `${first}-01-01`, to: `${last}-12-31` });
  const { timed, unread } = found;
  await holdOwner(tx, memberId);
  const listsOf = new Map((await daysFromFiles(tx, memberId)).map((each) => [keyOf(each), each.listId]));
  const days = found.days.filter((each) => !listsOf.has(keyOf(each)));
  const before = found.days[0] && listsOf.get(keyOf(found.days[0]));
  if (days.length === 0 && before) return { ...(await needList(tx, before)), added: 0, timed, unread };
  const name = (found.name ?? file.name).replaceAll("\0", "").slice(0, 120);
  const nothing = { country: null, region: null, untilYear: null };
  const list = { id: newId(actor.now), kind: "file" as const, name, ...nothing, memberId };
  return { ...(await bring(tx, actor, list, days)), timed, unread };
}

/** With every day that it brought and nobody has removed since. */
export async function takeBackHolidayList(tx: Tx, actor: Actor, id: string): Promise<void> {
  const list = await needOwnList(tx, actor, id);
  if (list.takenBackAt) return;
  await markHolidayList(tx, id, actor);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["holidays.brought"] },
    "holidays.taken-back",
  );
}

/** What was taken back by mistake holds again. */
export async function returnHolidayList(tx: Tx, actor: Actor, id: string): Promise<HolidayListRow> {
  const list = await needOwnList(tx, actor, id);
  if (!list.takenBackAt) return list;
  await holdOwner(tx, list.memberId);
  const { country, region, memberId } = list;
  if (country !== null && (await findCountryList(tx, { country, region, memberId })))
    throw conflict(`${list.name} was added anew meanwhile`);
  await markHolidayList(tx, id, null);
  await needSomeWorkday(tx, actor, list.memberId);
  const back = await needList(tx, id);
  await writeJournal(tx, actor, [broughtLine(actor, back, back.days)]);
  return back;
}

/** Each night: lists of countries reach as far ahead as on the day they were added. */
export const renewHolidays: NightWork = async (tx, night) => {
  const { last } = yearsFrom(night.today);
  for (const { id, country, region, untilYear, memberId } of await listsEndingBefore(tx, last)) {
    if (country === null || untilYear === null) continue;
    const days = await daysOfYears(country, region, untilYear + 1, last);
    await insertHolidays(tx, days.map(withId(night.now)), { memberId, listId: id }, night);
    await setUntilYear(tx, id, last);
  }
};

async function bring(
  tx: Tx,
  actor: Actor,
  list: NewHolidayList,
  days: readonly NamedDay[],
): Promise<BroughtList> {
  await insertHolidayList(tx, list, actor);
  const of = { memberId: list.memberId, listId: list.id };
  const added = await insertHolidays(tx, days.map(withId(actor.now)), of, actor);
  await needSomeWorkday(tx, actor, list.memberId);
  await writeJournal(tx, actor, [broughtLine(actor, list, added)]);
  return { ...(await needList(tx, list.id)), added };
}

async function daysOfYears(country: string, region: string | null, first: number, last: number) {
  const days: NamedDay[] = [];
  for (let year = first; year <= last; year++) days.push(...(await publicHolidays(country, region, year)));
  // A holiday in lieu may fall into the next year.
  return [...new Map(days.map((each) => [each.day, each])).values()];
}

async function needOwnList(tx: Tx, actor: Actor, id: string): Promise<HolidayListRow> {
  const list = await needList(tx, id);
  await needOwner(tx, actor, list.memberId);
  return list;
}

async function needList(tx: Tx, id: string): Promise<HolidayListRow> {
  const list = await findHolidayList(tx, id);
  if (!list) throw notFound("list of holidays");
  return list;
}

function withId(now: Date): (each: NamedDay) => NamedDay & { id: string } {
  return (each) => ({ ...each, id: newId(now) });
}

function keyOf({ day, name }: NamedDay): string {
  return `${day} ${name}`;
}

function broughtLine(actor: Actor, { id, name, kind, memberId }: NewHolidayList, days: number) {
  return {
    verb: "holidays.brought",
    subject: { kind: "holiday-list", id },
    day: actor.today,
    concerns: [memberId],
    detail: { name, from: kind, days, memberId },
  };
}
