import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { giftChecks } from "./gift-verify-reader.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const mistakes = () =>
  t.test.database.read(t.cast.workspaceId, async (tx) => {
    const found: string[] = [];
    for (const check of giftChecks)
      found.push(...(await check.mistakes(tx, { id: t.cast.workspaceId, firstDay: 1 })));
    return found;
  });
const tamper = (what: ReturnType<typeof sql>) =>
  t.test.database.write(t.cast.workspaceId, (tx) => what.execute(tx.tables()));

const value = (minor: number) => ({ minor, currency: "EUR" });

describe("what askwell verify holds gifts to", () => {
  it("holds after they were given, asked for, decided and taken back, and finds what was tampered with", async () => {
    const person = async (fullName: string) => (await t.post("rep", "/people", { fullName })).body.id;
    const [anna, bo] = [await person("Anna Albers"), await person("Bo Brandt")];
    const { id: referralId } = (
      await t.post("rep", "/referrals", { sourceId: anna, contactId: bo, level: 2 })
    ).body;
    const duties = [`${referralId}.thank.${anna}`];
    await t.post("rep", "/settlements", { duties, how: "gift", gift: { what: "wine", value: value(20_00) } });
    const asked = { personId: anna, what: "a watch", value: value(90_00), ask: true };
    const { id } = (await t.post("rep", "/gifts", asked)).body;
    await t.put("manager", `/gifts/${id}/decision`, { decision: "approved" });
    const ban = (await t.post("rep", `/people/${bo}/gift-bans`, {})).body.id;
    await t.put("rep", `/gift-bans/${ban}/lifting`, {});
    const gone = (await t.post("rep", "/gifts", { personId: bo, what: "a pen", value: value(1_00) })).body.id;
    await t.del("rep", `/gifts/${gone}`);
    expect(await mistakes()).toEqual([]);

    await tamper(sql`update gift set taken_back_at = null where what = 'a pen'`);
    expect(await mistakes()).toEqual([`${gone} says "gift.given" of itself, and the journal does not`]);
    await tamper(sql`update gift set taken_back_at = at where what = 'a pen'`);
    await tamper(sql`update gift set approved_at = null, approved_by = null where what = 'a watch'`);
    await tamper(sql`update gift_ban set lifted_on = null, lifted_by = null`);
    expect((await mistakes()).toSorted()).toEqual(
      [
        `${id} has "gift.approved" in the journal, and not in its own record`,
        `${ban} has "gift-ban.lifted" in the journal, and not in its own record`,
      ].toSorted(),
    );
    await tamper(sql`update gift set taken_back_at = at where what = 'wine'`);
    expect((await mistakes()).at(-1)).toContain("which was not given");
  });
});
