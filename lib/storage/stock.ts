import { sql } from "kysely";
import type { Tx } from "./database.ts";

/**
 * Tells the planner how large these tables have become, rows of this transaction included. For long work that fills them:
 * statements planned while they were empty would read them whole for every row.
 */
export async function takeStock(tx: Tx, tables: readonly string[]): Promise<void> {
  await sql`call take_stock(${[...tables]}::text[]::regclass[])`.execute(tx.tables());
}
