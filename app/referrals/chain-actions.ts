import type { Tx } from "#lib/storage/database.ts";
import { getPerson } from "#people/person-actions.ts";
import {
  chainOfPerson,
  chainOfReferral,
  firstIntroductions,
  sourcesAbove,
  sourcesInLine,
  type ChainLink,
} from "./chain-store.ts";
import { countGrown, grownFrom } from "./grown-store.ts";
import { getReferral } from "./referral-actions.ts";

/** The introductions that led to somebody, the oldest first, and those that grew from them, generation by generation. */
export interface ChainAround {
  personId: string;
  led: ChainLink[];
  grown: ChainLink[];
  /** How many more grew. */
  more: number;
}

/** `most`: how many people at most, they and those before them included. Throws Problem not-found. */
export async function chainAroundPerson(tx: Tx, anyId: string, most: number): Promise<ChainAround> {
  const { id } = await getPerson(tx, anyId);
  return around(tx, id, await chainOfPerson(tx, id), most);
}

/** The same of whoever was introduced, led to by this very introduction. Throws Problem not-found. */
export async function chainAroundReferral(tx: Tx, id: string, most: number): Promise<ChainAround> {
  const { contactId } = await getReferral(tx, id);
  return around(tx, contactId, await chainOfReferral(tx, id), most);
}

/** Who introduced the source of each of these introductions, and who introduced them, the nearest first; those without any are missing. */
export async function sourcesUpTheChain(
  tx: Tx,
  referralIds: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  return Map.groupBy(await sourcesAbove(tx, referralIds), ({ referralId }) => referralId);
}

/** Ids of the kept sources of the chain that led to each of these introductions, the first first. */
export async function chainsOfReferrals(
  tx: Tx,
  referralIds: readonly string[],
): Promise<Map<string, string[]>> {
  const lines = await sourcesInLine(tx, [...new Set(referralIds)]);
  return new Map(lines.map(({ referralId, sourceIds }) => [referralId, sourceIds]));
}

/** The introduction by which each of these people came to us, the same that their chain follows; whom nobody introduced is missing. */
export async function introductionsThatBrought(
  tx: Tx,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const found = await firstIntroductions(tx, [...new Set(personIds)]);
  return new Map(found.map(({ personId, referralId }) => [personId, referralId]));
}

/** How many people grew from each of these kept persons down the chain. */
export async function howManyGrewFrom(tx: Tx, personIds: readonly string[]): Promise<Map<string, number>> {
  const counts = await countGrown(tx, [...new Set(personIds)]);
  return new Map(counts.map(({ personId, people }) => [personId, people]));
}

async function around(tx: Tx, personId: string, line: ChainLink[], most: number): Promise<ChainAround> {
  // Of two who are one after a merge nobody introduced the other.
  const led = line.filter(({ sourceId, contactId }) => sourceId !== contactId);
  const above = led.map(({ sourceId }) => sourceId);
  const { links, more } = await grownFrom(tx, personId, above, most - above.length - 1);
  return { personId, led, grown: links, more };
}
