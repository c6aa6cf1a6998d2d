import { join } from "node:path";
import type pg from "pg";
import { timed } from "./measure.ts";

// In the order in which they refer to each other.
const TABLES: [table: string, ofImport: string][] = [
  ["account", "t.created_at >= i.at"],
  ["person", "t.created_at >= i.at"],
  ["person_key", "exists (select from person p where p.id = t.person_id and p.created_at >= i.at)"],
  ["position", "exists (select from person p where p.id = t.person_id and p.created_at >= i.at)"],
  [
    "person_origin",
    "t.import_id = i.id and exists (select from person p where p.id = t.person_id and p.created_at >= i.at)",
  ],
];

/** Writes what an import added to each table, as it stands there, into files that PostgreSQL can copy back. */
export async function takeOutFinishedRows(
  client: pg.Client,
  importId: string,
  folder: string,
): Promise<void> {
  for (const [table, ofImport] of TABLES) {
    const columns = (await columnsOf(client, table)).map((column) => `t.${column}`);
    await client.query(
      `copy (select ${columns.join(", ")} from ${table} t, import i where i.id = '${importId}' and ${ofImport}) to '${join(folder, table)}'`,
    );
  }
}

/** Milliseconds for copying these rows into the same tables, with all their indexes, in one transaction. */
export async function copyFinishedRows(client: pg.Client, folder: string): Promise<number> {
  const statements: string[] = [];
  for (const [table] of TABLES) {
    const columns = (await columnsOf(client, table)).join(", ");
    statements.push(`copy ${table} (${columns}) from '${join(folder, table)}'`);
  }
  const { ms } = await timed(async () => {
    await client.query("begin");
    for (const statement of statements) await client.query(statement);
    await client.query("commit");
  });
  return ms;
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Milliseconds for copying the file, as it is, into a table of texts. */
export async function copyFile(client: pg.Client, path: string): Promise<number> {
  await client.query("create table bare_copy (a text, b text, c text, d text, e text, f text, g text)");
  const { ms } = await timed(() => client.query(`copy bare_copy from '${path}' (format csv, header)`));
  return ms;
}
