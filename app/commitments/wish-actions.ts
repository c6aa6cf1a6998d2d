import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { WishRatesView } from "./wish-view.ts";
import { FORMULA, PUBLISHED_CLOSE, PUBLISHED_YIELD, reckon, type Published } from "./wish.ts";
import { eventsOf, type OwnAndTeam } from "./wish-reader.ts";

/** The rates by which a member's wish is reckoned back to asks. */
export async function wishRatesOf(tx: Tx, actor: Actor): Promise<WishRatesView> {
  const { close, yields } = await eventsOf(tx, actor.member, actor.today);
  return {
    close: withSource(close, PUBLISHED_CLOSE),
    yields: withSource(yields, PUBLISHED_YIELD),
    formula: FORMULA,
  };
}

function withSource({ own, team }: OwnAndTeam, published: Published) {
  const rate = reckon(own, team, published);
  return { ...rate, source: rate.origin === "published" ? published.source : null };
}
