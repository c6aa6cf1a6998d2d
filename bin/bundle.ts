import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Problem } from "#lib/kernel/problem.ts";
import { root, run, secondsSince } from "./runtime.mjs";

const BUNDLE = join(root, "dist", "web");
// Written last: it is there only when the bundle of that hash is.
const STAMP = join(root, "dist", "web.stamp");
const INPUTS = [
  "{web,for}.tsx",
  "{index,for}.html",
  "vite.config.ts",
  "bin/chunks/**",
  "package.json",
  "package-lock.json",
  "{app,lib}/**",
];

/** Builds the browser's half when one of the files that it is made of has changed. */
export async function ensureBundle(say: (line: string) => void): Promise<void> {
  const hash = hashInputs();
  if (bundleIsOf(hash)) return;
  const began = Date.now();
  say("screens    building");
  removeLeftOvers();
  // A build whose launch was killed may still write: each has a folder of its own.
  const staged = `${BUNDLE}.${process.pid}.new`;
  const old = `${BUNDLE}.${process.pid}.old`;
  await build(staged);
  rmSync(STAMP, { force: true });
  if (existsSync(BUNDLE)) renameSync(BUNDLE, old);
  renameSync(staged, BUNDLE);
  rmSync(old, { recursive: true, force: true });
  writeFileSync(STAMP, hash);
  say(`screens    ready (${secondsSince(began)} s)`);
}

export function bundleInOrder(): boolean {
  return bundleIsOf(hashInputs());
}

function bundleIsOf(hash: string): boolean {
  return existsSync(join(BUNDLE, "index.html")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash;
}

function hashInputs(): string {
  const hash = createHash("sha256");
  const paths = globSync(INPUTS, { cwd: root, exclude: (path) => /\.test\.tsx?$/.test(path) }).toSorted();
  for (const path of paths) {
    const whole = join(root, path);
    if (!statSync(whole).isFile()) continue;
    hash.update(`${path}\0`).update(readFileSync(whole)).update("\0");
  }
  return hash.digest("hex");
}

async function build(outDir: string): Promise<void> {
  mkdirSync(join(root, "dist"), { recursive: true });
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const args = [vite, "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"];
  const { code, output } = await run(process.execPath, args);
  if (code !== 0) throw new Problem("unavailable", `The screens could not be built:\n${output.trim()}`);
}

function removeLeftOvers(): void {
  for (const path of globSync("dist/web.*.{new,old}", { cwd: root })) {
    rmSync(join(root, path), { recursive: true, force: true });
  }
}
