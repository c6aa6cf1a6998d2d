import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "./database.ts";

/**
 * Lines of the journal that are not for everybody: those on subjects of these kinds are told only to members whom they concern, and
 * to whoever leads one of those. Each room says which of its own are such.
 */
export interface ToldToFew {
  subjectKinds: readonly string[];
  /** Further members whose lines of these kinds the actor reads, as a partner does. */
  also?: (tx: Tx, actor: Actor) => Promise<readonly string[]>;
}
