import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

describe("a timeline", () => {
  it("tells what happened, the latest day first, with the names of all it speaks of", async () => {
    const { body: person } = await t.post("rep", "/people", {
      fullName: "Anna Müller",
      accountName: "Hafen Logistik",
    });
    const { body: ask } = await t.post("rep", "/asks", { sourceId: person.id, day: "2026-11-10" });
    const { items } = (await t.get("colleague", `/timeline?of=${person.id}`)).body;
    expect(items.map((line: { day: string; verb: string }) => [line.day, line.verb])).toEqual([
      ["2026-11-18", "person.added"],
      ["2026-11-10", "ask.made"],
    ]);
    expect(items[1]).toMatchObject({
      subject: { kind: "ask", id: ask.id },
      by: { id: t.cast.rep, kind: "member", name: "Mia Sommer" },
      creditedTo: { id: t.cast.rep },
      measure: "people-asked",
      undone: false,
      undoes: null,
    });
    expect(items[1].names).toContainEqual({
      id: person.id,
      now: person.id,
      kind: "person",
      name: "Anna Müller",
    });
    const atAccount = (await t.get("rep", `/timeline?of=${person.accountId}`)).body.items;
    expect(atAccount.map((line: { verb: string }) => line.verb)).toContain("person.added");
    const ofMember = (await t.get("rep", `/timeline?of=${t.cast.rep}`)).body.items;
    expect(ofMember.map((line: { verb: string }) => line.verb)).toContain("ask.made");
  });

  it("shows what was taken back, and the line that takes it back", async () => {
    const { body: person } = await t.post("rep", "/people", { fullName: "Bodo Zurück" });
    const { body: ask } = await t.post("rep", "/asks", { sourceId: person.id });
    await t.del("rep", `/asks/${ask.id}`);
    const { items } = (await t.get("rep", `/timeline?of=${person.id}`)).body;
    const [back, made] = items;
    expect(made).toMatchObject({ verb: "ask.made", undone: true, undoes: null });
    expect(back).toMatchObject({ undone: false, undoes: { id: made.id, verb: "ask.made" } });
  });

  it("pages by day without losing or repeating a line, across merged records too", async () => {
    const { body: kept } = await t.post("rep", "/people", { fullName: "Carl Lang" });
    const { body: merged } = await t.post("rep", "/people", { fullName: "Karl Lang" });
    for (let week = 0; week < 6; week += 1) {
      await t.post("rep", "/asks", {
        sourceId: week % 2 ? kept.id : merged.id,
        day: `2026-09-${String(1 + week * 4).padStart(2, "0")}`,
      });
    }
    await t.post("rep", "/merges", { kind: "person", keptId: kept.id, mergedId: merged.id });
    const whole = (await t.get("rep", `/timeline?of=${merged.id}&limit=100`)).body.items.map(
      (line: { id: string }) => line.id,
    );
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await t.get("rep", `/timeline?of=${kept.id}&limit=2${cursor ? `&cursor=${cursor}` : ""}`);
      seen.push(...page.body.items.map((line: { id: string }) => line.id));
      cursor = page.body.nextCursor;
      await t.patch("colleague", `/people/${kept.id}`, { city: `City ${seen.length}` });
    } while (cursor);
    expect(whole.length).toBeGreaterThanOrEqual(9);
    expect(seen).toEqual(whole);
    expect((await t.get("rep", `/timeline?of=${kept.id}&cursor=abc`)).status).toBe(422);
  });

  it("is empty for a stranger", async () => {
    const { body: person } = await t.post("rep", "/people", { fullName: "Dora Nah" });
    expect((await t.get("stranger", `/timeline?of=${person.id}`)).body).toEqual({
      items: [],
      nextCursor: null,
    });
    expect((await t.get("stranger", `/timeline?of=${t.cast.rep}`)).body.items).toEqual([]);
    expect(await t.mistakes()).toEqual([]);
  });
});
