import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { loopChecks } from "./loop-verify-reader.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const mistakes = () =>
  t.test.database.read(t.cast.workspaceId, async (tx) => {
    const found: string[] = [];
    for (const check of loopChecks)
      found.push(...(await check.mistakes(tx, { id: t.cast.workspaceId, firstDay: 1 })));
    return found;
  });
const tamper = (what: ReturnType<typeof sql>) =>
  t.test.database.write(t.cast.workspaceId, (tx) => what.execute(tx.tables()));

describe("what askwell verify holds duties to", () => {
  it("holds after they were settled, settled anew and taken back, and finds what was tampered with", async () => {
    const person = async (fullName: string) => (await t.post("rep", "/people", { fullName })).body.id;
    const [sourceId, contactId] = [await person("Anna Albers"), await person("Bo Brandt")];
    const { id } = (await t.post("rep", "/referrals", { sourceId, contactId, level: 2 })).body;
    const settle = (kind: string, how: string) =>
      t.post("rep", "/settlements", { duties: [`${id}.${kind}.${sourceId}`], how });
    for (const [kind, how] of [
      ["thank", "call"],
      ["thank", "note"],
      ["report", "call"],
    ] as const)
      expect((await settle(kind, how)).status).toBe(201);
    await t.del("rep", `/duties/${id}.report.${sourceId}/settlement`);
    expect(await mistakes()).toEqual([]);

    await tamper(sql`update duty_done set taken_back_at = null where kind = 'report'`);
    expect(await mistakes()).toEqual([expect.stringContaining("the journal does not say so")]);
    await tamper(sql`update duty_done set taken_back_at = at where kind = 'report'`);
    await tamper(sql`update duty_done set taken_back_at = null where kind = 'thank'`);
    expect(await mistakes()).toEqual([
      expect.stringContaining("the journal does not say so"),
      `the introduction ${id} has "thank" settled twice`,
    ]);
    await tamper(sql`update duty_done set taken_back_at = at`);
    expect(await mistakes()).toEqual([expect.stringContaining("and not in its own record")]);
  });

  it("finds a letter that was sent without a word in the journal", async () => {
    const [introduction] = (await t.get("rep", "/referrals")).body.items;
    const { id, sourceId, contactId } = introduction;
    const before = await mistakes();
    await tamper(sql`
      insert into answer_letter (workspace_id, id, referral_id, member_id, contact_id, source_id, to_address, subject, text, message_id,
                                 asked_at, handed_at, accepted_at, answered_at)
      values (${t.cast.workspaceId}, ${id}, ${id}, ${t.cast.rep}, ${contactId}, ${sourceId}, 'bo@brandt.example', 'Bo', 'Hello', 'x',
              now(), now(), now(), now())`);
    expect((await mistakes()).filter((each) => !before.includes(each))).toEqual([
      `the letter ${id} was sent, and the journal does not say so`,
    ]);
  });
});
