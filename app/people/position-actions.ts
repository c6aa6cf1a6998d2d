import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { accountOf, getHeldPerson, getPerson, samePersonIds } from "./person-actions.ts";
import { findDefaultCountry, updatePerson, type PersonRow } from "./person-store.ts";
import { accountOn, checkStay, historyOf } from "./position.ts";
import {
  deletePosition,
  insertPosition,
  listPositions,
  updatePosition,
  type PositionRow,
} from "./position-store.ts";

/** What is said of a time at an employer; with `untilDay` it is past, without it is the current one. */
export interface PositionFacts {
  accountId?: string | null;
  accountName?: string | null;
  title?: string | null;
  fromDay?: Day | null;
  untilDay?: Day | null;
}

export type PositionSeen = PositionRow & { current: boolean };

/** Where somebody worked, merged records included, the current position first. Throws Problem not-found. */
export async function positionsOf(tx: Tx, personId: string): Promise<PositionSeen[]> {
  const person = await getPerson(tx, personId);
  return historyOf(await listPositions(tx, await samePersonIds(tx, person.id)), person.id);
}

/** For the rooms above: the account at which somebody worked on that day, or null when nobody said. */
export async function employerOn(tx: Tx, keptId: string, day: Day): Promise<string | null> {
  return accountOn(await listPositions(tx, await samePersonIds(tx, keptId)), keptId, day);
}

/** A new current position ends the one before on the day it begins; one with an end is only added to the history. */
export async function takePosition(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: PositionFacts,
): Promise<PositionSeen> {
  const person = await getHeldPerson(tx, anyId);
  const account = await accountOf(tx, actor, said);
  if (!account) throw invalid("a position is somewhere: say at which account", "accountId");
  const before = (await listPositions(tx, [person.id])).find((each) => each.untilDay === null);
  const begins = said.fromDay ?? (said.untilDay || !before ? null : actor.today);
  const stay = { title: said.title?.trim() || null, fromDay: begins, untilDay: said.untilDay ?? null };
  checkStay(stay, actor.today);
  const id = newId(actor.now);
  const takesOver = stay.untilDay === null && before !== undefined;
  if (takesOver) {
    const ends = begins ?? actor.today;
    if (before.fromDay && ends <= before.fromDay) {
      throw invalid(
        `they have been at ${before.accountName} since ${dayText(before.fromDay, actor.today)}: give a later day, or change that position`,
        "fromDay",
      );
    }
    await updatePosition(tx, before.id, { untilDay: ends });
  }
  await insertPosition(tx, { id, personId: person.id, accountId: account.id, ...stay });
  if (stay.untilDay === null)
    await writeCurrent(tx, person, { accountId: account.id, accountName: account.name, title: stay.title });
  await writeJournal(tx, actor, [
    {
      verb: stay.untilDay === null ? "position.taken" : "position.added",
      subject: { kind: "position", id },
      day: begins && begins >= "2000-01-01" ? begins : actor.today,
      concerns: [person.id, account.id, takesOver ? before.accountId : null],
      detail: {
        personId: person.id,
        accountId: account.id,
        title: stay.title,
        ...(takesOver ? { leftId: before.accountId } : {}),
      },
    },
  ]);
  return seenPosition(tx, person.id, id);
}

/** A correction; what is not said stays. Throws Problem not-found, invalid, conflict for a second current position. */
export async function changePosition(
  tx: Tx,
  actor: Actor,
  anyId: string,
  positionId: string,
  said: PositionFacts,
): Promise<PositionSeen> {
  const { person, position, all } = await heldPosition(tx, anyId, positionId);
  const account = said.accountId || said.accountName ? await accountOf(tx, actor, said) : null;
  const stay = {
    title: said.title === undefined ? position.title : said.title?.trim() || null,
    fromDay: said.fromDay === undefined ? position.fromDay : said.fromDay,
    untilDay: said.untilDay === undefined ? position.untilDay : said.untilDay,
  };
  checkStay(stay, actor.today);
  const mine = position.personId === person.id;
  const current = all.find(
    (each) => each.personId === person.id && each.untilDay === null && each.id !== position.id,
  );
  if (mine && stay.untilDay === null && current) {
    throw conflict(
      `they are at ${current.accountName} now; say until when, before this one becomes the current position`,
    );
  }
  await updatePosition(tx, position.id, { ...stay, accountId: account?.id });
  if (mine) await followPositions(tx, person);
  await writeJournal(tx, actor, [
    {
      verb: "position.changed",
      subject: { kind: "position", id: position.id },
      day: actor.today,
      concerns: [person.id, position.accountId, account?.id],
      detail: { personId: person.id, accountId: account?.id ?? position.accountId, title: stay.title },
    },
  ]);
  return seenPosition(tx, person.id, position.id);
}

/** Takes a position back: the one before is the current one again if it ended on the day this one began. */
export async function removePosition(tx: Tx, actor: Actor, anyId: string, positionId: string): Promise<void> {
  const { person, position, all } = await heldPosition(tx, anyId, positionId);
  await deletePosition(tx, position.id);
  const wasCurrent = position.personId === person.id && position.untilDay === null;
  const before = all.find(
    (each) => each.personId === person.id && each.untilDay !== null && each.untilDay === position.fromDay,
  );
  if (wasCurrent && before) await updatePosition(tx, before.id, { untilDay: null });
  if (wasCurrent) await followPositions(tx, person);
  const verbs = ["position.taken", "position.added", "position.changed"];
  const { lineIds } = await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [position.id], verbs },
    "position.taken-back",
  );
  if (lineIds.length > 0) return;
  const detail = { personId: person.id, accountId: position.accountId, title: position.title };
  const concerns = [person.id, position.accountId];
  await writeJournal(tx, actor, [
    {
      verb: "position.removed",
      subject: { kind: "position", id: position.id },
      day: actor.today,
      concerns,
      detail,
    },
  ]);
}

async function heldPosition(tx: Tx, anyId: string, positionId: string) {
  const person = await getHeldPerson(tx, anyId);
  const all = await listPositions(tx, await samePersonIds(tx, person.id));
  const position = all.find((each) => each.id === positionId);
  if (!position) throw notFound("position");
  return { person, position, all };
}

async function seenPosition(tx: Tx, personId: string, positionId: string): Promise<PositionSeen> {
  const row = (await listPositions(tx, await samePersonIds(tx, personId))).find(
    (each) => each.id === positionId,
  );
  if (!row) throw notFound("position");
  return { ...row, current: row.personId === personId && row.untilDay === null };
}

/** Sets title and account of the person to those of the current position. */
async function followPositions(tx: Tx, person: PersonRow): Promise<void> {
  const current = (await listPositions(tx, [person.id])).find((each) => each.untilDay === null);
  const { accountId = null, accountName = null, title = null } = current ?? {};
  if (accountId === person.accountId && title === person.title) return;
  await writeCurrent(tx, person, { accountId, accountName, title });
}

async function writeCurrent(
  tx: Tx,
  person: PersonRow,
  now: { accountId: string | null; accountName: string | null; title: string | null },
): Promise<void> {
  const facts = { ...person, accountId: now.accountId, title: now.title };
  await updatePerson(
    tx,
    { id: person.id, facts, accountName: now.accountName },
    true,
    await findDefaultCountry(tx),
  );
}
