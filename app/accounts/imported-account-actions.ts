import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { tellOfNewName } from "./account-actions.ts";
import type { AccountFacts, AccountKind } from "./account.ts";
import { updateRemoved } from "./account-store.ts";
import { insertAccounts, updateAccounts, updateKinds } from "./imported-account-store.ts";

/** Facts as cleanAccount answers them. */
export interface ImportedAccount {
  id: string;
  facts: AccountFacts;
  clientSince: Day | null;
}

/** Adds any number of accounts in one statement; the import's own lines tell of it. */
export async function addAccountsInBulk(
  tx: Tx,
  actor: Actor,
  accounts: readonly ImportedAccount[],
): Promise<void> {
  await insertAccounts(tx, accounts, { at: actor.now, by: actor.member.id });
}

/** Writes the facts of accounts that the caller holds. `renamed`: those whose people are to be filed anew. */
export async function updateAccountsInBulk(
  tx: Tx,
  actor: Actor,
  accounts: readonly ImportedAccount[],
  renamed: readonly string[],
): Promise<void> {
  await updateAccounts(tx, accounts);
  for (const id of renamed) await tellOfNewName(tx, actor, id);
}

/** Takes accounts off the lists. Whoever calls it has seen to it that nothing depends on them. */
export async function removeAccountsInBulk(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await updateRemoved(tx, ids, { at: actor.now, by: actor.member.id });
}

export interface KindBefore {
  accountId: string;
  kind: AccountKind;
  clientSince: Day | null;
}

/**
 * Prospects and former clients at which a deal was won become clients on the day given, with a line in the journal for each.
 * Answers what those that did were before.
 */
export async function becomeClientsInBulk(
  tx: Tx,
  actor: Actor,
  wins: ReadonlyMap<string, Day>,
  actId: string,
): Promise<KindBefore[]> {
  const became = await updateKinds(
    tx,
    [...wins].map(([accountId, day]) => ({ accountId, kind: "client" as const, clientSince: day })),
    { only: ["prospect", "former-client"], keepSince: true },
  );
  await writeJournal(
    tx,
    actor,
    became.map(({ accountId, kind }) => ({
      verb: "account.changed",
      subject: { kind: "account", id: accountId },
      day: wins.get(accountId) ?? actor.today,
      detail: { fields: ["kind"], from: kind, to: "client" },
    })),
    actId,
  );
  return became;
}

/** Makes those that are still clients what they were before. Answers the ids of those. */
export async function restoreKindsInBulk(tx: Tx, before: readonly KindBefore[]): Promise<string[]> {
  const restored = await updateKinds(tx, before, { only: ["client"], keepSince: false });
  return restored.map(({ accountId }) => accountId);
}
