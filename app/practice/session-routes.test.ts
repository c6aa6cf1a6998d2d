import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { addDays } from "#lib/kernel/days.ts";
import { verify } from "#lib/storage/verify.ts";
import { checks } from "../house.ts";
import { RUBRIC_FRAME } from "./library/frame.ts";
import type { PracticeView, PractiserView } from "./practice-view.ts";
import type { SessionView } from "./session-view.ts";

// It is Wednesday, 2026-11-18.
const TODAY = "2026-11-18";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());
afterEach(async () => {
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  expect(results.flatMap(({ mistakes }) => mistakes)).toEqual([]);
  expect(await t.mistakes()).toEqual([]);
});

async function ok<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}
const yes = (skill: keyof typeof RUBRIC_FRAME, ...no: string[]) =>
  Object.fromEntries(RUBRIC_FRAME[skill].points.map((key) => [key, !no.includes(key)]));
const wanted = (more: object = {}) => ({
  scenario: "ask-delivered-controller",
  way: "live",
  seconds: 280,
  kept: yes("ask", "next"),
  ...more,
});
const hold = (who: CastName, more: object = {}) =>
  ok<SessionView>(t.post(who, "/practice-sessions", wanted(more)));
const practice = (who: CastName) => ok<PracticeView>(t.get(who, "/practice"));

describe("a rehearsal", () => {
  it("counts once its rep has scored it, arrives once, and is taken back by them alone", async () => {
    const before = (await practice("rep")).week.held;
    const key = { "idempotency-key": "one-rehearsal" };
    const first = await t.as("rep", "POST", "/practice-sessions", wanted(), key);
    const again = await t.as("rep", "POST", "/practice-sessions", wanted(), key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);
    expect((await practice("rep")).week.held).toBe(before + 1);
    const { id } = first.body;
    for (const who of ["colleague", "manager", "leader", "stranger"] as const) {
      expect((await t.get(who, `/practice-sessions/${id}`)).status).toBe(404);
      expect((await t.del(who, `/practice-sessions/${id}`)).status).toBe(404);
    }
    await ok(t.del("rep", `/practice-sessions/${id}`));
    expect((await t.del("rep", `/practice-sessions/${id}`)).status).toBe(404);
    expect((await practice("rep")).week.held).toBe(before);
  });

  it.each([
    [{ kept: {} }, 422, "kept"],
    [{ kept: { ...yes("ask"), else: true } }, 422, "kept"],
    [{ scenario: "nobody-knows" }, 404, undefined],
    [{ day: "2026-11-19" }, 422, "day"],
    [{ seconds: -1 }, 422, "seconds"],
    [{ note: "x".repeat(301) }, 422, "note"],
  ])("with %j is refused with %d", async (more, status, field) => {
    const answer = await t.post("rep", "/practice-sessions", wanted(more));
    expect(answer).toMatchObject({ status, body: field ? { field } : {} });
  });

  it("keeps the points it was scored by when the rubric changes", async () => {
    const { id } = await hold("rep");
    const rubric = {
      language: "en",
      name: "Asking",
      points: ["a", "b", "c"].map((act) => ({ act, why: "" })),
    };
    expect((await t.put("rep", "/practice-rubrics/ask", rubric)).status).toBe(403);
    const changed = await ok(t.put("manager", "/practice-rubrics/ask", rubric));
    expect(changed).toMatchObject({ key: "ask", origin: "edited", discipline: "asking" });
    expect((await ok<SessionView>(t.get("rep", `/practice-sessions/${id}`))).points).toHaveLength(8);
    expect((await t.post("rep", "/practice-sessions", wanted())).status).toBe(422);
    await ok(t.del("manager", `/practice-rubric-editions/${changed.editionId}`));
    const { rubric: back } = await ok(t.get("rep", "/practice-scenarios/ask-delivered-controller"));
    expect(back).toMatchObject({ origin: "library", editionId: null });
    expect(back.points).toHaveLength(8);
    await ok(t.del("rep", `/practice-sessions/${id}`));
  });
});

