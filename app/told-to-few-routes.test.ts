import { afterAll, beforeAll, expect, it } from "vitest";
import { RUBRIC_FRAME } from "#practice/library/frame.ts";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const THIS = "2026-11-16";

const verbsOf = async (who: CastName, id: string): Promise<string[]> => {
  const { items } = (await t.get(who, `/timeline?of=${id}&limit=100`)).body;
  return items.map((line: { verb: string }) => line.verb);
};
const FEW = /^(?:week|promise|partners?|practice|one-on-one)\./u;

it("tells of weeks, partners and rehearsals to the member and whoever leads them, of weeks to the partner too", async () => {
  const { rep, southRep } = t.cast;
  const practised = await t.post("rep", "/practice-sessions", {
    scenario: "ask-delivered-controller",
    way: "live",
    seconds: 280,
    kept: Object.fromEntries(RUBRIC_FRAME.ask.points.map((key) => [key, true])),
  });
  expect(practised.status, JSON.stringify(practised.body)).toBe(201);
  const { body: week } = await t.put("rep", `/weeks/${THIS}/plan`, {
    promises: [{ kind: "own", words: "Write cards" }],
  });
  const { body: asked } = await t.post("southRep", "/partnerships", { withId: rep });
  await t.put("rep", `/partnerships/${asked.id}/agreement`, {});
  await t.put("rep", `/promises/${week.promises[0].id}/told`, { how: "missed", why: "no-time" });
  const all = ["promise.told", "partners.paired", "partners.asked", "week.planned", "practice.held"];
  for (const who of ["rep", "manager", "leader"] as const)
    expect((await verbsOf(who, rep)).filter((verb) => FEW.test(verb)).toSorted(), who).toEqual(
      all.toSorted(),
    );
  expect((await verbsOf("southRep", rep)).filter((verb) => FEW.test(verb)).toSorted()).toEqual(
    all.filter((verb) => verb !== "practice.held").toSorted(),
  );
  expect((await verbsOf("colleague", rep)).filter((verb) => FEW.test(verb))).toEqual([]);
  for (const id of [week.promises[0].id, week.plan.id, asked.id, practised.body.id]) {
    expect((await verbsOf("rep", id)).length, id).toBeGreaterThan(0);
    expect(await verbsOf("colleague", id)).toEqual([]);
  }
  // And once they part, no more.
  await t.put("southRep", `/partnerships/${asked.id}/end`, {});
  expect((await verbsOf("southRep", rep)).filter((verb) => /^(?:week|promise)\./u.test(verb))).toEqual([]);
  expect(await verbsOf("southRep", southRep)).toContain("partners.parted");
});

it("pages on over what is left out", async () => {
  const { body: person } = await t.post("rep", "/people", { fullName: "Anna Müller" });
  await t.post("rep", "/asks", { sourceId: person.id, day: "2026-11-10" });
  const page = (await t.get("colleague", `/timeline?of=${t.cast.rep}&limit=1`)).body;
  expect(page.items.map((line: { verb: string }) => line.verb)).toEqual(["ask.made"]);
  expect(page.nextCursor).toBeNull();
});
