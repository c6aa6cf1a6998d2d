import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepSecret } from "./secret.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "askwell-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the secret", () => {
  it("is made once, random, for its owner's eyes only", () => {
    const made = keepSecret(folder, {});
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(keepSecret(folder, {})).toBe(made);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["secret"]);
  });

  it("is another one in another installation", () => {
    expect(keepSecret(join(folder, "a"), {})).not.toBe(keepSecret(join(folder, "b"), {}));
  });

  it("is ASKWELL_SECRET when that is set, and then nothing is written", () => {
    expect(keepSecret(folder, { ASKWELL_SECRET: "s".repeat(32) })).toBe("s".repeat(32));
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is refused when it is short or damaged, saying what to do", () => {
    expect(() => keepSecret(folder, { ASKWELL_SECRET: "short" })).toThrow("openssl rand");
    writeFileSync(join(folder, "secret"), "");
    expect(() => keepSecret(folder, {})).toThrow("damaged");
  });
});
