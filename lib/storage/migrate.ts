import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { Problem } from "#lib/kernel/problem.ts";
import { asOwner } from "./owner.ts";

export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../migrations", import.meta.url));

/** The unprivileged role of the server; migrations grant to it by this name. */
export const SERVER_ROLE = "askwell_server";
/** Held by whoever changes the schema; any fixed number. Two processes that migrate at once wait for each other on it. */
export const MIGRATION_LOCK = 4_600_000_001;

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
  return asOwner(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await ensureServerRole(client);
    await ensureHistory(client);
    const done = await client.query<{ number: number; name: string; hash: string }>(
      "select number, name, hash from schema_migration order by number",
    );
    refuseForeignHistory(done.rows, migrations, upTo);
    const wanting = migrations.slice(done.rows.length);
    for (const migration of wanting) {
      await client.query("begin");
      await carryOut(client, migration);
      await client.query("commit");
      say(`migrated   ${migration.name}`);
    }
    return wanting.map((each) => each.name);
  });
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

/** One migration, in the transaction of the caller. */
export async function carryOut(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql);
  } catch (error) {
    throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
  }
  await client.query("insert into schema_migration (number, name, hash) values ($1, $2, $3)", [
    migration.number,
    migration.name,
    migration.hash,
  ]);
}

/** The table that says which migrations were carried out. */
export async function ensureHistory(client: pg.Client): Promise<void> {
  await client.query(
    `create table if not exists schema_migration (
       number integer primary key, name text not null, hash text not null, at timestamptz not null default now())`,
  );
  await client.query(`grant select on schema_migration to ${SERVER_ROLE}`);
}

/** Sees to it that whoever is connected can become the server's role. Throws Problem unavailable that says what to do. */
export async function ensureServerRole(client: pg.Client): Promise<void> {
  let failure = "";
  // More than twice: another installation on the same server may be making the role in the same moment.
  for (let tries = 0; tries < 5; tries += 1) {
    const role = await serverRole(client);
    if (role?.mine) return;
    const wanting = role
      ? `grant ${SERVER_ROLE} to current_user`
      : `create role ${SERVER_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole`;
    await client.query(wanting).catch((error: Error) => (failure = error.message));
  }
  throw new Problem(
    "unavailable",
    `the role ${SERVER_ROLE} is not there for the role in DATABASE_URL and could not be made (${failure}); ` +
      `have an administrator run: create role ${SERVER_ROLE} nologin; grant ${SERVER_ROLE} to <the role in DATABASE_URL>;`,
  );
}

async function serverRole(client: pg.Client): Promise<{ mine: boolean } | undefined> {
  // From 16 on a member may become the role only where the grant says so.
  const { rows } = await client.query<{ mine: boolean }>(
    `select case when current_setting('server_version_num')::int < 160000 then pg_has_role(oid, 'member')
                 else pg_has_role(oid, 'set') end as mine
       from pg_roles where rolname = $1`,
    [SERVER_ROLE],
  );
  return rows[0];
}

function refuseForeignHistory(
  done: { number: number; name: string; hash: string }[],
  migrations: Migration[],
  upTo: number,
): void {
  for (const row of done) {
    const ours = migrations[row.number - 1];
    if (!ours && upTo === Infinity) {
      throw new Problem(
        "conflict",
        `the database was migrated by a newer Askwell (${row.name}); use that version instead`,
      );
    }
    if (ours && ours.hash !== row.hash) {
      throw new Problem(
        "conflict",
        `migration ${row.name} was carried out with another text than the one in this folder; use the Askwell that did it`,
      );
    }
  }
}
