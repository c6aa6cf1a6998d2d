// Run by hand after npm install, when a registry lacks a package that only other kinds of machine need: npm then
// leaves it out of package-lock.json, and npm ci refuses such a lock file on every machine.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { completeLock, missingFromLock, type Lock } from "./lock-file.ts";
import { root } from "./runtime.mjs";

const path = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8")) as Lock;
const missing = missingFromLock(lock);
writeFileSync(path, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
console.log(
  missing.length === 0
    ? "nothing was missing"
    : missing.map(({ path: added }) => `added ${added}`).join("\n"),
);
