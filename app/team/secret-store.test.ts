import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import { keepSecret } from "./secret-actions.ts";

const NOON = new Date("2026-11-18T10:00:00Z");

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.drop());

describe("the secret", () => {
  it("is made once, random, the same for all servers on the database, however many start at once", async () => {
    const kept = await Promise.all([1, 2, 3, 4].map(() => keepSecret(test.database, {}, NOON)));
    expect(new Set(kept).size).toBe(1);
    expect(kept[0]).toMatch(/^[\w-]{43}$/);
    expect(await keepSecret(test.database, {}, NOON)).toBe(kept[0]);
  });

  it("is ASKWELL_SECRET when that is set, and refused, saying what to do, when it is short", async () => {
    expect(await keepSecret(test.database, { ASKWELL_SECRET: "s".repeat(32) }, NOON)).toBe("s".repeat(32));
    await expect(keepSecret(test.database, { ASKWELL_SECRET: "short" }, NOON)).rejects.toThrow(
      "openssl rand",
    );
  });
});
