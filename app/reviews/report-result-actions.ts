import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { everyCard } from "./report-card-store.ts";
import { resultsOf, type Results } from "./results.ts";

/** What report cards say, of everybody or at one account. Throws Problem not-found. */
export async function reportResults(tx: Tx, actor: Actor, accountId: string | undefined): Promise<Results> {
  const of =
    accountId === undefined
      ? {}
      : { accountIds: await sameAccountIds(tx, (await getAccount(tx, accountId)).id) };
  const cards = (await everyCard(tx, of)).map((card) => ({ ...card, withdrawn: card.withdrawnAt !== null }));
  return resultsOf(cards, actor.workspace.calendar, actor.today);
}
