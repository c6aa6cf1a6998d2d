import type { Actor } from "#lib/kernel/actor.ts";
import { conflict, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { getAccount } from "./account-actions.ts";
import { lockAccount, updateRemoved, type AccountRow } from "./account-store.ts";

/** Takes an account off the lists. Whoever calls it has seen to it that nothing depends on the account. */
export async function removeAccountRow(tx: Tx, actor: Actor, id: string): Promise<void> {
  await updateRemoved(tx, [id], { at: actor.now, by: actor.member.id });
  await writeJournal(tx, actor, [
    { verb: "account.removed", subject: { kind: "account", id }, day: actor.today },
  ]);
}

/** Throws Problem not-found, conflict for one that is there. */
export async function restoreAccountRow(tx: Tx, actor: Actor, id: string): Promise<AccountRow> {
  const state = await lockAccount(tx, id);
  if (!state || state.mergedInto) throw notFound("removed account");
  if (!state.removedAt) throw conflict("this account was not removed");
  await updateRemoved(tx, [id], null);
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["account.removed"] }, "account.restored");
  return getAccount(tx, id);
}
