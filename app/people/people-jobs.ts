import { ACCOUNT_RENAMED, namesOfAccounts, sameAccountIds } from "#accounts/account-actions.ts";
import type { JobKind } from "#lib/jobs/worker.ts";
import { refilePeopleAt } from "./refile-store.ts";

/** People are found and recognised by their employer's name: when that changes, they are filed anew. */
export const refilePeople: JobKind<{ accountId: string }> = {
  kind: ACCOUNT_RENAMED,
  run: async ({ tx, payload: { accountId } }) => {
    const account = (await namesOfAccounts(tx, [accountId])).get(accountId);
    if (account) await refilePeopleAt(tx, await sameAccountIds(tx, accountId), account.name);
  },
};
