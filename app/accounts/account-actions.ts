import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { invalid, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { cleanAccount, NOTHING_KNOWN, type AccountFacts } from "./account.ts";
import { accountKey } from "./account-key.ts";
import { listAccounts } from "./account-list-store.ts";
import {
  findAccount,
  findAccountByKey,
  holdAccountName,
  idsOfSameAccount,
  insertAccount,
  lockAccount,
  memberIsHere,
  namesByAccountId,
  updateAccount,
  updateNamed,
  type AccountName,
  type AccountRow,
} from "./account-store.ts";

export type { AccountName, AccountRow };

/** Every member sees and keeps up the workspace's accounts. */
export async function addAccount(tx: Tx, actor: Actor, facts: AccountFacts): Promise<AccountRow> {
  const clean = cleanAccount(facts);
  if (clean.holderId) await refuseUnknownHolder(tx, clean.holderId);
  const id = newId(actor.now);
  const clientSince = clean.kind === "client" ? actor.today : null;
  await insertAccount(tx, { id, facts: clean, clientSince, createdBy: actor.member.id, now: actor.now });
  await writeJournal(tx, actor, [
    {
      verb: "account.added",
      subject: { kind: "account", id },
      day: actor.today,
      detail: { kind: clean.kind },
    },
  ]);
  return getAccount(tx, id);
}

/** Throws Problem not-found, and invalid for facts that cannot be. */
export async function changeAccount(
  tx: Tx,
  actor: Actor,
  anyId: string,
  changes: Partial<AccountFacts>,
): Promise<AccountRow> {
  const { id } = await getAccount(tx, anyId);
  await lockAccount(tx, id);
  const before = await getAccount(tx, id);
  const after = cleanAccount({ ...factsOf(before), ...changes });
  const changed = changedFields(factsOf(before), after);
  if (changed.length === 0) return before;
  if (after.holderId && changed.includes("holderId")) await refuseUnknownHolder(tx, after.holderId);
  await updateAccount(tx, id, after, { clientSince: clientSince(before, after, actor.today) });
  if (changed.includes("name")) await tellOfNewName(tx, actor, id);
  const kinds = before.kind === after.kind ? {} : { from: before.kind, to: after.kind };
  await writeJournal(tx, actor, [
    {
      verb: "account.changed",
      subject: { kind: "account", id },
      day: actor.today,
      detail: { fields: changed, ...kinds },
    },
  ]);
  return getAccount(tx, id);
}

/** A merged account's id answers the one it was merged into. Throws Problem not-found. */
export async function getAccount(tx: Tx, id: string): Promise<AccountRow> {
  const account = await findAccount(tx, id);
  if (!account) throw notFound("account");
  return account;
}

/** The account of that name, however it is spelled; added as a prospect when there is none. Throws Problem invalid. */
export async function findOrAddAccount(
  tx: Tx,
  actor: Actor,
  name: string,
): Promise<{ id: string; name: string }> {
  const clean = cleanAccount({ ...NOTHING_KNOWN, name });
  const key = accountKey(clean.name);
  const known = await findAccountByKey(tx, key);
  if (known) return known;
  await holdAccountName(tx, key);
  return (await findAccountByKey(tx, key)) ?? addAccount(tx, actor, clean);
}

/** The best few for what was typed. */
export async function findAccountsTyped(
  tx: Tx,
  q: string,
  limit: number,
): Promise<(AccountName & { city: string | null })[]> {
  const { items } = await listAccounts(tx, { q }, undefined, limit);
  return items.map(({ id, name, kind, city }) => ({ id, name, kind, city }));
}

/** By the ids asked for, whether kept, merged or removed; unknown ids are missing. `id` in the answer is the kept account's. */
export async function namesOfAccounts(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<Map<string, AccountName>> {
  const rows = await namesByAccountId(tx, [...new Set(ids.filter((id) => id !== null))]);
  return new Map(rows.map(({ askedId, ...name }) => [askedId, name]));
}

/** The kept account's id and those of all merged into it; facts about it stand under any of these. Empty for an unknown id. */
export async function sameAccountIds(tx: Tx, id: string): Promise<string[]> {
  return idsOfSameAccount(tx, id);
}

/** Throws Problem invalid unless that member is in the workspace. */
export async function refuseUnknownHolder(tx: Tx, memberId: string): Promise<void> {
  if (!(await memberIsHere(tx, memberId)))
    throw invalid("there is no such member to hold the relationship", "holderId");
}

/** Whoever keeps the name elsewhere (people are found by their employer's) writes it anew, in a job of their own. */
export async function tellOfNewName(tx: Tx, actor: Actor, accountId: string): Promise<void> {
  await queueJob(tx, {
    kind: ACCOUNT_RENAMED,
    payload: { accountId },
    askedBy: actor.member.id,
    now: actor.now,
  });
}

export const ACCOUNT_RENAMED = "account-renamed";

/** On or off the pursuit list. */
export async function nameAccount(tx: Tx, actor: Actor, anyId: string, named: boolean): Promise<AccountRow> {
  const { id } = await getAccount(tx, anyId);
  await lockAccount(tx, id);
  const before = await getAccount(tx, id);
  if ((before.namedSince !== null) === named) return before;
  await updateNamed(tx, id, named ? actor.today : null, named ? actor.member.id : null);
  const verb = named ? "account.named" : "account.let-go";
  await writeJournal(tx, actor, [{ verb, subject: { kind: "account", id }, day: actor.today }]);
  return getAccount(tx, id);
}

function factsOf(row: AccountRow): AccountFacts {
  const { name, kind, industry, employees, website, phone, city, country, note, holderId } = row;
  return { name, kind, industry, employees, website, phone, city, country, note, holderId };
}

function changedFields(before: AccountFacts, after: AccountFacts): string[] {
  return (Object.keys(after) as (keyof AccountFacts)[]).filter((field) => before[field] !== after[field]);
}

/** The day an account became a client is kept when it leaves and comes back. */
function clientSince(before: AccountRow, after: AccountFacts, today: Day): Day | null {
  return before.clientSince ?? (after.kind === "client" ? today : null);
}
