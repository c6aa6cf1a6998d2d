import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { RUBRIC_FRAME } from "#practice/library/frame.ts";

// It is Wednesday, 2026-11-18.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

interface Line {
  line: string;
  count: number;
  of: number;
  on: string | null;
  lastName: string | null;
  missing: string[];
}
const line = async (name: string, who: CastName = "leader"): Promise<Line> => {
  const { now } = (await t.get(who, "/roll-out")).body;
  const lines: Line[] = now.blocks.flatMap((block: { lines: Line[] }) => block.lines);
  const found = lines.find((each) => each.line === name);
  if (found === undefined) throw new Error(`no line ${name}`);
  return found;
};
const ask = async (who: CastName, day: string) => {
  const { id: sourceId } = (await t.post(who, "/people", { fullName: `Source of ${who} ${day}` })).body;
  return (await t.post(who, "/asks", { sourceId, day, happened: true })).body.id as string;
};

describe("the roll-out", () => {
  it("begins on a leader's day, and not before", async () => {
    expect((await t.get("rep", "/roll-out")).body).toEqual({ now: null });
    expect((await t.put("rep", "/roll-out", { startOn: "2026-11-02" })).status).toBe(403);
    expect((await t.put("leader", "/roll-out", { startOn: "2024-11-02" })).body).toMatchObject({
      field: "startOn",
    });
    const begun = await t.put("leader", "/roll-out", { startOn: "2026-11-02" });
    expect(begun.body.now).toMatchObject({ startOn: "2026-11-02", dayNumber: 17, done: 0, of: 17 });
    const moved = await t.put("leader", "/roll-out", { startOn: "2026-11-09" });
    expect((await t.del("stranger", `/roll-out/${moved.body.now.id}`)).status).toBe(404);
    expect((await t.del("rep", `/roll-out/${moved.body.now.id}`)).status).toBe(403);
    expect((await t.del("leader", `/roll-out/${moved.body.now.id}`)).status).toBe(204);
    expect((await t.get("rep", "/roll-out")).body.now.startOn).toBe("2026-11-02");
    expect((await t.get("stranger", "/roll-out")).body).toEqual({ now: null });
  });

  it("ticks a line on the day of the last of them, and takes it back with the fact", async () => {
    await ask("rep", "2026-11-01"); // before it began
    await ask("rep", "2026-11-03");
    await ask("colleague", "2026-11-10");
    expect(await line("everybody-asked")).toMatchObject({
      count: 2,
      of: 3,
      on: null,
      missing: ["Tariq Aziz"],
    });
    const last = await ask("southRep", "2026-11-12");
    expect(await line("everybody-asked")).toMatchObject({
      count: 3,
      of: 3,
      on: "2026-11-12",
      lastName: "Tariq Aziz",
      missing: [],
    });
    expect(await line("everybody-asked", "manager")).toMatchObject({ count: 3, of: 3, lastName: null });
    expect(await line("everybody-asked", "southRep")).toMatchObject({ lastName: "Tariq Aziz" });
    await t.del("southRep", `/asks/${last}`);
    expect(await line("everybody-asked")).toMatchObject({ count: 2, on: null });
  });

  it("names those who are missing to whoever leads them and to themselves, and counts them for everybody else", async () => {
    const coached = async (who: CastName) => {
      const { count, of, missing } = await line("everybody-coached", who);
      return { count, of, missing };
    };
    const nobody = { count: 0, of: 3 };
    expect(await coached("leader")).toEqual({
      ...nobody,
      missing: ["Jonas Weber", "Mia Sommer", "Tariq Aziz"],
    });
    expect(await coached("manager")).toEqual({ ...nobody, missing: ["Jonas Weber", "Mia Sommer"] });
    expect(await coached("rep")).toEqual({ ...nobody, missing: ["Mia Sommer"] });
    expect(await coached("southRep")).toEqual({ ...nobody, missing: ["Tariq Aziz"] });
    expect((await line("meetings-led", "manager")).missing).toEqual(["North"]);
    expect((await line("meetings-led", "rep")).missing).toEqual([]);
    expect((await line("leads-rehearsed", "rep")).missing).toEqual([]);
  });

  it("has partners as long as each has one", async () => {
    const pair = (await t.post("colleague", "/partnerships", { withId: t.cast.rep })).body;
    expect(await line("partners-found")).toMatchObject({ count: 0 });
    await t.put("rep", `/partnerships/${pair.id}/agreement`, {});
    expect(await line("partners-found")).toMatchObject({ count: 2, of: 3, missing: ["Tariq Aziz"] });
    // The quarter is over, and nobody chose anew.
    await t.test.database.write(t.cast.workspaceId, async (tx) => {
      await tx
        .tables<{ partnership: { id: string; from_day: string; until_day: string } }>()
        .updateTable("partnership")
        .set({ until_day: "2026-11-17" })
        .where("id", "=", pair.id)
        .execute();
    });
    expect(await line("partners-found")).toMatchObject({ count: 0, on: null });
  });

  it("ticks what a leader says, and unticks it when it is taken back", async () => {
    const said = await t.post("leader", "/priority/statements", { words: "First.", day: "2026-11-04" });
    expect(await line("statement")).toMatchObject({ on: "2026-11-04" });
    await t.del("leader", `/priority/statements/${said.body.id}`);
    expect(await line("statement")).toMatchObject({ on: null });
    await t.put("leader", "/goals", { measure: "people-asked", amount: 3, every: "week" });
    expect(await line("goals-set")).toMatchObject({ on: "2026-11-18" });
    await t.put("leader", "/goals", { measure: "people-asked", amount: null, every: "week" });
    // Without one of the company every team needs its own.
    expect(await line("goals-set")).toMatchObject({ on: null, count: 0, of: 2 });
  });

  it("counts areas once each has an owner and a day", async () => {
    const owned = {
      ownerId: t.cast.manager,
      dueOn: "2026-12-18",
      evidence: null,
      link: null,
      alignedOn: null,
    };
    const areas = ["recruiting", "onboarding", "training", "compensation", "sales-process", "meetings"];
    for (const area of areas) await t.put("leader", `/alignment/${area}`, owned);
    expect(await line("areas-owned")).toMatchObject({ count: 6, of: 6, on: "2026-11-18" });
    for (const [at, area] of areas.slice(0, 3).entries()) {
      const alignedOn = `2026-11-1${at}`;
      await t.put("manager", `/alignment/${area}`, { ...owned, evidence: "Seen.", alignedOn });
    }
    expect(await line("three-aligned")).toMatchObject({ count: 3, of: 3, on: "2026-11-12" });
    expect(await line("all-aligned")).toMatchObject({ count: 3, of: 6, on: null });
    await t.put("leader", "/alignment/training", { ...owned, dueOn: null });
    expect(await line("areas-owned")).toMatchObject({ count: 5, on: null });
    expect(await line("three-aligned")).toMatchObject({ count: 2, on: null });
  });

  it("asks leaders and managers to rehearse, too, and reps to be coached", async () => {
    const kept = Object.fromEntries(RUBRIC_FRAME.ask.points.map((point) => [point, true]));
    const practise = async (who: CastName, day: string) =>
      t.post(who, "/practice-sessions", {
        scenario: "ask-delivered-controller",
        way: "mirror",
        seconds: 300,
        day,
        kept,
      });
    await practise("manager", "2026-11-05");
    expect(await line("leads-rehearsed")).toMatchObject({ count: 1, of: 2, missing: ["Lena Fuchs"] });
    await practise("leader", "2026-11-06");
    expect(await line("leads-rehearsed")).toMatchObject({ on: "2026-11-06", lastName: "Lena Fuchs" });
    for (const who of ["rep", "colleague"] as const)
      await t.post("manager", `/members/${t.cast[who]}/one-on-ones`, { day: "2026-11-05" });
    await t.post("leader", `/members/${t.cast.southRep}/one-on-ones`, { day: "2026-11-13" });
    expect(await line("everybody-coached")).toMatchObject({ on: "2026-11-13", count: 3 });
    expect(await line("coached-again")).toMatchObject({ on: null, count: 0 });
    expect(await t.mistakes()).toEqual([]);
  });
});