describe("two pairs of eyes", () => {
  it("see each other's answers once both have given theirs, and where they differ", async () => {
    const { id, waitsFor, scores } = await hold("rep", { askIds: [t.cast.colleague], note: "Too fast." });
    expect(waitsFor.map((each) => each.id)).toEqual([t.cast.colleague]);
    expect(scores).toHaveLength(1);
    const waiting = await ok(t.get("colleague", "/practice-sessions-to-score"));
    expect(waiting.items).toMatchObject([{ id, scores: [], differences: [] }]);
    const theirs = { kept: yes("ask", "next", "gratitude"), note: "Say thank you." };
    expect((await t.put("southRep", `/practice-sessions/${id}/scores/mine`, theirs)).status).toBe(404);
    expect((await t.put("rep", `/practice-sessions/${id}/scores/mine`, theirs)).status).toBe(409);
    const scored = await ok<SessionView>(t.put("colleague", `/practice-sessions/${id}/scores/mine`, theirs));
    expect(scored.differences).toEqual(["gratitude"]);
    expect(scored.scores.map(({ note }) => note)).toEqual(["Too fast.", "Say thank you."]);
    expect(await ok(t.get("rep", `/practice-sessions/${id}`))).toMatchObject({ differences: ["gratitude"] });
    expect((await ok(t.get("colleague", "/practice-sessions-to-score"))).items).toEqual([]);
    // Whoever scored does not change their mind once they know the other's, but may take it back.
    expect((await t.put("colleague", `/practice-sessions/${id}/scores/mine`, theirs)).status).toBe(409);
    const taken = await ok<SessionView>(t.del("colleague", `/practice-sessions/${id}/scores/mine`));
    expect(taken.scores).toEqual([]);
    await ok(t.del("rep", `/practice-sessions/${id}/scorers/${t.cast.colleague}`));
    expect((await t.get("colleague", `/practice-sessions/${id}`)).status).toBe(404);
    await ok(t.del("rep", `/practice-sessions/${id}`));
  });

  it("may be on one device that is handed over, to a colleague or a guest", async () => {
    const { id } = await hold("rep");
    const said = { kept: yes("ask", "whom") };
    const guest = await ok<SessionView>(
      t.post("rep", `/practice-sessions/${id}/scores`, { ...said, guest: "My brother" }),
    );
    expect(guest.scores.map(({ guest: name }) => name)).toEqual([null, "My brother"]);
    expect(guest.differences).toEqual(["whom", "next"]);
    const colleague = { ...said, scorerId: t.cast.colleague };
    await ok(t.post("rep", `/practice-sessions/${id}/scores`, colleague));
    expect((await t.post("rep", `/practice-sessions/${id}/scores`, colleague)).status).toBe(409);
    expect((await t.get("colleague", `/practice-sessions/${id}`)).status).toBe(200);
    await ok(t.del("rep", `/practice-sessions/${id}`));
  });
});

describe("a member's week", () => {
  it("is seen by them and whoever manages them, as numbers; nobody sees another's", async () => {
    const { id } = await hold("rep", { day: "2026-11-10", note: "Nobody else's business." });
    const own = await ok(t.get("rep", `/members/${t.cast.rep}/practice-weeks`));
    expect(own.items).toEqual([
      // Written down more than a week later, it counts as practice and not for that week's rule.
      { week: "2026-11-09", required: 3, held: 0, state: "missed" },
      { week: "2026-11-16", required: 3, held: 0, state: "open" },
    ]);
    expect((await t.get("colleague", `/members/${t.cast.rep}/practice-weeks`)).status).toBe(403);
    expect((await t.get("stranger", `/members/${t.cast.rep}/practice-weeks`)).status).toBe(404);
    expect((await t.get("rep", `/practice-weeks?team=${t.cast.teams.north}`)).status).toBe(403);
    expect((await t.get("manager", `/practice-weeks?team=${t.cast.teams.south}`)).status).toBe(403);
    const seen = await t.get("manager", `/practice-weeks?team=${t.cast.teams.north}`);
    const people = seen.body.items as PractiserView[];
    expect(people.find((each) => each.id === t.cast.rep)?.weeks[0]?.held).toBe(0);
    expect(JSON.stringify(seen.body)).not.toContain("business");
    expect((await ok(t.get("leader", "/practice-weeks"))).items.length).toBeGreaterThan(people.length);
    await ok(t.del("rep", `/practice-sessions/${id}`));
  });

  it("asks for as much as the leader says from this week on, and for nothing of who is away", async () => {
    const held = await hold("rep", { day: "2026-11-10" });
    expect((await t.put("manager", "/practice-rule", { sessions: 2 })).status).toBe(403);
    expect((await t.put("leader", "/practice-rule", { sessions: 8 })).status).toBe(422);
    const rule = await ok(t.put("leader", "/practice-rule", { sessions: 2 }));
    expect(rule).toMatchObject({ sessions: 2, said: { fromDay: "2026-11-16" } });
    await ok(t.post("rep", "/absences", { fromDay: "2026-11-09", toDay: "2026-11-13" }));
    const { items } = await ok(t.get("rep", `/members/${t.cast.rep}/practice-weeks`));
    expect(items).toEqual([
      { week: "2026-11-09", required: 0, held: 0, state: "neither" },
      { week: "2026-11-16", required: 2, held: 0, state: "open" },
    ]);
    expect(await ok(t.del("leader", `/practice-rules/${rule.said.id}`))).toEqual({ sessions: 3, said: null });
    await ok(t.del("rep", `/practice-sessions/${held.id}`));
  });
});

