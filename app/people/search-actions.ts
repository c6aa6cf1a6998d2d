import { findAccountsTyped, type AccountName } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { listPeople } from "./person-list-store.ts";
import type { PersonRow } from "./person-store.ts";
import { recentPeople } from "./recent-store.ts";

/** The best few of each for what was typed; for nothing typed the people whom the actor dealt with last. */
export async function search(
  tx: Tx,
  actor: Actor,
  asked: { q: string; limit: number; people: boolean; accounts: boolean },
): Promise<{ people: PersonRow[]; accounts: (AccountName & { city: string | null })[] }> {
  const { q, limit } = asked;
  if (q.trim() === "") {
    return { people: asked.people ? await recentPeople(tx, actor.member.id, limit) : [], accounts: [] };
  }
  return {
    people: asked.people ? (await listPeople(tx, { q }, undefined, limit)).items : [],
    accounts: asked.accounts ? await findAccountsTyped(tx, q, limit) : [],
  };
}
