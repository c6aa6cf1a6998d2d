import { sql } from "kysely";
import type { Tx } from "./database.ts";

/**
 * Tells the planner how large these tables have become, rows of this transaction included. For long work that fills them:
 * statements planned while they were empty would read them whole for every row.
 */
export async function takeStock(tx: Tx, tables: readonly string[]): Promise<void> {
  await sql`call take_stock(${[...tables]}::text[]::regclass[])`.execute(tx.tables());
}

/**
 * Plans each statement once for the rest of this transaction, whatever it is asked for. For long work that asks the same again and
 * again; before it fills tables that were empty, it must take stock of them now and then.
 */
export async function planOnce(tx: Tx): Promise<void> {
  await sql`set local plan_cache_mode = force_generic_plan`.execute(tx.tables());
}