async function asked(day: string, outcome: string): Promise<void> {
  const { id: sourceId } = await ok(t.post("rep", "/people", { fullName: `Asked on ${day} ${outcome}` }));
  await ok(t.post("rep", "/asks", { sourceId, day, channel: "call", outcome }));
}

describe("practice beside real asks", () => {
  it("tells asks soon after practice from the others, and compares nothing under twenty", async () => {
    expect(await ok(t.get("rep", "/practice-beside-asks"))).toMatchObject({ from: null, difference: null });
    const held = await hold("rep", { day: "2026-11-03" });
    await asked("2026-11-09", "named-someone");
    await asked("2026-11-10", "no");
    const own = await ok(t.get("rep", "/practice-beside-asks"));
    expect(own).toMatchObject({
      from: "2026-11-03",
      after: { named: 1, rate: { kind: "too-early", n: 1 } },
      others: { named: 0, rate: { kind: "too-early", n: 1 } },
      difference: null,
    });
    expect(own.weeks).toHaveLength(12);
    expect(own.weeks.slice(-3)).toEqual([
      { week: "2026-11-02", sessions: 1, asks: 0 },
      { week: "2026-11-09", sessions: 0, asks: 2 },
      { week: "2026-11-16", sessions: 0, asks: 0 },
    ]);
    const ofRep = `/practice-beside-asks?member=${t.cast.rep}`;
    const ofTeam = `/practice-beside-asks?team=${t.cast.teams.north}`;
    expect(await ok(t.get("manager", ofRep))).toEqual(own);
    expect(await ok(t.get("manager", ofTeam))).toEqual(own);
    expect(await ok(t.get("leader", "/practice-beside-asks?team=all"))).toEqual(own);
    for (const [who, path, status] of [
      ["colleague", ofRep, 403],
      ["colleague", ofTeam, 403],
      ["manager", "/practice-beside-asks?team=all", 403],
      ["stranger", ofRep, 404],
    ] as const)
      expect((await t.get(who, path)).status, `${who} ${path}`).toBe(status);
    await ok(t.del("rep", `/practice-sessions/${held.id}`));
  });
});

describe("what is offered today", () => {
  it("is one session, until it is held or put off; what was put off comes back", async () => {
    expect(await practice("southRep")).toMatchObject({
      offer: { rubric: "ask", scenario: "ask-delivered-controller", why: "new", last: null },
      whyNone: null,
    });
    await ok(t.put("southRep", "/practice/put-off", {}));
    expect(await practice("southRep")).toMatchObject({ offer: null, whyNone: "put-off" });
    await ok(t.del("southRep", "/practice/put-off"));
    expect((await practice("southRep")).offer).not.toBeNull();
    await hold("southRep", { day: addDays(TODAY, -19), kept: yes("ask") });
    expect((await practice("southRep")).offer).toMatchObject({ rubric: "take-a-no", why: "new" });
    await hold("southRep", { scenario: "no-policy", day: addDays(TODAY, -1), kept: yes("take-a-no") });
    const due = await practice("southRep");
    expect(due.offer).toMatchObject({
      rubric: "ask",
      scenario: "ask-delivered-works-manager",
      why: "rusty",
      last: "2026-10-30",
    });
    expect(due.skills[0]).toMatchObject({ rubric: "ask", isDue: true, n: 1 });
    expect(due.skills[0]?.curve.filter(({ n }) => n > 0)).toEqual([{ week: "2026-10-26", n: 1, share: 1 }]);
    await hold("southRep", { scenario: "give-client-needs", kept: yes("give") });
    expect(await practice("southRep")).toMatchObject({ offer: null, whyNone: "practised" });
  });
});

