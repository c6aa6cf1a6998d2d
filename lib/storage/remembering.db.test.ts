import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "./database.ts";
import { remembering } from "./remembering.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(async () => {
  await test?.drop();
});

interface Moment {
  what: string;
  at: string;
}

async function momentOf(tx: Tx, what: string): Promise<Moment[]> {
  const { rows } = await sql<Moment>`
    select ${what}::text as what, clock_timestamp()::text as at`.execute(tx.tables());
  return rows;
}

function failing(tx: Tx): Promise<unknown> {
  return sql`select 1 / 0`.execute(tx.tables());
}

function reading<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return test.database.read(newId(new Date("2026-11-18T10:00:00Z")), work);
}

it("answers the same question once, one after the other or at the same time, and another one anew", async () => {
  await reading(async (plain) => {
    const tx = remembering(plain);
    const [first, beside] = await Promise.all([momentOf(tx, "one"), momentOf(tx, "one")]);
    expect(beside).toEqual(first);
    expect(await momentOf(tx, "one")).toEqual(first);
    expect(await momentOf(tx, "two")).not.toEqual(first);
    expect(await momentOf(plain, "one")).not.toEqual(first);
    expect(await momentOf(remembering(plain), "one")).not.toEqual(first);
  });
});

it("gives each asker rows of its own", async () => {
  await reading(async (plain) => {
    const tx = remembering(plain);
    const rows = await momentOf(tx, "one");
    rows[0]!.what = "changed";
    rows.pop();
    expect(await momentOf(tx, "one")).toMatchObject([{ what: "one" }]);
  });
});

it("fails as often as it is asked what fails", async () => {
  await expect(
    reading(async (plain) => {
      const tx = remembering(plain);
      await expect(failing(tx)).rejects.toThrow("division by zero");
      await failing(tx);
    }),
  ).rejects.toThrow("division by zero");
});
