import type { Tx } from "#lib/storage/database.ts";
import { chainOfReferral } from "./chain-store.ts";

/** Who introduced the source of each of these introductions, and who introduced them, the nearest first; those without any are missing. */
export async function sourcesUpTheChain(
  tx: Tx,
  referralIds: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  const found = new Map<string, { id: string; name: string }[]>();
  for (const id of referralIds) {
    const line = await chainOfReferral(tx, id);
    const above = line.slice(0, -1).toReversed();
    if (above.length > 0)
      found.set(
        id,
        above.map(({ sourceId, sourceName }) => ({ id: sourceId, name: sourceName })),
      );
  }
  return found;
}
