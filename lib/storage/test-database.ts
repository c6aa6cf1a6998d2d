import { createHash, randomBytes } from "node:crypto";
import { migrate, MIGRATIONS_FOLDER, readMigrations, SERVER_ROLE } from "./migrate.ts";
import { openDatabase, type Database } from "./database.ts";
import { asOwner } from "./owner.ts";

// Any fixed number: the first test file to come makes the template, the others wait for it.
const TEMPLATE_LOCK = 4_600_000_002;

export interface TestDatabase {
  /** As the owner of the tables: for looking behind the wall, never for the code under test. */
  ownerUrl: string;
  database: Database;
  drop(): Promise<void>;
}

/** A database of its own for one test file, cloned from a template that has every migration. */
export async function openTestDatabase(connections = 6): Promise<TestDatabase> {
  const server = serverUrl();
  const template = await ensureTemplate(server);
  const name = `askwell_test_${randomBytes(6).toString("hex")}`;
  // Copied as files: to write each page of it to the log first takes twice as long, for every test file.
  await asOwner(server, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  );
  const ownerUrl = withDatabase(server, name);
  const database = await openDatabase({ url: ownerUrl, role: SERVER_ROLE, connections });
  return {
    ownerUrl,
    database,
    drop: async () => {
      await database.close();
      await asOwner(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** An empty database without any migration, for tests of migrating, backing up and restoring. */
export async function createEmptyDatabase(): Promise<{ ownerUrl: string; drop(): Promise<void> }> {
  const server = serverUrl();
  const name = `askwell_test_${randomBytes(6).toString("hex")}`;
  await asOwner(server, (client) => client.query(`create database ${name}`));
  return {
    ownerUrl: withDatabase(server, name),
    drop: async () => {
      await asOwner(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

function serverUrl(): string {
  const url = process.env["ASKWELL_TEST_DATABASE_URL"] ?? process.env["ASKWELL_TEST_SERVER"];
  if (!url)
    throw new Error("no database for tests: run them with `npm test`, or set ASKWELL_TEST_DATABASE_URL");
  return url;
}

async function ensureTemplate(server: string): Promise<string> {
  const migrations = await readMigrations(MIGRATIONS_FOLDER);
  const all = createHash("sha256").update(migrations.map((each) => each.hash).join());
  const name = `askwell_template_${all.digest("hex").slice(0, 24)}`;
  await asOwner(server, async (client) => {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rows } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rows.length > 0) return;
    const raw = `${name}_raw`;
    await client.query(`drop database if exists ${raw} with (force)`);
    await client.query(`create database ${raw}`);
    await migrate(withDatabase(server, raw), MIGRATIONS_FOLDER);
    await client.query(`alter database ${raw} rename to ${name}`);
  });
  return name;
}

function withDatabase(url: string, name: string): string {
  // Works for postgres://user:pw@/db?host=/socket too, which URL refuses for want of a host.
  return url.replace(/^(postgres(?:ql)?:\/\/[^/?]*)\/?[^?]*/, `$1/${name}`);
}
