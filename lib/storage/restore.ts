import type pg from "pg";
import { Problem } from "#lib/kernel/problem.ts";
import { copyIn } from "./backup-copy.ts";
import { linesIn, readBackup, type BackupHeader } from "./backup-file.ts";
import { isOfExtension, readEverythingExactly, tablesHere, takeDownKeysAndIndexes } from "./backup-tables.ts";
import {
  carryOut,
  ensureHistory,
  ensureServerRole,
  MIGRATION_LOCK,
  readMigrations,
  type Migration,
} from "./migrate.ts";
import { asOwner } from "./owner.ts";

export interface Restored {
  madeAt: string;
  tables: number;
  rows: number;
  /** Migrations that have come since the backup was made. */
  migrated: string[];
}

/** Counters of guesses, which a running server with nothing in it writes too. */
const EMPTY_WITH = new Set(["rate_window"]);
const LOCK_WITHIN = "30s";
const MEMORY_FOR_INDEXES = "256MB";

/**
 * Fills the empty installation at `ownerUrl` from a backup and brings it to the newest migration of `folder`, in one
 * transaction. The whole file is read and held against its checksum before that. Throws Problem invalid for a file that cannot
 * be used and Problem conflict for an installation that is not empty; then nothing has changed.
 */
export async function restore(
  ownerUrl: string,
  path: string,
  options: { folder: string; say?: (line: string) => void; onRows?: (done: number, total: number) => void },
): Promise<Restored> {
  const say = options.say ?? (() => {});
  const header = await checkBackup(path);
  const migrations = await readMigrations(options.folder);
  refuseUnknownMigrations(header, migrations, path);
  const total = header.tables.reduce((sum, table) => sum + table.rows, 0);
  say(`checked    ${path}: whole, made ${header.madeAt.slice(0, 10)}, ${total} rows`);
  return asOwner(ownerUrl, async (client) => {
    await readEverythingExactly(client);
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await ensureServerRole(client);
    const since = migrations.slice(header.migrations.length);
    await client.query("begin");
    try {
      await emptyOut(client);
      await ensureHistory(client);
      for (const { number } of header.migrations) await carryOut(client, migrations[number - 1] as Migration);
      const putUp = await takeDownKeysAndIndexes(client);
      await fill(client, path, header, (done) => options.onRows?.(done, total));
      say(`restore    all rows are in; now ${putUp.length} keys and indexes`);
      await client.query(`set local maintenance_work_mem = '${MEMORY_FOR_INDEXES}'`);
      for (const statement of putUp) await client.query(statement);
      for (const migration of since) await carryOut(client, migration);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback").catch(() => {});
      throw error;
    }
    for (const migration of since) say(`migrated   ${migration.name}`);
    await client.query("analyze");
    const { madeAt, tables } = header;
    return { madeAt, tables: tables.length, rows: total, migrated: since.map((each) => each.name) };
  });
}

/** Reads the whole file. Throws Problem invalid when it is not as it was written. */
async function checkBackup(path: string): Promise<BackupHeader> {
  let header: BackupHeader | undefined;
  await readBackup(
    path,
    (found) => void (header = found),
    async (_table, rows) => {
      for await (const _ of rows);
    },
  );
  return header as BackupHeader;
}

function refuseUnknownMigrations(header: BackupHeader, ours: Migration[], path: string): void {
  for (const [index, theirs] of header.migrations.entries()) {
    const known = ours[index];
    if (!known) {
      throw new Problem(
        "invalid",
        `${path} was made by a newer Askwell (it has ${theirs.name}); restore it with that one`,
      );
    }
    if (known.hash !== theirs.hash) {
      throw new Problem(
        "invalid",
        `${path} was made by another Askwell: its ${theirs.name} is not ours; restore it with that one`,
      );
    }
  }
}

/** Leaves the schema without anything of ours. Throws Problem conflict when there is anything in it that somebody may want. */
async function emptyOut(client: pg.Client): Promise<void> {
  const { rows: found } = await client.query("select to_regclass('schema_migration') as history");
  const tables = (await tablesHere(client)).map((table) => table.name);
  if (!found[0]?.history && tables.length > 0) {
    const some = tables.slice(0, 5).join(", ");
    throw new Problem(
      "conflict",
      `this database holds tables of something else (${some}); restore into an empty one`,
    );
  }
  if (tables.length > 0) await refuseRows(client, tables);
  await dropOurs(client);
}

/** Lets nobody write any more, and looks. */
async function refuseRows(client: pg.Client, tables: readonly string[]): Promise<void> {
  const names = tables.map((table) => client.escapeIdentifier(table));
  await client.query(`set local lock_timeout = '${LOCK_WITHIN}'`);
  await client.query(`lock table ${names.join(", ")} in access exclusive mode`);
  await client.query("set local lock_timeout = 0");
  const kept: string[] = [];
  for (const [index, table] of tables.entries()) {
    const { rowCount } = await client.query(`select from ${names[index]} limit 1`);
    if (rowCount && !EMPTY_WITH.has(table)) kept.push(table);
  }
  if (kept.length === 0) return;
  const more = kept.length > 5 ? ` and ${kept.length - 5} more` : "";
  throw new Problem(
    "conflict",
    `this installation is not empty: there are rows in ${kept.slice(0, 5).join(", ")}${more}. ` +
      `Name an empty one: another folder in ASKWELL_DATA, or another database in DATABASE_URL`,
  );
}

async function dropOurs(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ kind: string; name: string }>(
    `select 1 as step, oid::regclass::text as name,
            case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end as kind
       ${ours("pg_class", "relnamespace")} and relkind in ('r', 'p', 'v', 'm', 'S')
     union all
     select 2, oid::regtype::text, 'type' ${ours("pg_type", "typnamespace")} and typtype in ('e', 'd', 'r')
     union all
     select 3, oid::regprocedure::text, 'routine' ${ours("pg_proc", "pronamespace")}
     order by step`,
  );
  for (const { kind, name } of rows) await client.query(`drop ${kind} if exists ${name} cascade`);
}

function ours(catalogue: string, schema: string): string {
  const of = isOfExtension(catalogue, `${catalogue}.oid`);
  return `from ${catalogue} where ${schema} = current_schema()::regnamespace and not ${of}`;
}

async function fill(
  client: pg.Client,
  path: string,
  header: BackupHeader,
  onRows: (done: number) => void,
): Promise<void> {
  const here = new Map((await tablesHere(client)).map((table) => [table.name, table.columns.join()]));
  const fits =
    header.tables.every((table) => here.get(table.name) === table.columns.join()) &&
    here.size === header.tables.length;
  if (!fits)
    throw new Problem(
      "invalid",
      `the tables in ${path} are not those of its migrations; it cannot be restored`,
    );
  let done = 0;
  async function* counted(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of rows) {
      yield chunk;
      done += linesIn(chunk);
      onRows(done);
    }
  }
  await readBackup(
    path,
    (again) => {
      if (JSON.stringify(again) !== JSON.stringify(header))
        throw new Problem("invalid", `${path} has changed meanwhile`);
    },
    async ({ name, columns }, rows) => {
      const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
      await copyIn(client, `copy ${client.escapeIdentifier(name)} (${list}) from stdin`, counted(rows));
    },
  );
}
