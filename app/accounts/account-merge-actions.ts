import type { Actor } from "#lib/kernel/actor.ts";
import { conflict, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { absorb, giveBack, type Took } from "./absorb.ts";
import type { AccountKind } from "./account.ts";
import { accountKey, domainOf } from "./account-key.ts";
import { getAccount, tellOfNewName } from "./account-actions.ts";
import {
  accountsLike,
  findAccount,
  idsOfSameAccount,
  lockAccount,
  pointAccounts,
  updateAccount,
  type AccountRow,
} from "./account-store.ts";

const FILL = [
  "industry",
  "employees",
  "website",
  "phone",
  "city",
  "country",
  "holderId",
  "namedSince",
] as const;
// What the two of them are together: a client that was also listed as a prospect is a client.
const FURTHEST: readonly AccountKind[] = ["client", "former-client", "partner", "prospect", "other"];

/** `mergedId` answers to `keptId` from now on, which takes over what it lacks. Throws Problem not-found, conflict. */
export async function mergeAccount(
  tx: Tx,
  actor: Actor,
  { keptId, mergedId }: { keptId: string; mergedId: string },
): Promise<{ merged: AccountRow; took: Took }> {
  for (const id of [keptId, mergedId].toSorted()) await holdAccount(tx, id);
  const [kept, merged] = [await getAccount(tx, keptId), await getAccount(tx, mergedId)];
  const { facts, took } = absorb<AccountRow>(kept, merged, { fill: FILL, texts: ["note"] });
  const kind = FURTHEST.find((each) => each === kept.kind || each === merged.kind) ?? kept.kind;
  const clientSince = earlier(kept.clientSince, merged.clientSince);
  if (kind !== kept.kind) took.fields["kind"] = { was: kept.kind, became: kind };
  if (clientSince !== kept.clientSince)
    took.fields["clientSince"] = { was: kept.clientSince, became: clientSince };
  await updateAccount(tx, keptId, { ...facts, kind }, { clientSince, namedSince: facts.namedSince });
  await pointAccounts(tx, await idsOfSameAccount(tx, mergedId), keptId);
  await tellOfNewName(tx, actor, keptId);
  return { merged, took };
}

/** Until the commit, removed and merged ones too. */
export async function lockAccounts(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of ids.toSorted()) await lockAccount(tx, id);
}

/**
 * `freed` stand for themselves again under `mergedId`; the kept one gives back what it had taken over. Both are locked
 * by then.
 */
export async function unmergeAccount(
  tx: Tx,
  actor: Actor,
  {
    keptId,
    mergedId,
    freed,
    took,
  }: { keptId: string; mergedId: string; freed: readonly string[]; took: Took },
): Promise<void> {
  await pointAccounts(
    tx,
    freed.filter((id) => id !== mergedId),
    mergedId,
  );
  await pointAccounts(tx, [mergedId], null);
  const kept = await findAccount(tx, keptId);
  if (kept) {
    const facts = giveBack(kept, took);
    await updateAccount(tx, keptId, facts, { clientSince: facts.clientSince, namedSince: facts.namedSince });
  }
  await tellOfNewName(tx, actor, mergedId);
}

/** Locks the account until the commit. Throws Problem not-found, and conflict for one that was merged into another. */
export async function holdAccount(tx: Tx, id: string): Promise<{ id: string; name: string }> {
  const account = await lockAccount(tx, id);
  if (!account || account.removedAt) throw notFound("account");
  if (account.mergedInto) {
    const kept = await getAccount(tx, account.mergedInto);
    throw conflict(`${account.name} was merged into ${kept.name}; choose ${kept.name} instead`);
  }
  return { id: account.id, name: account.name };
}

/** Accounts that may be the same company, each with the reasons in words. */
export async function accountsThatMayBe(
  tx: Tx,
  account: AccountRow,
): Promise<{ account: AccountRow; reasons: string[] }[]> {
  const domain = account.website ? domainOf(account.website) : null;
  const notIds = await idsOfSameAccount(tx, account.id);
  const rows = await accountsLike(tx, { notIds, nameKey: accountKey(account.name), domain });
  return rows.map(({ sameName, sameDomain, ...other }) => ({
    account: other,
    reasons: [...(sameName ? ["same name"] : []), ...(sameDomain ? [`same web address (${domain})`] : [])],
  }));
}

function earlier<D extends string>(one: D | null, other: D | null): D | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
