import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { cleanAccount, type AccountFacts } from "./account.ts";
import { findAccount, insertAccount, updateAccount, type AccountRow } from "./account-store.ts";

/** Every member sees and keeps up the workspace's accounts. */
export async function addAccount(tx: Tx, actor: Actor, facts: AccountFacts): Promise<AccountRow> {
  const clean = cleanAccount(facts);
  const id = newId(actor.now);
  const clientSince = clean.kind === "client" ? actor.today : null;
  await insertAccount(tx, { id, facts: clean, clientSince, createdBy: actor.member.id, now: actor.now });
  await writeJournal(tx, actor, [
    { verb: "account.added", subject: { kind: "account", id }, day: actor.today, detail: { kind: clean.kind } },
  ]);
  return getAccount(tx, id);
}

/** Throws Problem not-found, and invalid for facts that cannot be. */
export async function changeAccount(tx: Tx, actor: Actor, id: string, changes: Partial<AccountFacts>): Promise<AccountRow> {
  const before = await getAccount(tx, id);
  const after = cleanAccount({ ...factsOf(before), ...changes });
  const changed = changedFields(factsOf(before), after);
  if (changed.length === 0) return before;
  await updateAccount(tx, id, after, clientSince(before, after, actor.today));
  const kinds = before.kind === after.kind ? {} : { from: before.kind, to: after.kind };
  await writeJournal(tx, actor, [
    { verb: "account.changed", subject: { kind: "account", id }, day: actor.today, detail: { fields: changed, ...kinds } },
  ]);
  return getAccount(tx, id);
}

/** Throws Problem not-found. */
export async function getAccount(tx: Tx, id: string): Promise<AccountRow> {
  const account = await findAccount(tx, id);
  if (!account) throw notFound("account");
  return account;
}

function factsOf(row: AccountRow): AccountFacts {
  const { name, kind, industry, website, phone, city, country, note, holderId } = row;
  return { name, kind, industry, website, phone, city, country, note, holderId };
}

function changedFields(before: AccountFacts, after: AccountFacts): string[] {
  return (Object.keys(after) as (keyof AccountFacts)[]).filter((field) => before[field] !== after[field]);
}

/** The day an account became a client is kept when it leaves and comes back. */
function clientSince(before: AccountRow, after: AccountFacts, today: Day): Day | null {
  return before.clientSince ?? (after.kind === "client" ? today : null);
}
