import { sql } from "kysely";
import type { Tx } from "./database.ts";

const ROWS_A_FETCH = 2_000;

/** The rows of a query of ours, a part at a time, all of the transaction's one moment. `name` is a word that no other cursor has. */
export async function* rowsInParts(
  tx: Tx,
  name: string,
  query: string,
): AsyncGenerator<Record<string, unknown>[]> {
  const cursor = sql.id(`parts_of_${name}`);
  await sql`declare ${cursor} no scroll cursor for ${sql.raw(query)}`.execute(tx.tables());
  for (;;) {
    // The name is in the text, so that each query has its own prepared statement: their columns differ.
    const { rows } = await sql<
      Record<string, unknown>
    >`fetch ${sql.lit(ROWS_A_FETCH)} from ${cursor}`.execute(tx.tables());
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close ${cursor}`.execute(tx.tables());
}
