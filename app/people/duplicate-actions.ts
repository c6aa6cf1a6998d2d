import { getAccount, sameAccountIds, type AccountRow } from "#accounts/account-actions.ts";
import { accountsThatMayBe } from "#accounts/account-merge-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { invalid, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { keysOfSeveral, neighboursAt, pairsUnder, sharersOfKeys } from "./duplicate-store.ts";
import { isNearlySameName, reasonsOf } from "./likeness.ts";
import { deleteToldApart, insertToldApart, toldApartFrom } from "./merge-store.ts";
import { getPerson, samePersonIds } from "./person-actions.ts";
import { findPeopleByIds, type PersonRow } from "./person-store.ts";

/** People who may be the same, each with the reasons in words; pairs that somebody told apart are left out. */
export async function peopleWhoMayBe(
  tx: Tx,
  anyId: string,
): Promise<{ person: PersonRow; reasons: string[] }[]> {
  const person = await getPerson(tx, anyId);
  const ids = await samePersonIds(tx, person.id);
  const reasons = new Map<string, string[]>();
  for (const sharer of await sharersOfKeys(tx, ids))
    reasons.set(sharer.id, reasonsOf(sharer.keys, person.fullName, sharer.name));
  for (const other of await colleaguesNamedAlike(tx, person)) {
    if (!reasons.get(other.id)?.length) reasons.set(other.id, ["nearly the same name at the same company"]);
  }
  const likely = [...reasons.keys()].filter((id) => reasons.get(id)?.length);
  if (likely.length === 0) return [];
  const apart = new Set(await toldApartFrom(tx, ids, likely));
  const rows = await findPeopleByIds(
    tx,
    likely.filter((id) => !apart.has(id)),
  );
  return rows.map((row) => ({ person: row, reasons: reasons.get(row.id) ?? [] }));
}

/** The same for accounts. */
export async function accountsWhichMayBe(
  tx: Tx,
  anyId: string,
): Promise<{ account: AccountRow; reasons: string[] }[]> {
  const account = await getAccount(tx, anyId);
  const found = await accountsThatMayBe(tx, account);
  const ids = await sameAccountIds(tx, account.id);
  const apart = new Set(
    await toldApartFrom(
      tx,
      ids,
      found.map((each) => each.account.id),
    ),
  );
  return found.filter((each) => !apart.has(each.account.id));
}

export interface LikelyPair {
  one: { id: string; name: string };
  other: { id: string; name: string };
  reasons: string[];
}

/** Everybody, or every account, that may be written down twice: pair by pair, with the reasons in words, a page at a time. */
export async function likelyPairs(
  tx: Tx,
  kind: "person" | "account",
  cursor: string | undefined,
  limit: number,
): Promise<Page<LikelyPair>> {
  let after = cursor === undefined ? "" : String(decodeCursorAs(cursor, ["text"])[0]);
  const items: LikelyPair[] = [];
  // Keys may turn out to hold no likely pair: a page without any must not look like the end.
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const keys = await keysOfSeveral(tx, kind, after, limit);
    for (const { one, other, keys: shared } of await pairsUnder(tx, kind, keys)) {
      const reasons = kind === "person" ? reasonsOf(shared, one.name, other.name) : shared.map(accountReason);
      if (reasons.length > 0) items.push({ one, other, reasons });
    }
    if (keys.length < limit) return { items, nextCursor: null };
    after = keys.at(-1) ?? after;
    if (items.length > 0) break;
  }
  return { items, nextCursor: encodeCursor([after]) };
}

const MOST_BATCHES = 20;

function accountReason(key: string): string {
  return key.startsWith("w:") ? `same web address (${key.slice(2)})` : "same name";
}

/** Somebody looked: these are two different ones, and the pair is not shown again. Throws Problem not-found, invalid. */
export async function tellApart(tx: Tx, actor: Actor, oneId: string, otherId: string): Promise<void> {
  if (oneId === otherId) throw invalid("these are one and the same", "otherId");
  for (const id of [oneId, otherId]) await refuseUnknown(tx, id);
  await insertToldApart(tx, inOrder(oneId, otherId), { at: actor.now, by: actor.member.id });
}

/** They may be the same after all. Throws Problem not-found. */
export async function forgetTellingApart(tx: Tx, oneId: string, otherId: string): Promise<void> {
  if (!(await deleteToldApart(tx, inOrder(oneId, otherId)))) throw notFound("pair that was told apart");
}

async function colleaguesNamedAlike(tx: Tx, person: PersonRow): Promise<{ id: string }[]> {
  if (!person.accountId) return [];
  const neighbours = await neighboursAt(tx, await sameAccountIds(tx, person.accountId), person.id);
  return neighbours.filter(({ name }) => isNearlySameName(person.fullName, name));
}

async function refuseUnknown(tx: Tx, id: string): Promise<void> {
  const known = (await samePersonIds(tx, id)).length > 0 || (await sameAccountIds(tx, id)).length > 0;
  if (!known) throw notFound("person or account");
}

function inOrder(one: string, other: string): [string, string] {
  return one < other ? [one, other] : [other, one];
}
