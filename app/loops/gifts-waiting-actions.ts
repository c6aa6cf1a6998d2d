import type { Actor } from "#lib/kernel/actor.ts";
import { PAGE_LIMIT } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import { leadersHere } from "#team/leaders-reader.ts";
import { giftsWaiting } from "./gift.ts";
import { listGifts } from "./gift-reader.ts";
import { giftViewOf } from "./gift-view.ts";

/** Gifts that wait for the actor's yes or no, and those of theirs that may be given. */
export async function giftsWaitingFor(tx: Tx, actor: Actor): Promise<{ decide: number; give: number }> {
  const { items } = await listGifts(tx, { states: ["asked", "approved"] }, undefined, PAGE_LIMIT);
  const leaders = await leadersHere(tx);
  return giftsWaiting(
    items.map((gift) => giftViewOf(gift, actor, leaders)),
    actor.member.id,
  );
}
