import { sql } from "kysely";
import type { TestHouse } from "./test-house.ts";

/** Every table of the workspace as it stands, each as a sum of its rows: for saying that nothing was changed. */
export async function everythingIn({ test, cast }: TestHouse): Promise<Record<string, string | null>> {
  return test.database.read(cast.workspaceId, async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'workspace_id' order by 1`.execute(tx.tables());
    const found: Record<string, string | null> = {};
    for (const { name } of tables) {
      const { rows } = await sql<{ sum: string | null }>`
        select md5(string_agg(t::text, '' order by t::text)) as sum from ${sql.table(name)} t
         where workspace_id = ${tx.workspaceId}`.execute(tx.tables());
      found[name] = rows[0]?.sum ?? null;
    }
    if (tables.length < 40) throw new Error(`only ${tables.length} tables were found`);
    return found;
  });
}
