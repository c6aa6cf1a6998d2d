import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "#lib/kernel/problem.ts";
import { nativeFolder, restoreSymlinks } from "#lib/storage/embedded-binaries.ts";
import type { Lock } from "./lock-file.ts";
import { npm, root, secondsSince } from "./runtime.mjs";

const LOCK_FILE = join(root, "package-lock.json");
const MODULES = join(root, "node_modules");
// Removed before npm begins and written after it ends, so that it is there only when all packages are.
const STAMP = join(MODULES, ".askwell-stamp");

export function packagesInOrder(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === stamp() && missingSymlinks() === 0;
}

/** Brings node_modules to what package-lock.json says, and the PostgreSQL in it to working order. */
export async function ensurePackages(say: (line: string) => void): Promise<void> {
  if (packagesInOrder()) return;
  const began = Date.now();
  if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== stamp()) {
    if (!npmInstalledThem()) {
      say("packages   fetching, a minute or two the first time");
      rmSync(STAMP, { force: true });
      await fetchAll(() => say(`packages   still fetching (${secondsSince(began)} s)`));
    }
  }
  missingSymlinks();
  writeFileSync(`${STAMP}.new`, stamp());
  renameSync(`${STAMP}.new`, STAMP);
  say(`packages   ready (${secondsSince(began)} s)`);
}

async function fetchAll(waiting: () => void): Promise<void> {
  try {
    await npm(["ci", "--ignore-scripts", "--include=dev", "--include=optional"], root, waiting);
  } catch (error) {
    throw new Problem("unavailable", (error as Error).message);
  }
}

/** npm leaves its own list of what it installed: somebody ran npm by hand, and well. */
function npmInstalledThem(): boolean {
  const list = join(MODULES, ".package-lock.json");
  if (!existsSync(list)) return false;
  const installed = readPackages(list);
  return Object.entries(readPackages(LOCK_FILE)).every(([path, wanted]) => {
    if (path === "" || wanted.link) return true;
    const found = installed[path];
    if (!found || !existsSync(join(root, path))) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** Restores them, in fact; answers how many were missing. */
function missingSymlinks(): number {
  const native = nativeFolder();
  return native === null ? 0 : restoreSymlinks(native);
}

/** Changes with the lock file and with the kind of machine, since some packages hold binaries. */
function stamp(): string {
  const hash = createHash("sha256").update(readFileSync(LOCK_FILE)).digest("hex");
  return `${hash} ${process.platform}-${process.arch}\n`;
}

function readPackages(path: string): Lock["packages"] {
  return (JSON.parse(readFileSync(path, "utf8")) as Lock).packages;
}
