import type pg from "pg";
import { Problem } from "#lib/kernel/problem.ts";
import { copyOut } from "./backup-copy.ts";
import { linesIn, writeBackup, type BackupHeader, type BackupTable } from "./backup-file.ts";
import { readEverythingExactly, tablesHere, tablesLeftOut } from "./backup-tables.ts";
import { MIGRATION_LOCK } from "./migrate.ts";
import { asOwner } from "./owner.ts";

export interface BackedUp {
  tables: number;
  rows: number;
  bytes: number;
  /** How many rows stand in tables that no backup holds, by table. */
  leftOut: Record<string, number>;
}

/**
 * Writes everything of the installation at `ownerUrl` as it is at one moment, while others go on working, to one file. See
 * BackupHeader for its form. Throws Problem invalid when there is nothing to back up.
 */
export async function backUp(
  ownerUrl: string,
  path: string,
  options: { now: Date; onRows?: (done: number, total: number) => void },
): Promise<BackedUp> {
  return asOwner(ownerUrl, async (client) => {
    const { header, leftOut } = await enterOneMoment(client, options.now);
    const total = header.tables.reduce((sum, table) => sum + table.rows, 0);
    let done = 0;
    async function* rowsOf(table: BackupTable): AsyncGenerator<Buffer> {
      const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
      const none = table.name in leftOut ? " where false" : "";
      const copying = `copy (select ${columns} from ${client.escapeIdentifier(table.name)}${none}) to stdout`;
      for await (const rows of copyOut(client, copying)) {
        yield rows as Buffer;
        done += linesIn(rows as Buffer);
        options.onRows?.(done, total);
      }
    }
    const { bytes } = await writeBackup(path, header, rowsOf);
    return { tables: header.tables.length, rows: total, bytes, leftOut };
  });
}

/** Opens a transaction that sees one moment, in which no migration can change the tables. */
async function enterOneMoment(
  client: pg.Client,
  now: Date,
): Promise<{ header: BackupHeader; leftOut: Record<string, number> }> {
  await readEverythingExactly(client);
  await client.query("select pg_advisory_lock_shared($1)", [MIGRATION_LOCK]);
  const { rows: found } = await client.query("select to_regclass('schema_migration') as history");
  if (!found[0]?.history)
    throw new Problem("invalid", "there is nothing to back up: this database has never been Askwell's");
  await client.query("begin isolation level repeatable read read only");
  const migrations = await client.query<BackupHeader["migrations"][number]>(
    "select number, name, hash from schema_migration order by number",
  );
  const tables = await tablesHere(client);
  const names = tables.map((table) => client.escapeIdentifier(table.name));
  if (names.length === 0)
    throw new Problem("invalid", "there is nothing to back up: this database has no tables");
  await client.query(`lock table ${names.join(", ")} in access share mode`);
  await client.query("select pg_advisory_unlock_shared($1)", [MIGRATION_LOCK]);
  const counts = await client.query<{ rows: number }>(
    names
      .map((name, index) => `select ${index} as place, count(*)::float8 as rows from ${name}`)
      .join(" union all ") + " order by place",
  );
  const rowsOf = new Map(tables.map(({ name }, index) => [name, counts.rows[index]?.rows ?? 0]));
  const leftOut = Object.fromEntries(
    (await tablesLeftOut(client)).map((name) => [name, rowsOf.get(name) ?? 0]),
  );
  const header: BackupHeader = {
    askwellBackup: 1,
    madeAt: now.toISOString(),
    migrations: migrations.rows,
    tables: tables.map((table) => ({
      ...table,
      rows: table.name in leftOut ? 0 : (rowsOf.get(table.name) ?? 0),
    })),
  };
  return { header, leftOut };
}
