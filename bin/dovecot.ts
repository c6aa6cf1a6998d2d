import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, run, secondsSince } from "./runtime.mjs";

const PACKAGES = ["dovecot-core", "dovecot-imapd"];
const FETCH_WITHIN_MS = 120_000;
// As Debian lays it out.
const PARTS = ["bin/doveconf", "sbin/dovecot", "lib/dovecot/imap", "lib/dovecot/imap-login"];

export const NO_DOVECOT =
  "No Dovecot was found, and none could be fetched: the tests against a real IMAP server are left out. " +
  "Install it (Debian: apt-get install dovecot-imapd), then run this again.";

/** The folder that holds bin/doveconf, sbin/dovecot and lib/dovecot: installed, or fetched before. Null when there is none. */
export function findDovecot(): string | null {
  return ["/usr", fetched()].find((prefix) => PARTS.every((part) => existsSync(join(prefix, part)))) ?? null;
}

/**
 * The same; where there is none, Debian's packages are fetched and unpacked into the project. They are not installed: that would start
 * a mail server on the machine.
 */
export async function ensureDovecot(say: (line: string) => void): Promise<string | null> {
  const found = findDovecot();
  if (found !== null || !canFetch()) return found;
  const began = Date.now();
  say("dovecot    fetching Debian's package, for the tests with an IMAP server");
  mkdirSync(dirname(fetched()), { recursive: true });
  const folder = mkdtempSync(`${fetched()}-`);
  try {
    if (!(await downloads(folder)) && !(isRoot() && (await updates()) && (await downloads(folder))))
      return null;
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".deb")))
      if (spawnSync("dpkg-deb", ["-x", join(folder, name), join(folder, "unpacked")]).status !== 0)
        return null;
    for (const part of ["bin", "sbin", "lib/dovecot"])
      cpSync(join(folder, "unpacked/usr", part), join(folder, "usr", part), {
        recursive: true,
        verbatimSymlinks: true,
      });
    rmSync(fetched(), { recursive: true, force: true });
    renameSync(join(folder, "usr"), fetched());
    say(`dovecot    ready (${secondsSince(began)} s)`);
    return findDovecot();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function downloads(folder: string): Promise<boolean> {
  const options = { cwd: folder, timeout: FETCH_WITHIN_MS };
  return (await run("apt-get", ["download", "-q", ...PACKAGES], options)).code === 0;
}

/** The lists of what there is, which a fresh machine may not have. */
async function updates(): Promise<boolean> {
  return (await run("apt-get", ["update", "-q"], { timeout: FETCH_WITHIN_MS })).code === 0;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function fetched(): string {
  return join(root, "node_modules", ".askwell-dovecot");
}

function canFetch(): boolean {
  return ["apt-get", "dpkg-deb"].every((command) => spawnSync(command, ["--version"]).status === 0);
}
