import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "#lib/storage/embedded.ts";
import { isAlive, readMark } from "#lib/storage/embedded-process.ts";
import { dropFilledDatabases } from "#lib/storage/test-database.ts";
import { findDovecot } from "./dovecot.ts";

const PREFIX = "askwell-test-";
const SCREENS = "askwell-screens-";
/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm";
const ROOM_BYTES = 4 * 2 ** 30;

/**
 * For the whole run one PostgreSQL, one folder at ASKWELL_TEST_SCREENS for the screens that browsers are shown, and at
 * ASKWELL_TEST_DOVECOT where an IMAP server is to be had, if anywhere. What tests write on the way goes where the databases are.
 */
export async function setup(): Promise<() => Promise<void>> {
  const screens = mkdtempSync(join(tmpdir(), SCREENS));
  process.env["ASKWELL_TEST_SCREENS"] = screens;
  process.env["ASKWELL_TEST_DOVECOT"] = findDovecot() ?? "";
  const stopServer = await startServer();
  return async () => {
    await stopServer();
    rmSync(screens, { recursive: true, force: true });
  };
}

/**
 * At ASKWELL_TEST_SERVER, as its superuser; each test file makes its own database in it. With ASKWELL_TEST_DATABASE_URL set,
 * that server is used and none is started.
 */
async function startServer(): Promise<() => Promise<void>> {
  const given = process.env["ASKWELL_TEST_DATABASE_URL"];
  if (given) {
    process.env["ASKWELL_TEST_SERVER"] = given;
    return () => dropFilledDatabases(given);
  }
  await sweep();
  const dataFolder = mkdtempSync(join(dataRoot(), PREFIX));
  chmodSync(dataFolder, 0o711);
  process.env["TMPDIR"] = makeTemporaryFolder(dataFolder);
  // What makes a commit durable is switched off here and nowhere else; the tests of durability start their own.
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    wal_level: "minimal",
    max_wal_senders: "0",
    max_connections: "200",
    shared_buffers: "256MB",
  };
  const server = await startPostgres({ dataFolder, say: () => {}, settings });
  process.env["ASKWELL_TEST_SERVER"] = server.url;
  return async () => {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
}

/** Beside the databases, as open to all as the machine's own. */
function makeTemporaryFolder(beside: string): string {
  const folder = join(beside, "tmp");
  mkdirSync(folder);
  chmodSync(folder, 0o1777);
  return folder;
}

/**
 * In memory where there is room. A test file's database is thirteen hundred files, and ext4 makes new ones the more slowly the
 * more were deleted in the last minutes: that took more than all statements did.
 */
function dataRoot(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM_BYTES ? MEMORY : tmpdir();
}

/** Ends and removes what test runs that were killed have left behind. */
async function sweep(): Promise<void> {
  for (const dataFolder of [tmpdir(), MEMORY].filter(existsSync).flatMap(dataFoldersIn)) {
    if (!isAbandoned(dataFolder)) continue;
    try {
      const server = await startPostgres({ dataFolder, say: () => {} });
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    } catch {
      // Another account's, or another run is sweeping it: not ours to remove.
    }
  }
}

function dataFoldersIn(root: string): string[] {
  return readdirSync(root)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(root, name));
}

function isAbandoned(dataFolder: string): boolean {
  const users = join(dataFolder, "postgres-users");
  if (!existsSync(users)) return false;
  const marks = readdirSync(users).map((name) => readMark(join(users, name)));
  return marks.length > 0 && !marks.some((mark) => mark !== null && isAlive(mark));
}
