import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root, run, secondsSince } from "./runtime.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ON_MACOS = ["Google Chrome", "Chromium"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const FETCH_WITHIN_MS = 300_000;

export const NO_CHROMIUM =
  "No Chromium for the browser tests was found, and none could be fetched. Install Chromium or Google Chrome " +
  "(Debian: apt-get install chromium), or set ASKWELL_CHROMIUM to the path of one, then run this again.";

/** The path of a Chromium that runs here: installed, Playwright's, or fetched now. Null when none can be had. */
export async function ensureChromium(say: (line: string) => void): Promise<string | null> {
  const given = process.env["ASKWELL_CHROMIUM"];
  if (given) {
    if (runs(given)) return given;
    say(`chromium   ASKWELL_CHROMIUM is ${given}, which does not run`);
    return null;
  }
  const found = await findChromium();
  if (found !== null) return found;
  const began = Date.now();
  for (const [how, command, args] of waysToFetch()) {
    say(`chromium   fetching ${how}`);
    if (!(await succeeds(command, args))) continue;
    const fetched = await findChromium();
    if (fetched === null) continue;
    say(`chromium   ready (${secondsSince(began)} s)`);
    return fetched;
  }
  return null;
}

async function findChromium(): Promise<string | null> {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).concat(ON_MACOS);
  const candidates = [...installed.filter((path) => existsSync(path)), await playwrightsOwn()];
  return candidates.find((path) => path !== null && runs(path)) ?? null;
}

async function playwrightsOwn(): Promise<string | null> {
  const { chromium } = await import("playwright-core");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

/** A browser may be there and lack the libraries it needs: only running it tells. */
function runs(path: string): boolean {
  return spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0;
}

function waysToFetch(): [string, string, string[]][] {
  const playwright = join(root, "node_modules", "playwright-core", "cli.js");
  const own: [string, string, string[]] = [
    "Playwright's own",
    process.execPath,
    [playwright, "install", "chromium"],
  ];
  const install = "apt-get update -q && apt-get install -y -q --no-install-recommends chromium";
  const debians: [string, string, string[]] = ["Debian's package", "/bin/sh", ["-c", install]];
  return process.getuid?.() === 0 && isDebian() ? [debians, own] : [own];
}

function isDebian(): boolean {
  const release = "/etc/os-release";
  return existsSync(release) && /^ID=debian$/m.test(readFileSync(release, "utf8"));
}

async function succeeds(command: string, args: string[]): Promise<boolean> {
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: "noninteractive",
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000",
  };
  return (await run(command, args, { env, timeout: FETCH_WITHIN_MS })).code === 0;
}
