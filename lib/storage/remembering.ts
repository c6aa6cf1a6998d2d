import { Kysely, type QueryResult } from "kysely";
import type { Tx } from "./database.ts";
import { dialectOver } from "./statements.ts";

/**
 * The same transaction, in which a statement that was asked before with the same values is answered without asking again. For one
 * that only reads, and is over soon: all its answers are kept until then.
 */
export function remembering(tx: Tx): Tx {
  const known = new Map<string, Promise<QueryResult<unknown>>>();
  const asking = tx.tables<unknown>();
  const builder = new Kysely<unknown>({
    dialect: dialectOver(async (query) => {
      const key = `${query.sql} ${JSON.stringify(query.parameters)}`;
      const before = known.get(key);
      const answer = before ?? asking.executeQuery(query);
      if (before === undefined) known.set(key, answer);
      const { rows } = await answer;
      // Each asker gets rows of its own, to sort and to cut.
      return { rows: rows.map((row) => ({ ...(row as object) })) };
    }),
  });
  return { ...tx, tables: <Tables>() => builder as unknown as Kysely<Tables> };
}
