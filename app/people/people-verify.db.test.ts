import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { peopleChecks } from "./people-verify-reader.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const mistakes = () =>
  t.test.database.read(t.cast.workspaceId, async (tx) => {
    const found = await Promise.all(
      peopleChecks.map((check) => check.mistakes(tx, { id: t.cast.workspaceId, firstDay: 1 })),
    );
    return found.flat();
  });
const corrupt = (what: ReturnType<typeof sql>) =>
  t.test.database.write(t.cast.workspaceId, (tx) => what.execute(tx.tables()));

describe("what askwell verify holds people to", () => {
  it("holds after merges, moves and their undoing, and finds what was tampered with", async () => {
    const add = async (fullName: string, accountName?: string) =>
      (await t.post("rep", "/people", { fullName, accountName, title: "Buyer" })).body;
    const [a, b, c] = [await add("Aa Ab", "Eins AG"), await add("Ba Bb", "Zwei AG"), await add("Ca Cb")];
    const merge = async (keptId: string, mergedId: string, kind = "person") =>
      (await t.post("rep", "/merges", { kind, keptId, mergedId })).body;
    const first = await merge(b.id, a.id);
    await merge(c.id, b.id);
    await merge(b.accountId, a.accountId, "account");
    await t.patch("rep", `/people/${c.id}`, { accountName: "Drei AG" });
    await t.post("rep", `/people/${c.id}/positions`, { accountName: "Vier AG" });
    expect(await mistakes()).toEqual([]);
    expect((await t.del("rep", `/merges/${first.id}`)).status).toBe(409);
    await corrupt(sql`update person set merged_into = ${b.id} where id = ${a.id}`);
    await corrupt(sql`update person set account_id = null where id = ${c.id}`);
    expect(await mistakes()).toEqual([
      `person ${a.id} does not point where its merges say`,
      `person ${c.id} is not where their current position says`,
    ]);
  });
});
