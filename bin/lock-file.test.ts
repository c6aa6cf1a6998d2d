import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { completeLock, missingFromLock, type Lock } from "./lock-file.ts";
import { root } from "./runtime.mjs";

describe("package-lock.json", () => {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;

  it("holds every optional package, without which npm ci refuses it (mend it: node bin/complete-lock.ts)", () => {
    expect(missingFromLock(lock)).toEqual([]);
  });
});

describe("completing a lock file", () => {
  const lock: Lock = {
    packages: {
      "": { optionalDependencies: { "@db/linux-x64": "1.0.0" } },
      "node_modules/@db/linux-x64": { version: "1.0.0" },
      "node_modules/tool": {
        dev: true,
        optionalDependencies: { "@tool/x-linux-arm64-musl": "2.0.0", "@tool/x-win32-x64-msvc": "2.0.0" },
      },
      "node_modules/tool/node_modules/@tool/x-win32-x64-msvc": { version: "2.0.0" },
    },
  };

  it("adds what is missing, for the kind of machine its name says", () => {
    expect(missingFromLock(lock)).toEqual([
      {
        path: "node_modules/@tool/x-linux-arm64-musl",
        entry: { version: "2.0.0", cpu: ["arm64"], libc: ["musl"], os: ["linux"], dev: true, optional: true },
      },
    ]);
    expect(missingFromLock(completeLock(lock))).toEqual([]);
  });

  it("does not guess", () => {
    const ranged: Lock = { packages: { "": { optionalDependencies: { "x-linux-x64": "^1.0.0" } } } };
    const nameless: Lock = { packages: { "": { optionalDependencies: { fast: "1.0.0" } } } };
    expect(() => missingFromLock(ranged)).toThrow("by hand");
    expect(() => missingFromLock(nameless)).toThrow("by hand");
  });
});
