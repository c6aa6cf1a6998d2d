import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../migrations", import.meta.url));

/** The unprivileged role of the server; migrations grant to it by this name. */
export const SERVER_ROLE = "askwell_server";
// Any fixed number: two processes that migrate at once wait for each other on it.
const MIGRATION_LOCK = 4_600_000_001;

export interface Migration {
  number: number;
  name: string;
  sql: string;
  hash: string;
}

/** Brings the database at `ownerUrl` to the newest migration in `folder`; answers the names it carried out. */
export async function migrate(
  ownerUrl: string,
  folder: string,
  say: (line: string) => void = () => {},
  upTo = Infinity,
): Promise<string[]> {
  const migrations = (await readMigrations(folder)).filter((each) => each.number <= upTo);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await ensureServerRole(client);
    await client.query(
      `create table if not exists schema_migration (
         number integer primary key, name text not null, hash text not null, at timestamptz not null default now())`,
    );
    await client.query(`grant select on schema_migration to ${SERVER_ROLE}`);
    const done = await client.query<{ number: number; name: string; hash: string }>(
      "select number, name, hash from schema_migration order by number",
    );
    refuseForeignHistory(done.rows, migrations, upTo);
    const wanting = migrations.slice(done.rows.length);
    for (const migration of wanting) {
      await carryOut(client, migration);
      say(`migrated   ${migration.name}`);
    }
    return wanting.map((each) => each.name);
  } finally {
    await client.end();
  }
}

/** The migrations of a folder in order. Throws when a number is missing or stands twice. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).toSorted();
  const migrations = await Promise.all(
    files.map(async (file) => {
      const sql = await readFile(join(folder, file), "utf8");
      const hash = createHash("sha256").update(sql).digest("hex");
      return { number: Number(file.slice(0, 4)), name: file.slice(0, -4), sql, hash };
    }),
  );
  migrations.forEach((each, index) => {
    if (each.number !== index + 1) throw new Error(`migration ${each.name} should have number ${index + 1}`);
  });
  return migrations;
}

/** True when the database has exactly the migrations of the folder. */
export async function isMigrated(pool: pg.Pool, folder: string): Promise<boolean> {
  const wanted = await readMigrations(folder);
  const { rows } = await pool.query("select number from schema_migration");
  return rows.length === wanted.length;
}

async function carryOut(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query("insert into schema_migration (number, name, hash) values ($1, $2, $3)", [
      migration.number,
      migration.name,
      migration.hash,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
  }
}

async function ensureServerRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select rolname from pg_roles where rolname = $1", [SERVER_ROLE]);
  try {
    if (rows.length === 0) {
      await client.query(
        `create role ${SERVER_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole`,
      );
    }
    await client.query(`grant ${SERVER_ROLE} to current_user`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    // Another installation on the same server may have made the role in the same moment.
    if (code === "42710" || code === "23505") return;
    throw new Error(
      `the role ${SERVER_ROLE} is missing and could not be made (${(error as Error).message}); ` +
        `have an administrator run: create role ${SERVER_ROLE} nologin; grant ${SERVER_ROLE} to <the role in DATABASE_URL>;`,
      { cause: error },
    );
  }
}

function refuseForeignHistory(
  done: { number: number; name: string; hash: string }[],
  migrations: Migration[],
  upTo: number,
): void {
  for (const row of done) {
    const ours = migrations[row.number - 1];
    if (!ours && upTo === Infinity) {
      throw new Error(
        `the database was migrated by a newer Askwell (${row.name}); start that version instead`,
      );
    }
    if (ours && ours.hash !== row.hash) {
      throw new Error(`migration ${row.name} was carried out with another text than the one in this folder`);
    }
  }
}
