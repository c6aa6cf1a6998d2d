import type { Tx } from "#lib/storage/database.ts";
import { keptIdsOf, lockPeople } from "./hold-store.ts";

/**
 * Locks these persons until the commit, always in the same order: whoever changes a fact about several does so first, and
 * before anything of the fact itself is locked. Each is locked as the one who stands for them, removed ones too.
 */
export async function holdPeople(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let held: string[] = []; ;) {
    const kept = await keptIdsOf(tx, ids);
    if (kept.every((id) => held.includes(id))) return;
    await lockPeople(tx, kept);
    // Somebody may have been merged, or freed again, while we waited.
    held = kept;
  }
}
