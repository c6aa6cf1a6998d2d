import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { fillHouse } from "#demo/fill-house.ts";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
  await fillHouse(t);
});
afterAll(() => t?.close());

const everybody = ["rep", "colleague", "manager", "leader"] as const;

describe("what comes next", () => {
  it("is too early with a handful, and says of what there is too little", async () => {
    for (const who of everybody) {
      const { status, body } = await t.get(who, "/results/ahead");
      expect(status, JSON.stringify(body)).toBe(200);
      expect(body).toMatchObject({
        whose: { kind: "company" },
        until: "2026-11-18",
        projection: { kind: "too-early", step: "introductions" },
      });
      expect((await t.get(who, "/results/ahead/plan?clients=3")).body.plan.kind).toBe("too-early");
    }
  });

  it("hands over the past that it is reckoned from, of a rep and of a team", async () => {
    const { body } = await t.get("colleague", `/results/ahead/past?member=${t.cast.rep}`);
    expect(body.past.reps).toHaveLength(1);
    const [rep] = body.past.reps;
    const tried = rep.steps.introductions.reduce(
      (sum: number, cell: { tried: number }) => sum + cell.tried,
      0,
    );
    expect(tried).toBeGreaterThan(0);
    expect(body.past.rates.introductions).toMatchObject({ kind: "too-early", n: tried });
    expect(rep.pace.length).toBeGreaterThan(0);
    expect(rep.pace.length).toBeLessThanOrEqual(13);
    expect(rep.goal.introductions).toBeCloseTo((5 * 12) / 52, 0);
    const north = await t.get("rep", `/results/ahead/past?team=${t.cast.teams.north}`);
    // The reps of the team, though one of them has asked nobody yet.
    expect(north.body.past.reps.length).toBeGreaterThanOrEqual(2);
    expect((await t.get("stranger", "/results/ahead/past")).body.past.rates.introductions.n).toBe(0);
  });

  it("is saved as a file, and what was said with it", async () => {
    const csv = await t.get("rep", "/results/ahead.csv");
    expect(csv.body).toContain("introductions at least");
    expect(csv.body).toContain("new clients at least");
    expect((await t.get("rep", "/results/ahead/held.csv")).body).toContain("at least");
    expect((await t.get("rep", "/results/ahead/plan.csv?clients=3")).body).toContain("9 of 10");
    expect((await t.get("rep", "/results/saying.csv")).body).toContain(
      "Said they would recommend us (9 or 10)",
    );
    for (const path of ["ahead", "ahead/held", "ahead/plan", "saying"])
      expect((await t.get("rep", `/results/${path}.xlsx?clients=3`)).status).toBe(200);
  });

  it("refuses what cannot be, in words, and keeps others' ids to themselves", async () => {
    const refused = async (who: CastName, path: string) => {
      const { status, body } = await t.get(who, path);
      expect(body.detail ?? body.title).toBeTruthy();
      return [status, body.field ?? null];
    };
    expect(await refused("rep", "/results/ahead?weeks=0")).toEqual([422, "weeks"]);
    expect(await refused("rep", "/results/ahead?weeks=60")).toEqual([422, "weeks"]);
    expect(await refused("rep", "/results/ahead?more=21")).toEqual([422, "more"]);
    expect(await refused("rep", "/results/ahead?pace=fast")).toEqual([422, "pace"]);
    expect(await refused("rep", "/results/ahead/plan")).toEqual([422, "clients"]);
    const { rep, teams } = t.cast;
    expect(await refused("rep", `/results/ahead?member=${rep}&team=${teams.north}`)).toEqual([422, "team"]);
    for (const path of ["ahead", "ahead/past", "ahead/held", "saying"]) {
      expect((await refused("stranger", `/results/${path}?member=${rep}`))[0]).toBe(404);
      expect((await refused("stranger", `/results/${path}?team=${teams.north}`))[0]).toBe(404);
    }
  });

  it("says nothing of what was not said yet", async () => {
    const { body } = await t.get("rep", `/results/ahead/held?member=${t.cast.rep}`);
    expect(body.whose.kind).toBe("company");
    expect(
      body.horizons.map(({ weeks, of, verdict }: Record<string, unknown>) => [weeks, of, verdict]),
    ).toEqual([4, 8, 13].map((weeks) => [weeks, 0, "too-early"]));
  });
});

