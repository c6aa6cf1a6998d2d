import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const NOTHING = { ownerId: null, dueOn: null, evidence: null, link: null, alignedOn: null };

const state = (body: object) => t.post("leader", "/priority/statements", body);
const area = async (name: string) =>
  (await t.get("leader", "/alignment")).body.items.find((each: { area: string }) => each.area === name);

describe("what comes first", () => {
  it("is said by a leader, read by everybody, and keeps its history", async () => {
    expect((await t.get("rep", "/priority")).body).toEqual({ now: null, history: [] });
    const words = { words: "  Introductions come first.  ", day: "2026-10-01" };
    expect((await t.post("rep", "/priority/statements", words)).status).toBe(403);
    expect((await t.post("manager", "/priority/statements", words)).status).toBe(403);
    const first = await t.post("leader", "/priority/statements", words);
    expect(first.status).toBe(201);
    const second = await t.post("leader", "/priority/statements", { words: "Still first." });
    const { now, history } = (await t.get("rep", "/priority")).body;
    expect(now).toMatchObject({ words: "Still first.", day: "2026-11-18", id: second.body.id });
    expect(history).toMatchObject([{ words: "Introductions come first.", day: "2026-10-01" }]);
    expect((await t.get("stranger", "/priority")).body).toEqual({ now: null, history: [] });
    expect((await t.del("stranger", `/priority/statements/${second.body.id}`)).status).toBe(404);
    expect((await t.del("leader", `/priority/statements/${second.body.id}`)).status).toBe(204);
    expect((await t.get("rep", "/priority")).body.now).toMatchObject({ id: first.body.id });
    expect((await t.del("leader", `/priority/statements/${second.body.id}`)).status).toBe(404);
    expect(await t.mistakes()).toEqual([]);
  });

  it("is the statement of the latest day, whichever was said last", async () => {
    const late = await state({ words: "From November.", day: "2026-11-10" });
    const early = await state({ words: "As we said in spring.", day: "2026-04-01" });
    expect(early.body).toMatchObject({ words: "As we said in spring.", day: "2026-04-01" });
    const { now, history } = (await t.get("rep", "/priority")).body;
    expect(now.id).toBe(late.body.id);
    expect(history.map((each: { day: string }) => each.day)).toEqual(["2026-10-01", "2026-04-01"]);
    for (const { body } of [late, early]) await t.del("leader", `/priority/statements/${body.id}`);
  });

  it("is refused without words, and on a day to come", async () => {
    expect((await state({ words: " " })).body).toMatchObject({ status: 422, field: "words" });
    expect((await state({ words: "First", day: "2026-11-19" })).body).toMatchObject({ field: "day" });
  });
});