describe("the team's own library", () => {
  const own = {
    language: "de",
    rubric: "ask",
    name: "Auf der Treppe",
    who: "Herr Blum",
    situation: "Ein Stockwerk lang.",
    mood: "busy",
    opening: "Ja?",
    objections: [" Jetzt nicht. ", ""],
  };

  it("takes everybody's scenarios, which their writer, a manager or a leader changes, retires and brings back", async () => {
    const made = await ok(t.post("rep", "/practice-scenarios", own));
    expect(made).toMatchObject({ origin: "own", objections: ["Jetzt nicht."], byId: t.cast.rep });
    const put = (who: CastName, path: string, body: object) =>
      t.put(who, `/practice-scenarios/${path}`, body);
    expect((await put("colleague", made.key, own)).status).toBe(403);
    expect((await put("rep", "no-policy", own)).status).toBe(403);
    expect((await put("stranger", made.key, own)).status).toBe(404);
    const changed = await ok(put("manager", made.key, { ...own, name: "Treppe" }));
    // What was added in one language alone is there in the other, too.
    const find = async () => {
      const { scenarios } = await ok(t.get("rep", "/practice-library?language=en"));
      return (scenarios as { key: string }[]).find(({ key }) => key === made.key);
    };
    expect(await find()).toMatchObject({ name: "Treppe", language: "de" });
    await ok(t.del("manager", `/practice-scenario-editions/${changed.editionId}`));
    expect(await find()).toMatchObject({ name: "Auf der Treppe", retiredOn: null });
    await ok(put("rep", `${made.key}/retired`, {}));
    expect(await find()).toMatchObject({ retiredOn: TODAY });
    await ok(t.del("rep", `/practice-scenarios/${made.key}/retired`));
    expect(await find()).toMatchObject({ retiredOn: null });
    await ok(t.del("rep", `/practice-scenario-editions/${made.editionId}`));
    expect(await find()).toBeUndefined();
  });

  it("leaves a scenario to whoever added it, also when a leader wrote it anew", async () => {
    const made = await ok(t.post("rep", "/practice-scenarios", own));
    const put = (who: CastName, name: string) =>
      t.put(who, `/practice-scenarios/${made.key}`, { ...own, name });
    expect(await ok(put("leader", "Treppauf"))).toMatchObject({ byId: t.cast.leader, authorId: t.cast.rep });
    expect(await ok(put("rep", "Treppab"))).toMatchObject({ byId: t.cast.rep, name: "Treppab" });
    expect((await put("colleague", "Meine")).status).toBe(403);
    await ok(put("leader", "Treppauf"));
    await ok(t.put("rep", `/practice-scenarios/${made.key}/retired`, {}));
    // One of the library is nobody's, whoever wrote it anew.
    const words = { ...own, name: "Keine Regeln" };
    const edited = await ok(t.put("leader", "/practice-scenarios/no-policy", words));
    expect(edited).toMatchObject({ origin: "edited", authorId: null });
    await ok(t.del("leader", `/practice-scenario-editions/${edited.editionId}`));
  });

  it("writes over nobody who changed a scenario meanwhile without saying so", async () => {
    const made = await ok(t.post("rep", "/practice-scenarios", own));
    const put = (who: CastName, over: string | null, name: string) =>
      t.put(who, `/practice-scenarios/${made.key}`, { ...own, name, over });
    const theirs = await ok(put("leader", made.editionId, "Treppauf"));
    const refused = await put("rep", made.editionId, "Treppab");
    expect(refused).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/^Lena Fuchs changed it/) },
    });
    expect(await ok(put("rep", theirs.editionId, "Treppab"))).toMatchObject({ name: "Treppab" });
    const ofLibrary = await t.put("leader", "/practice-scenarios/no-policy", { ...own, over: null });
    expect(ofLibrary.status).toBe(200);
    await ok(t.del("leader", `/practice-scenario-editions/${ofLibrary.body.editionId}`));
    await ok(t.put("rep", `/practice-scenarios/${made.key}/retired`, {}));
  });

  it("keeps a rubric while scenarios are scored by it", async () => {
    const points = ["Greets", "Listens", "Leaves"].map((act) => ({ act, why: "" }));
    const rubric = await ok(
      t.post("leader", "/practice-rubrics", { language: "en", name: "A visit", points }),
    );
    const made = await ok(t.post("rep", "/practice-scenarios", { ...own, rubric: rubric.key }));
    const path = `/practice-rubric-editions/${rubric.editionId}`;
    const refused = await t.del("leader", path);
    expect(refused).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("“Auf der Treppe”") },
    });
    expect((await t.get("rep", `/practice-scenarios/${made.key}`)).status).toBe(200);
    await ok(t.del("rep", `/practice-scenario-editions/${made.editionId}`));
    await ok(t.del("leader", path));
  });

  it("retires a skill with all its scenarios, and what was held of it stays", async () => {
    await ok(t.put("leader", "/practice-rubrics/ask/retired", {}));
    expect((await practice("colleague")).skills.map(({ rubric }) => rubric)).not.toContain("ask");
    await ok(t.del("leader", "/practice-rubrics/ask/retired"));
    expect((await practice("colleague")).offer?.rubric).toBe("ask");
  });
});

it("forgets the words about somebody who leaves, and keeps that they rehearsed", async () => {
  const { id } = await hold("colleague", { askIds: [t.cast.rep], note: "Too fast." });
  await ok(
    t.put("rep", `/practice-sessions/${id}/scores/mine`, { kept: yes("ask"), note: "Mind the pause." }),
  );
  await ok(t.del("leader", `/members/${t.cast.colleague}`));
  const seen = await ok<SessionView>(t.get("rep", `/practice-sessions/${id}`));
  expect(seen.scores.map(({ note }) => note)).toEqual([null, null]);
  expect(seen.differences).toEqual(["next"]);
});
