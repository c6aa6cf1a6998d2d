import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { suggestionChecks } from "./suggestion-verify-reader.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const mistakes = () =>
  t.test.database.read(t.cast.workspaceId, async (tx) => {
    const found: string[] = [];
    for (const check of suggestionChecks)
      found.push(...(await check.mistakes(tx, { id: t.cast.workspaceId, firstDay: 1 })));
    return found;
  });
const tamper = (what: ReturnType<typeof sql>) =>
  t.test.database.write(t.cast.workspaceId, (tx) => what.execute(tx.tables()));
const refusal = (id: string) => `/suggestions/${id}/refusal`;

describe("what askwell verify holds suggestions to", () => {
  it("holds after they were made, refused and taken up again, and finds what was tampered with", async () => {
    for (const name of ["Alpha", "Beta", "Gamma", "Delta"])
      await t.post("rep", "/people", { fullName: `Client ${name}`, accountName: name, holderId: t.cast.rep });
    const { body: accounts } = await t.get("rep", "/accounts?limit=10");
    for (const { id } of accounts.items)
      await t.patch("leader", `/accounts/${id}`, { kind: "client", holderId: t.cast.rep });
    const [first, second, third] = (await t.post("rep", "/suggestions", {})).body.items;
    for (const { id } of [first, second]) await t.put("rep", refusal(id), { why: "not-the-moment" });
    await t.del("rep", refusal(first.id));
    expect(await mistakes()).toEqual([]);

    await tamper(sql`
      update suggestion set refused_on = null, refused_by = null, refused_why = null where id = ${second.id}`);
    await tamper(sql`
      update suggestion set refused_on = day, refused_by = member_id, refused_why = 'unhappy' where id = ${third.id}`);
    expect((await mistakes()).toSorted()).toEqual(
      [
        `the suggestion ${second.id} is not refused, and the journal says otherwise`,
        `the suggestion ${third.id} is refused, and the journal says otherwise`,
      ].toSorted(),
    );
    await tamper(sql`
      insert into suggestion (workspace_id, id, member_id, person_id, mid_week, place, nth, score, reasons, say, day, at, by_id)
      select workspace_id, gen_random_uuid(), member_id, person_id, mid_week, place, nth + more, score, reasons, say, day, at, by_id
        from suggestion, generate_series(1, 9) as more where id = ${first.id}`);
    const found = await mistakes();
    expect(found.filter((each) => each.endsWith("is not in the journal"))).toHaveLength(9);
    expect(found.at(-1)).toContain("suggestions in the week of 2026-11-19, and 9 are the most");
  });
});
