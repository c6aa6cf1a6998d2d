import { listJobs } from "#lib/jobs/queue.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { SaidRange } from "./said-range.ts";
import type { SaidRangeTables } from "./said-range-tables.ts";

/** The job that says what the coming weeks bring; each queues the one for the week before, as far as it goes back. */
export const SAY_RANGES = "say-ranges";
const MOST_IN_A_CHAIN = 100;

/** Whether some are still being said, or worked back. */
export async function isSaying(tx: Tx): Promise<boolean> {
  return (await listJobs(tx, SAY_RANGES, MOST_IN_A_CHAIN)).some(({ state }) => state === "waiting");
}

/** Of a scope, since a day. */
export async function rangesSaid(tx: Tx, scopeId: string, since: Day): Promise<SaidRange[]> {
  return tx
    .tables<SaidRangeTables>()
    .selectFrom("said_range")
    .select(["said_on as saidOn", "weeks", "step", "low", "middle", "high", "how"])
    .where("workspace_id", "=", tx.workspaceId)
    .where("scope_id", "=", scopeId)
    .where("said_on", ">=", since)
    .orderBy("said_on")
    .execute();
}

/** The weeks of which something was said of a scope. */
export async function weeksSaid(tx: Tx, scopeId: string): Promise<Day[]> {
  const rows = await tx
    .tables<SaidRangeTables>()
    .selectFrom("said_range")
    .select("said_on as saidOn")
    .distinct()
    .where("workspace_id", "=", tx.workspaceId)
    .where("scope_id", "=", scopeId)
    .execute();
  return rows.map(({ saidOn }) => saidOn);
}
