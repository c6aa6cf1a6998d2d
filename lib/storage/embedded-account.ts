import { spawnSync } from "node:child_process";
import { chownSync, statSync } from "node:fs";
import { Problem } from "#lib/kernel/problem.ts";

/** Another account of this machine, as which the database runs when Askwell itself runs as root. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

const CANDIDATES = ["askwell", "postgres", "nobody"];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** PostgreSQL refuses to run as root: the account to run it as instead. */
export function unprivilegedAccount(): Account {
  for (const name of CANDIDATES) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== null && gid !== null && uid !== 0) return { name, uid, gid };
  }
  throw new Problem(
    "unavailable",
    "PostgreSQL does not run as root, and this machine has no account named askwell, postgres or nobody. " +
      "Make one (useradd --system askwell), or start Askwell as an ordinary user.",
  );
}

/** The account that owns `path`, which must not be root's. */
export function ownerOf(path: string): Account {
  const { uid, gid } = statSync(path);
  if (uid === 0) {
    throw new Problem(
      "unavailable",
      `${path} belongs to root, and PostgreSQL does not run as root. Give it to another account with chown -R.`,
    );
  }
  return { name: `number ${uid}`, uid, gid };
}

/** Tried, not computed: what a folder lets through depends on more than its mode bits. */
export function canEnter(account: Account, folder: string): boolean {
  const { uid, gid } = account;
  const { status, error } = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { uid, gid, cwd: "/" });
  if (error) {
    throw new Problem(
      "unavailable",
      `As root, Askwell runs its database as the account ${account.name}, but this machine does not let it: ` +
        `${error.message}. Start Askwell as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return status === 0;
}

/** Gives what root made in an ordinary user's folder to that user, who could not use it otherwise. */
export function ownLike(folder: string, path: string): void {
  if (!isRoot()) return;
  const { uid, gid } = statSync(folder);
  chownSync(path, uid, gid);
}

function idOf(flag: "-u" | "-g", name: string): number | null {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout.trim()) : null;
}
