import { createHash, randomBytes } from "node:crypto";
import { migrate, MIGRATIONS_FOLDER, readMigrations, SERVER_ROLE } from "./migrate.ts";
import { openDatabase, type Database } from "./database.ts";
import { asOwner } from "./owner.ts";

// Any fixed number: the first test file to come makes the template, the others wait for it.
const TEMPLATE_LOCK = 4_600_000_002;
const FILLED_LOCK = 4_600_000_003;

export interface TestDatabase {
  /** As the owner of the tables: for looking behind the wall, never for the code under test. */
  ownerUrl: string;
  database: Database;
  drop(): Promise<void>;
}

/** A database of its own for one test file, cloned from a template that has every migration. */
export async function openTestDatabase(connections = 6): Promise<TestDatabase> {
  const server = serverUrl();
  return cloneOf(await ensureTemplate(server), server, connections);
}

/**
 * The same, cloned from one that `fill` filled: the first test file of a run to come does so, the others wait. For what takes
 * longer to fill than to read.
 */
export async function openFilledDatabase(
  what: string,
  fill: (database: Database) => Promise<void>,
  connections = 6,
): Promise<TestDatabase> {
  const server = serverUrl();
  const template = await ensureTemplate(server);
  const filled = `${FILLED}${runOf()}_${what}`;
  await asOwner(server, async (client) => {
    await client.query("select pg_advisory_lock($1)", [FILLED_LOCK]);
    const { rows } = await client.query("select 1 from pg_database where datname = $1", [filled]);
    if (rows.length > 0) return;
    const made = await cloneOf(template, server, connections);
    try {
      await fill(made.database);
      await made.database.close();
      await client.query(`alter database ${nameIn(made.ownerUrl)} rename to ${filled}`);
    } catch (error) {
      await made.drop();
      throw error;
    }
  });
  return cloneOf(filled, server, connections);
}

/** What openFilledDatabase has left on a server that goes on, once the run is over. */
export async function dropFilledDatabases(server: string): Promise<void> {
  await asOwner(server, async (client) => {
    const mine = `${FILLED}${runOf()}_`;
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where starts_with(datname, $1)",
      [mine],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  });
}

const FILLED = "askwell_filled_";

/** The run that this process belongs to: each has a folder of its own. */
function runOf(): string {
  const folder = process.env["ASKWELL_TEST_SCREENS"] ?? "";
  return createHash("sha256").update(folder).digest("hex").slice(0, 12);
}

async function cloneOf(template: string, server: string, connections: number): Promise<TestDatabase> {
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

function nameIn(url: string): string {
  return /^postgres(?:ql)?:\/\/[^/?]*\/([^?]*)/.exec(url)?.[1] ?? "";
}

function withDatabase(url: string, name: string): string {
  // Works for postgres://user:pw@/db?host=/socket too, which URL refuses for want of a host.
  return url.replace(/^(postgres(?:ql)?:\/\/[^/?]*)\/?[^?]*/, `$1/${name}`);
}
