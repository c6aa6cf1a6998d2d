import { createHash, randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Problem } from "#lib/kernel/problem.ts";
import { canEnter, isRoot, ownerOf, ownLike, unprivilegedAccount, type Account } from "./embedded-account.ts";
import { REACHABLE_FOLDER } from "./embedded-binaries.ts";

/** Where one cluster lives and as whom it runs. */
export interface Place {
  dataFolder: string;
  /** PGDATA. */
  cluster: string;
  sockets: string;
  log: string;
  /** One file for each process that uses the cluster. */
  users: string;
  password: string;
  /** Null: as whoever runs Askwell. */
  account: Account | null;
}

// The path of a unix socket may take 108 bytes on Linux, 104 on macOS.
const LONGEST_SOCKET_PATH = 100;
const SOCKET_NAME = ".s.PGSQL.5432";

/** Makes the data folder if need be. Answers its one true path. */
export function openDataFolder(path: string): string {
  try {
    if (!existsSync(path)) {
      mkdirSync(path, { recursive: true });
      // Under root the database's own account must pass through; what is in it has its own modes.
      chmodSync(path, isRoot() ? 0o711 : 0o700);
    }
    if (!statSync(path).isDirectory()) throw new Error("it is a file, not a folder");
    accessSync(path, constants.W_OK | constants.X_OK);
    return realpathSync(path);
  } catch (error) {
    throw new Problem(
      "unavailable",
      `The data folder ${path} cannot be made or opened: ${(error as Error).message}. Set ASKWELL_DATA to a folder that this account may write to.`,
    );
  }
}

/** Settles, and makes, the folders for the database of a data folder; the same ones every time. */
export function settlePlace(folder: string, say: (line: string) => void): Place {
  const { home, account } = isRoot() ? homeUnderRoot(folder, say) : { home: folder, account: null };
  const cluster = join(home, "postgres");
  const users = join(folder, "postgres-users");
  mkdirSync(users, { recursive: true });
  ownLike(folder, users);
  return {
    dataFolder: folder,
    cluster,
    sockets: socketFolder(home, account),
    log: join(folder, "postgres.log"),
    users,
    password: readPassword(folder),
    account,
  };
}

function homeUnderRoot(folder: string, say: (line: string) => void): { home: string; account: Account } {
  const here = join(folder, "postgres");
  if (existsSync(here)) return { home: folder, account: ownerOf(here) };
  const home = homeElsewhere(folder);
  if (home !== null) {
    const cluster = join(home, "postgres");
    return { home, account: existsSync(cluster) ? ownerOf(cluster) : unprivilegedAccount() };
  }
  const account = unprivilegedAccount();
  if (canEnter(account, folder)) return { home: folder, account };
  const made = makeHomeElsewhere(folder);
  say(`database   kept in ${made}: it runs as the account ${account.name}, which cannot enter ${folder}`);
  return { home: made, account };
}

/*
 * The data folder names its home elsewhere by an id of its own, and the home names its data folder. A folder that
 * was moved keeps its data, a new one at an old path begins empty, and a copy cannot write to the original's data.
 */
function homeElsewhere(folder: string): string | null {
  const pointer = pointerIn(folder);
  if (!existsSync(pointer)) return null;
  const home = readFileSync(pointer, "utf8").trim();
  const backPointer = join(home, "data-folder");
  if (!existsSync(backPointer)) {
    throw new Problem(
      "unavailable",
      `The database of ${folder} should be in ${home}, and is not there. Bring that folder back, or, to begin empty, delete ${pointer}.`,
    );
  }
  const original = readFileSync(backPointer, "utf8").trim();
  if (original === folder) return home;
  if (existsSync(pointerIn(original)) && readFileSync(pointerIn(original), "utf8").trim() === home) {
    throw new Problem(
      "unavailable",
      `${folder} is a copy of ${original}, whose database is in ${home}. Use the original, or take a copy with askwell backup and askwell restore.`,
    );
  }
  writeFileSync(backPointer, `${folder}\n`);
  return home;
}

function makeHomeElsewhere(folder: string): string {
  const home = join(REACHABLE_FOLDER, randomBytes(6).toString("hex"));
  mkdirSync(REACHABLE_FOLDER, { recursive: true });
  chmodSync(REACHABLE_FOLDER, 0o755);
  mkdirSync(home);
  chmodSync(home, 0o711);
  writeFileSync(join(home, "data-folder"), `${folder}\n`);
  writeFileSync(pointerIn(folder), `${home}\n`);
  return home;
}

function pointerIn(folder: string): string {
  return join(folder, "postgres-is-in");
}

function socketFolder(home: string, account: Account | null): string {
  const near = join(home, "run");
  if (Buffer.byteLength(join(near, SOCKET_NAME)) <= LONGEST_SOCKET_PATH) return privateFolder(near, account);
  const short = createHash("sha256").update(home).digest("hex").slice(0, 12);
  return privateFolder(`/tmp/askwell-${short}`, account);
}

/** In /tmp somebody else may have been there first: a folder that is not ours is refused. */
function privateFolder(path: string, account: Account | null): string {
  const owner = account?.uid ?? process.getuid?.() ?? 0;
  try {
    mkdirSync(path, { mode: 0o700 });
    if (account) chownSync(path, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const stat = lstatSync(path);
  if (stat.isDirectory() && stat.uid === 0 && account) chownSync(path, account.uid, account.gid);
  else if (!stat.isDirectory() || stat.uid !== owner || (stat.mode & 0o022) !== 0) {
    throw new Problem(
      "unavailable",
      `${path}, where the database's socket goes, belongs to somebody else. Remove it and start again.`,
    );
  }
  return path;
}

function readPassword(folder: string): string {
  const path = join(folder, "postgres-password");
  try {
    if (!existsSync(path)) {
      const staged = `${path}.${process.pid}`;
      writeFileSync(staged, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
      ownLike(folder, staged);
      renameSync(staged, path);
    }
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    throw new Problem(
      "unavailable",
      `The database's password in ${path} cannot be read: ${(error as Error).message}. Start Askwell as the account that owns ${folder}.`,
    );
  }
}
