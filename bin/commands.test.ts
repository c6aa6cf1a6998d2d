import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./runtime.mjs";

function askwell(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, "bin", "askwell"), args, {
    encoding: "utf8",
    cwd: "/",
  });
  return { status, stdout, stderr };
}

describe("askwell", () => {
  it("lists its commands", () => {
    const { status, stdout } = askwell("--help");
    expect(status).toBe(0);
    for (const name of ["start", "workspace create", "key create", "restore"])
      expect(stdout).toContain(`\n  ${name} `);
  });

  it("refuses a command it does not have, with the list", () => {
    const { status, stdout, stderr } = askwell("sell");
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain('no command "sell"');
    expect(stderr).toContain("workspace create");
  });

  it("names what a half-said command may go on with", () => {
    const { status, stderr } = askwell("workspace");
    expect(status).toBe(2);
    expect(stderr).toContain("workspace create");
    expect(stderr).not.toContain("restore");
  });

  it("says more of each", () => {
    const { status, stdout } = askwell("bench", "--help");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^askwell bench/);
  });

  it("refuses arguments that a command does not take", () => {
    expect(askwell("start", "now")).toMatchObject({ status: 2, stdout: "" });
    expect(askwell("bench", "no-such-thing").status).toBe(2);
  });

  it("is found through symbolic links", () => {
    const folder = mkdtempSync(join(tmpdir(), "askwell-link-"));
    symlinkSync(join(root, "bin", "askwell"), join(folder, "one"));
    symlinkSync("one", join(folder, "two"));
    const { status, stdout } = spawnSync(join(folder, "two"), ["--version"], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  it("says what it needs where there is no Node at all", () => {
    const { status, stderr } = spawnSync("/bin/sh", [join(root, "bin", "askwell")], {
      encoding: "utf8",
      env: { PATH: "/nowhere" },
    });
    expect(status).toBe(1);
    expect(stderr).toContain("needs Node.js 18 or newer");
  });
});
