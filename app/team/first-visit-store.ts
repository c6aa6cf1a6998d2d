import { sql } from "kysely";
import type { Database, Tx } from "#lib/storage/database.ts";

// Any fixed number: two first visits at once wait for each other on it.
const FIRST_VISIT_LOCK = 4_600_000_003;

/** Whether there is a workspace that is no demo. */
export async function isClaimed(from: Database | Tx): Promise<boolean> {
  const tables = "outside" in from ? from.outside() : from.tables();
  const { rows } = await sql<{ claimed: boolean }>`select is_claimed() as claimed`.execute(tables);
  return rows[0]?.claimed ?? true;
}

/** Until the end of the transaction no other first visit gets past here. */
export async function holdFirstVisit(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${FIRST_VISIT_LOCK})`.execute(tx.tables());
}