describe("what follows it", () => {
  it("has six areas that are nobody's at first", async () => {
    const { items } = (await t.get("rep", "/alignment")).body;
    expect(items.map((each: { area: string; state: string }) => [each.area, each.state])).toEqual([
      ["recruiting", "nobody"],
      ["onboarding", "nobody"],
      ["training", "nobody"],
      ["compensation", "nobody"],
      ["sales-process", "nobody"],
      ["meetings", "nobody"],
    ]);
  });

  it("is handed out by a leader; whoever sees to it says what shows it, and finds it due", async () => {
    const given = { ...NOTHING, ownerId: t.cast.manager, dueOn: "2026-11-20" };
    expect((await t.put("manager", "/alignment/meetings", given)).status).toBe(403);
    expect((await t.put("leader", "/alignment/meetings", given)).body).toMatchObject({ state: "due" });
    expect((await t.get("manager", "/my-alignment")).body.items).toMatchObject([{ area: "meetings" }]);
    expect((await t.get("rep", "/my-alignment")).body.items).toEqual([]);
    expect((await t.put("rep", "/alignment/meetings", given)).status).toBe(403);
    const bare = { ...given, alignedOn: "2026-11-18" };
    expect((await t.put("manager", "/alignment/meetings", bare)).body).toMatchObject({ field: "evidence" });
    const shown = { ...bare, evidence: "The pack opens every Monday.", link: "https://wiki.example/pack" };
    expect((await t.put("manager", "/alignment/meetings", { ...shown, dueOn: null })).status).toBe(403);
    expect((await t.put("manager", "/alignment/meetings", shown)).body).toMatchObject({
      state: "aligned",
      said: { byName: expect.any(String) },
    });
    expect((await t.get("manager", "/my-alignment")).body.items).toEqual([]);
    const { items } = (await t.get("rep", "/alignment/meetings/history")).body;
    expect(items.map((each: { alignedOn: string | null }) => each.alignedOn)).toEqual(["2026-11-18", null]);
    // Whoever said it takes it back; the leader's word stands before it.
    expect((await t.del("rep", `/alignment-words/${items[0].id}`)).status).toBe(403);
    expect((await t.del("manager", `/alignment-words/${items[1].id}`)).status).toBe(403);
    expect((await t.del("manager", `/alignment-words/${items[0].id}`)).status).toBe(204);
    expect(await area("meetings")).toMatchObject({ state: "due", evidence: null });
    expect((await t.del("stranger", `/alignment-words/${items[1].id}`)).status).toBe(404);
    expect(await t.mistakes()).toEqual([]);
  });

  it("changes nothing when the same is said again", async () => {
    const said = { ...NOTHING, ownerId: t.cast.leader, dueOn: "2027-02-01" };
    await t.put("leader", "/alignment/training", said);
    await t.put("leader", "/alignment/training", said);
    expect((await t.get("rep", "/alignment/training/history")).body.items).toHaveLength(1);
    expect(await area("training")).toMatchObject({ state: "in-hand" });
  });

  it("keeps what two windows said, and says so where both changed the same", async () => {
    const path = "/alignment/compensation";
    const before = { ...NOTHING, ownerId: t.cast.leader, dueOn: "2026-12-01" };
    await t.put("leader", path, before);
    const one = await t.put("leader", path, { ...before, evidence: "The plan of 2027.", before });
    const other = await t.put("leader", path, { ...before, dueOn: "2026-12-20", before });
    expect(other.body).toMatchObject({ evidence: "The plan of 2027.", dueOn: "2026-12-20" });
    const third = await t.put("leader", path, { ...before, dueOn: "2026-12-24", before });
    expect(third.status).toBe(409);
    expect(third.body.detail ?? third.body.title).toContain("by when");
    // What was said since is not undone with it.
    expect((await t.del("leader", `/alignment-words/${one.body.said.id}`)).status).toBe(409);
    expect((await t.del("leader", `/alignment-words/${other.body.said.id}`)).status).toBe(204);
    expect(await area("compensation")).toMatchObject({ evidence: "The plan of 2027.", dueOn: "2026-12-01" });
    // Said at the same moment, one after the other.
    const both = [{ evidence: "Signed." }, { link: "https://wiki.example/pay" }].map((some) => ({
      ...before,
      ...some,
      before: { ...before, evidence: "The plan of 2027." },
    }));
    const answers = await Promise.all(
      both.map((body) => t.put("leader", path, { ...body, evidence: body.evidence ?? "The plan of 2027." })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await area("compensation")).toMatchObject({
      evidence: "Signed.",
      link: "https://wiki.example/pay",
    });
  });

  it("follows on no day before anything is counted", async () => {
    const said = { ...NOTHING, ownerId: t.cast.leader, evidence: "So it is.", alignedOn: "1900-01-01" };
    expect((await t.put("leader", "/alignment/training", said)).body).toMatchObject({ field: "alignedOn" });
  });

  it("is late after its day, nobody's once its owner has left, and no link that a browser cannot open", async () => {
    const late = { ...NOTHING, ownerId: t.cast.rep, dueOn: "2026-11-17" };
    expect((await t.put("leader", "/alignment/onboarding", late)).body).toMatchObject({ state: "late" });
    const odd = { ...late, link: "javascript:alert(1)" };
    expect((await t.put("leader", "/alignment/onboarding", odd)).body).toMatchObject({ field: "link" });
    const unowned = { ...NOTHING, dueOn: "2026-12-01" };
    expect((await t.put("leader", "/alignment/onboarding", unowned)).body).toMatchObject({
      field: "ownerId",
    });
    const gone = { ...NOTHING, ownerId: t.cast.stranger.memberId };
    expect((await t.put("leader", "/alignment/onboarding", gone)).status).toBe(404);
    expect((await t.del("leader", `/members/${t.cast.rep}`)).status).toBe(204);
    expect(await area("onboarding")).toMatchObject({ state: "nobody" });
    expect((await t.put("leader", "/alignment/recruiting", late)).body).toMatchObject({ field: "ownerId" });
  });
});
