import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Author } from "#lib/storage/journal.ts";
import { recordsOfPeople } from "./protection-store.ts";
import { standingFrom, type MetHow, type Standing } from "./standing.ts";
import {
  findMetBecause,
  insertMet,
  lastMet,
  lastRightWords,
  lastRoles,
  moveMet,
  takeBackMetRow,
} from "./standing-store.ts";

/** Met, right to ask and part in buying of many persons at once, by the ids asked for; unknown ids are missing. */
export async function standingOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, Standing>> {
  const records = await recordsOfPeople(tx, personIds);
  const ids = records.map((record) => record.id);
  const [mets, rights, roles] = await Promise.all([
    lastMet(tx, ids),
    lastRightWords(tx, ids),
    lastRoles(tx, ids),
  ]);
  const keptIds = new Map(records.map((record) => [record.id, record.keptId]));
  const of = <Fact extends { personId: string }>(facts: readonly Fact[]) =>
    Map.groupBy(facts, (fact) => keptIds.get(fact.personId));
  const [metsOf, rightsOf, rolesOf] = [of(mets), of(rights), of(roles)];
  return new Map(
    personIds.flatMap((id) => {
      const keptId = keptIds.get(id);
      if (keptId === undefined) return [];
      const found = {
        mets: metsOf.get(keptId) ?? [],
        rights: rightsOf.get(keptId) ?? [],
        roles: rolesOf.get(keptId) ?? [],
      };
      return [[id, standingFrom(found)] as const];
    }),
  );
}

/**
 * For the rooms above: that somebody was met, because of something of theirs (`becauseId`), which tells the timeline itself.
 * Noted once however often it is said; said of another day or person, it is moved. `memberId`: who met them, when it was
 * not the author.
 */
export async function noteMet(
  tx: Tx,
  author: Author,
  met: { personId: string; day: Day; how?: MetHow; becauseId: string; memberId?: string },
): Promise<void> {
  const before = await findMetBecause(tx, met.becauseId);
  const byId = met.memberId ?? author.member?.id ?? null;
  const written = { personId: met.personId, day: met.day, byId, at: author.now };
  if (before === null) {
    await insertMet(tx, {
      id: newId(author.now),
      how: met.how ?? "meeting",
      becauseId: met.becauseId,
      ...written,
    });
  } else if (
    before.takenBack ||
    before.day !== met.day ||
    before.personId !== met.personId ||
    before.byId !== byId
  ) {
    await moveMet(tx, before.id, written);
  }
}

/** What noteMet noted because of this no longer holds; nothing happens where nothing was noted. */
export async function forgetMet(tx: Tx, author: Author, becauseId: string): Promise<void> {
  const before = await findMetBecause(tx, becauseId);
  if (before && !before.takenBack)
    await takeBackMetRow(tx, before.id, { at: author.now, by: author.member?.id ?? null });
}