describe("saying and doing", () => {
  it("waits half a year before it counts a card", async () => {
    for (const who of everybody) {
      const { body } = await t.get(who, "/results/saying");
      expect(body.groups.map(({ said }: { said: string }) => said)).toEqual([
        "would",
        "perhaps",
        "would-not",
      ]);
      expect(body.groups.every(({ of }: { of: number }) => of === 0)).toBe(true);
    }
    const { young } = (await t.get("leader", "/results/saying")).body;
    const { young: ofStranger } = (await t.get("stranger", "/results/saying")).body;
    expect(young).toBeGreaterThanOrEqual(0);
    expect(ofStranger).toBe(0);
  });
});

const refusedOf = async (path: string) => {
  const { status, body } = await t.get("rep", `/results/${path}`);
  return [status, body.field ?? null];
};

describe("the facts behind its numbers", () => {
  const PATHS = [
    "ahead/past/facts?of=introductions",
    "ahead/held/facts?step=introductions&saidOn=2026-11-16&weeks=4",
    "saying/facts?said=would",
  ];

  it("are the same to everybody, and nobody's from another workspace", async () => {
    const { rep, teams } = t.cast;
    for (const path of PATHS) {
      const found = await t.get("leader", `/results/${path}`);
      expect(found.status, JSON.stringify(found.body)).toBe(200);
      for (const who of everybody) expect((await t.get(who, `/results/${path}`)).body).toEqual(found.body);
      expect((await t.get("stranger", `/results/${path}`)).body).toEqual({ items: [], nextCursor: null });
      for (const of of [`member=${rep}`, `team=${teams.north}`]) {
        expect((await t.get("stranger", `/results/${path}&${of}`)).status).toBe(404);
        expect((await t.get("colleague", `/results/${path}&${of}`)).status).toBe(200);
      }
      expect((await t.as(null, "GET", `/results/${path}`)).status).toBe(401);
    }
  });

  it("are asks, introductions and people met, those that came and those that did not", async () => {
    const list = async (query: string) =>
      (await t.get("manager", `/results/ahead/past/facts?${query}`)).body.items as Record<string, unknown>[];
    const asks = await list("of=introductions&came=false");
    expect(asks).toMatchObject([{ kind: "ask", personName: "Bruno Amsel", memberName: "Mia Sommer" }]);
    expect(await list("of=introductions&came=false&since=2026-11-11")).toEqual([]);
    expect(await list("of=deals")).toMatchObject([
      { kind: "referral", personName: "Veit Reimers", cameOn: "2026-11-18" },
    ]);
    expect(await list(`of=introductions&team=${t.cast.teams.south}`)).toEqual([]);
  });

  it("came on a day of the weeks that were spoken of", async () => {
    const list = async (query: string, saidOn = "2026-11-16") => {
      const path = `/results/ahead/held/facts?saidOn=${saidOn}&weeks=4&${query}`;
      return (await t.get("rep", path)).body.items as Record<string, unknown>[];
    };
    expect(await list("step=meetings")).toMatchObject([
      { personName: "Veit Reimers", sourceName: "Jale Merz" },
    ]);
    expect(await list("step=meetings", "2026-10-12")).toEqual([]);
    expect(await list(`step=meetings&team=${t.cast.teams.south}`)).toEqual([]);
    // Of a member nothing is kept: theirs is the company's, as the ranges are.
    expect(await list(`step=meetings&member=${t.cast.southRep}`)).toHaveLength(1);
  });

  it("refuse what cannot be, in words", async () => {
    expect(await refusedOf("ahead/past/facts?of=magic")).toEqual([422, "of"]);
    expect(await refusedOf("ahead/past/facts?of=deals&since=soon")).toEqual([422, "since"]);
    expect(await refusedOf("ahead/held/facts?step=deals&weeks=4")).toEqual([422, "saidOn"]);
    expect(await refusedOf("ahead/held/facts?step=deals&saidOn=2026-11-16&weeks=40")).toEqual([422, "weeks"]);
    expect(await refusedOf("saying/facts?said=maybe")).toEqual([422, "said"]);
    expect(await refusedOf("saying/facts?said=would&cursor=zzz")).toEqual([422, "cursor"]);
  });
});

test("what clients say they would do is no argument of what is projected", () => {
  const folder = import.meta.dirname;
  const projecting = [
    "projection",
    "past",
    "past-actions",
    "past-reader",
    "cohort-reader",
    "simulation",
    "said-range",
  ];
  const files = readdirSync(folder).filter((name) => projecting.some((each) => name === `${each}.ts`));
  expect(files).toHaveLength(projecting.length);
  for (const name of files) {
    const text = readFileSync(join(folder, name), "utf8");
    expect([name, /#reviews\/|report_card|report_answer|saying/.test(text)]).toEqual([name, false]);
  }
});
