import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import { RUBRIC_FRAME } from "#practice/library/frame.ts";
import { houseOver, openTestHouse, type Answer, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const THIS = "2026-11-16";
const NEXT = "2026-11-23";
const FRIDAY = new Date("2026-11-20T15:00:00Z");
const MONDAY = new Date("2026-11-23T08:00:00Z");

const later = (now: Date) => {
  const { send } = houseOver(t.test.database, { clock: frozenClock(now) });
  return (who: CastName, method: string, path: string, body?: unknown): Promise<Answer> =>
    send(method, path, body, { authorization: `Bearer ${t.cast.keys[who]}` });
};
const person = async (fullName: string, who: CastName = "rep") =>
  (await t.post(who, "/people", { fullName })).body.id as string;
const promise = async (who: CastName, promises: unknown[], topics: string | null = null, day = THIS) => {
  const answer = await t.put(who, `/weeks/${day}/plan`, { topics, promises });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
const states = (week: { promises: { state: string }[] }) => week.promises.map(({ state }) => state);
const own = (words: string) => ({ kind: "own", words });
const clear = async (who: CastName, day = THIS) => {
  await t.del(who, `/weeks/${day}/check-in`);
  await t.del(who, `/weeks/${day}/plan`);
};

describe("a week's plan", () => {
  it("says whom, how many, what is practised, what is owed and what else, and what about", async () => {
    const ana = await person("Ana Week");
    const referral = await t.post("rep", "/referrals", {
      sourceId: ana,
      contact: { fullName: "Bo Week" },
      level: 2,
    });
    const [duty] = (await t.get("rep", `/duties?referral=${referral.body.id}`)).body.items;
    const week = await promise(
      "rep",
      [
        { kind: "ask", personId: ana },
        { kind: "count", measure: "people-asked", count: 4 },
        { kind: "practice", count: 3 },
        { kind: "duty", dutyId: duty.id },
        { kind: "own", words: "  Two cards by hand " },
      ],
      "What the shift plan saved.",
    );
    expect(week).toMatchObject({
      week: THIS,
      memberId: t.cast.rep,
      ended: false,
      away: false,
      waiting: true,
      toldUntil: "2026-11-29",
      plan: { topics: "What the shift plan saved.", plannedOn: "2026-11-18" },
      checkIn: null,
      tally: { kept: 0, missed: 0, neither: 0, open: 5 },
    });
    expect(week.promises).toMatchObject([
      { kind: "ask", personId: ana, personName: "Ana Week", state: "open", progress: null },
      { kind: "count", measure: "people-asked", count: 4, progress: { done: 0, of: 4 } },
      { kind: "practice", count: 3, progress: { done: 0, of: 3 } },
      { kind: "duty", dutyId: duty.id, duty: { kind: duty.kind, sourceName: "Ana Week" } },
      { kind: "own", words: "Two cards by hand" },
    ]);
    // Whoever will be asked is planned with it, and stands on Today.
    const plans = async () => (await t.get("rep", `/plans?person=${ana}`)).body.items;
    expect(await plans()).toMatchObject([{ week: THIS, state: "planned" }]);
    expect((await t.del("rep", `/weeks/${THIS}/plan`)).status).toBe(204);
    expect(await plans()).toEqual([]);
    expect((await t.get("rep", `/weeks/${THIS}`)).body).toMatchObject({ plan: null, promises: [] });
    expect(await t.mistakes()).toEqual([]);
  });

  it("is theirs to change: lines come, go and grow; a plan that was there before stays", async () => {
    const [cem, dan] = [await person("Cem Week"), await person("Dan Week")];
    await t.post("rep", "/plans", { personId: cem, whyNow: "It runs." });
    await promise("rep", [
      { kind: "ask", personId: cem },
      { kind: "ask", personId: dan },
      { kind: "count", measure: "touches", count: 5 },
    ]);
    const week = await promise("rep", [
      { kind: "count", measure: "touches", count: 3 },
      { kind: "count", measure: "touches", count: 9 },
      { kind: "ask", personId: dan },
    ]);
    expect(week.promises).toMatchObject([{ count: 3 }, { personName: "Dan Week" }]);
    const plans = (await t.get("rep", `/plans?member=${t.cast.rep}`)).body.items;
    expect(plans.map(({ personName }: { personName: string }) => personName).toSorted()).toEqual([
      "Cem Week",
      "Dan Week",
    ]);
    // From Thursday on what was promised on Wednesday stays, and more can come.
    const thursday = later(new Date("2026-11-19T09:00:00Z"));
    const put = (promises: unknown[]) => thursday("rep", "PUT", `/weeks/${THIS}/plan`, { promises });
    const three = { kind: "count", measure: "touches", count: 3 };
    expect((await put([three])).body).toMatchObject({ status: 409 });
    const smaller = await put([
      { ...three, count: 2 },
      { kind: "ask", personId: dan },
    ]);
    expect([smaller.status, smaller.body.detail]).toEqual([
      409,
      expect.stringContaining("stays now, or grows"),
    ]);
    const more = await put([
      { ...three, count: 4 },
      { kind: "ask", personId: dan },
      { kind: "practice", count: 1 },
    ]);
    expect(more.body.promises).toMatchObject([
      { count: 4 },
      { personName: "Dan Week" },
      { kind: "practice" },
    ]);
    expect((await thursday("rep", "DELETE", `/weeks/${THIS}/plan`)).status).toBe(409);
    await clear("rep");
  });

  it("keeps what was promised in another window, and takes back only what was changed in this one", async () => {
    await promise("rep", [own("a")], "Shifts");
    const startedFrom = { topics: "Shifts", promises: [own("a")] };
    const put = async (topics: string | null, words: string[], from: object = startedFrom) => {
      const body = { topics, promises: words.map(own), startedFrom: from };
      const week = (await t.put("rep", `/weeks/${THIS}/plan`, body)).body;
      return [week.plan.topics, ...week.promises.map((line: { words: string }) => line.words)];
    };
    expect(await put("Shifts", ["a", "b"])).toEqual(["Shifts", "a", "b"]);
    expect(await put("Stock", ["a", "c"])).toEqual(["Stock", "a", "c", "b"]);
    const undone = { topics: "Stock", promises: ["a", "c"].map(own) };
    expect(await put("Shifts", ["a"], undone)).toEqual(["Shifts", "a", "b"]);
    // Whoever was merged since is the same line.
    const [one, two] = [await person("Ann One"), await person("Ann Two")];
    const ask = { kind: "ask", personId: two };
    await promise("rep", [ask]);
    await t.post("rep", "/merges", { kind: "person", keptId: one, mergedId: two });
    const from = { topics: null, promises: [ask] };
    const merged = await t.put("rep", `/weeks/${THIS}/plan`, { promises: [ask], startedFrom: from });
    expect(merged.body.promises).toMatchObject([{ personId: one }]);
    await clear("rep");
  });

  it("goes on where somebody who was promised to be asked is erased: the line fell away", async () => {
    const [max, nina] = [await person("Max Gone"), await person("Nina Gone")];
    const lines = [max, nina].map((personId) => ({ kind: "ask", personId }));
    const { promises } = await promise("rep", lines);
    await t.put("rep", `/promises/${promises[0].id}/told`, { how: "missed", next: "carried" });
    for (const [id, name] of [
      [max, "Max Gone"],
      [nina, "Nina Gone"],
    ] as const)
      expect((await t.post("leader", `/people/${id}/erasure`, { name })).status).toBe(200);
    expect((await t.get("rep", `/weeks/${THIS}`)).body).toMatchObject({
      promises: [{ state: "gone" }, { state: "gone" }],
      tally: { kept: 0, missed: 0, neither: 2 },
    });
    const changed = await promise("rep", [...lines, { kind: "own", words: "Cards" }]);
    expect(states(changed)).toEqual(["gone", "gone", "open"]);
    const friday = later(FRIDAY);
    const dropped = await friday("rep", "PUT", `/weeks/${THIS}/plan`, {
      promises: [lines[0], { kind: "own", words: "Cards" }],
    });
    expect(dropped.status, JSON.stringify(dropped.body)).toBe(200);
    expect((await later(MONDAY)("rep", "GET", `/weeks/${THIS}`)).body.tally).toMatchObject({ missed: 0 });
    const carried = (await friday("rep", "GET", `/weeks/${NEXT}/proposals`)).body.items;
    expect(carried.filter(({ why }: { why: string }) => why === "carried")).toEqual([]);
    const anew = { promises: [{ kind: "ask", personId: nina }] };
    expect((await friday("rep", "PUT", `/weeks/${NEXT}/plan`, anew)).status).toBe(404);
    await t.del("rep", `/weeks/${THIS}/plan`);
  });

  it("refuses what cannot be promised", async () => {
    const put = (body: unknown, day = THIS) => t.put("southRep", `/weeks/${day}/plan`, body);
    const once = { promises: [own("x")] };
    for (const [body, day, status] of [
      [{ promises: [] }, THIS, 422],
      [once, "2026-11-15", 422],
      [once, "2026-11-30", 422],
      [{ promises: [{ kind: "own", words: " " }] }, THIS, 422],
      [{ promises: [{ kind: "count", measure: "raindrops", count: 1 }] }, THIS, 422],
      [{ promises: [{ kind: "practice", count: 0 }] }, THIS, 422],
      [{ promises: [{ kind: "duty", dutyId: "x" }] }, THIS, 422],
      [{ promises: [{ kind: "ask", personId: t.cast.rep }] }, THIS, 404],
      [{ promises: [{ kind: "duty", dutyId: `${t.cast.rep}.thank.${t.cast.rep}` }] }, THIS, 404],
      [{ promises: Array.from({ length: 21 }, (_, at) => ({ kind: "own", words: `x${at}` })) }, THIS, 422],
    ] as const)
      expect((await put(body, day)).status, JSON.stringify(body)).toBe(status);
    expect((await t.del("southRep", `/weeks/${THIS}/plan`)).status).toBe(404);
    const untold = await t.put("southRep", `/weeks/${THIS}/check-in`, {});
    expect([untold.status, untold.body.detail]).toEqual([404, "nothing was promised for this week"]);
  });

  it("arrives once, however often it is sent at the same time", async () => {
    const body = { promises: [{ kind: "own", words: "Once" }] };
    const both = await Promise.all([1, 2].map(() => t.put("southRep", `/weeks/${NEXT}/plan`, body)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await t.get("southRep", `/weeks/${NEXT}`)).body.promises).toHaveLength(1);
    await clear("southRep", NEXT);
  });
});

describe("what became of it", () => {
  it("is read from what is written down, and only own words are said", async () => {
    const [eve, fay] = [await person("Eve Week"), await person("Fay Week")];
    const { promises } = await promise("rep", [
      { kind: "ask", personId: eve },
      { kind: "ask", personId: fay },
      { kind: "count", measure: "people-asked", count: 1 },
      { kind: "own", words: "Cards" },
    ]);
    const ask = (await t.post("rep", "/asks", { sourceId: eve, outcome: "will-think" })).body;
    expect(states((await t.get("rep", `/weeks/${THIS}`)).body)).toEqual(["kept", "open", "kept", "open"]);
    const tell = (id: string, body: unknown) => t.put("rep", `/promises/${id}/told`, body);
    const [toEve, toFay, number, cards] = promises.map(({ id }: { id: string }) => id);
    expect((await tell(toFay, { how: "kept" })).status).toBe(422);
    expect((await tell(toEve, { how: "missed" })).status).toBe(409);
    expect((await tell(number, { how: "missed", why: "too-much" })).status).toBe(409);
    const kept = (await tell(cards, { how: "kept" })).body;
    expect(states(kept)).toEqual(["kept", "open", "kept", "kept"]);
    const missed = (await tell(toFay, { how: "missed", why: "lost-nerve", next: "carried" })).body;
    expect(missed.promises[1]).toMatchObject({
      state: "missed",
      told: { how: "missed", why: "lost-nerve", next: "carried" },
    });
    // Asked after all, it was kept; taken back, it was missed again.
    const late = (await t.post("rep", "/asks", { sourceId: fay, outcome: "no" })).body;
    expect(states((await t.get("rep", `/weeks/${THIS}`)).body)).toEqual(["kept", "kept", "kept", "kept"]);
    await t.del("rep", `/asks/${late.id}`);
    expect((await t.del("rep", `/promises/${toFay}/told`)).body.promises[1].told).toBeNull();
    await t.del("rep", `/asks/${ask.id}`);
    expect(states((await t.get("rep", `/weeks/${THIS}`)).body)).toEqual(["open", "open", "open", "kept"]);
    await clear("rep");
    expect(await t.mistakes()).toEqual([]);
  });

  it("of an ask holds for whoever the person was merged into, and not for a colleague's ask", async () => {
    const [one, two] = [await person("Gus Kern"), await person("G. Kern")];
    await promise("rep", [{ kind: "ask", personId: two }]);
    await t.post("rep", "/merges", { kind: "person", keptId: one, mergedId: two });
    await t.post("colleague", "/asks", { sourceId: one, happened: true });
    expect(states((await t.get("rep", `/weeks/${THIS}`)).body)).toEqual(["open"]);
    await t.post("rep", "/asks", { sourceId: one, happened: true });
    const { promises } = (await t.get("rep", `/weeks/${THIS}`)).body;
    expect(promises).toMatchObject([{ state: "kept", personId: one, personName: "Gus Kern" }]);
    await clear("rep");
  });

  it("of a duty is kept when it is done, and falls away with the introduction", async () => {
    const hal = await person("Hal Week");
    const made = await t.post("rep", "/referrals", {
      sourceId: hal,
      contact: { fullName: "Ida Week" },
      level: 2,
    });
    const duties = (await t.get("rep", `/duties?referral=${made.body.id}`)).body.items;
    const thank = duties.find(({ kind }: { kind: string }) => kind === "thank");
    await promise("rep", [{ kind: "duty", dutyId: thank.id }]);
    const now = async () => (await t.get("rep", `/weeks/${THIS}`)).body.promises[0];
    expect(await now()).toMatchObject({ state: "open", duty: { contactName: "Ida Week" } });
    await t.post("rep", "/settlements", { duties: [thank.id], how: "call" });
    expect(await now()).toMatchObject({ state: "kept" });
    await t.del("rep", `/duties/${thank.id}/settlement`);
    expect(await now()).toMatchObject({ state: "open" });
    await t.del("rep", `/referrals/${made.body.id}`);
    expect(await now()).toMatchObject({ state: "gone", duty: null });
    await clear("rep");
  });

  it("of practice is kept by sessions that were scored, and opens again with one that is taken back", async () => {
    await promise("rep", [{ kind: "practice", count: 1 }]);
    const kept = Object.fromEntries(RUBRIC_FRAME.ask.points.map((key) => [key, true]));
    const session = { scenario: "ask-delivered-controller", way: "live", seconds: 280, kept };
    const held = await t.post("rep", "/practice-sessions", session);
    expect(held.status, JSON.stringify(held.body)).toBe(201);
    expect((await t.get("rep", `/weeks/${THIS}`)).body.promises).toMatchObject([
      { state: "kept", progress: { done: 1, of: 1 } },
    ]);
    await t.del("rep", `/practice-sessions/${held.body.id}`);
    expect(states((await t.get("rep", `/weeks/${THIS}`)).body)).toEqual(["open"]);
    await clear("rep");
  });
});

describe("a check-in", () => {
  it("tells on Friday what became of each line, why, what next, and what was learned", async () => {
    const [jan, kim] = [await person("Jan Week"), await person("Kim Week")];
    const { promises } = await promise("rep", [
      { kind: "ask", personId: jan },
      { kind: "ask", personId: kim },
      { kind: "own", words: "Cards" },
    ]);
    await t.post("rep", "/asks", { sourceId: jan, happened: true });
    const friday = later(FRIDAY);
    const [, toKim, cards] = promises.map(({ id }: { id: string }) => id);
    const told = await friday("rep", "PUT", `/weeks/${THIS}/check-in`, {
      learned: " Ask before lunch. ",
      promises: [
        { id: toKim, how: "missed", why: "not-reached", next: "carried" },
        { id: cards, how: "kept" },
      ],
    });
    expect(told.body).toMatchObject({
      checkIn: { day: "2026-11-20", learned: "Ask before lunch." },
      waiting: false,
      tally: { kept: 2, missed: 1, neither: 0, open: 0 },
    });
    expect(
      (await friday("rep", "PUT", `/weeks/${THIS}/check-in`, { learned: "Ask at noon." })).body,
    ).toMatchObject({
      checkIn: { learned: "Ask at noon." },
      promises: [{ state: "kept" }, { told: { why: "not-reached" } }, { state: "kept" }],
    });
    expect((await friday("rep", "DELETE", `/weeks/${THIS}/plan`)).status).toBe(409);
    // What is carried over stands first in the next plan.
    const proposed = await friday("rep", "GET", `/weeks/${NEXT}/proposals`);
    expect(proposed.body.items[0]).toMatchObject({
      kind: "ask",
      personId: kim,
      personName: "Kim Week",
      why: "carried",
    });
    const next = await friday("rep", "PUT", `/weeks/${NEXT}/plan`, {
      promises: [{ kind: "ask", personId: kim }],
    });
    expect(next.body.promises).toMatchObject([{ personName: "Kim Week", state: "open" }]);
    const again = await friday("rep", "GET", `/weeks/${NEXT}/proposals`);
    expect(again.body.items.map(({ personId }: { personId: string }) => personId)).not.toContain(kim);
    const mine = await later(MONDAY)("rep", "GET", "/weeks");
    expect(mine.body).toMatchObject({
      streak: 1,
      items: [
        { week: NEXT, planned: true },
        { week: THIS, told: true },
      ],
    });
    await friday("rep", "DELETE", `/weeks/${NEXT}/plan`);
    await friday("rep", "DELETE", `/weeks/${THIS}/check-in`);
    expect((await friday("rep", "GET", `/weeks/${THIS}`)).body).toMatchObject({
      checkIn: null,
      waiting: true,
    });
  });

  it("keeps a lesson that was written in another window, and takes back what was said of each line", async () => {
    const { promises } = await promise("rep", [
      { kind: "own", words: "Cards" },
      { kind: "own", words: "Calls" },
    ]);
    const [cards, calls] = promises.map(({ id }: { id: string }) => id);
    const friday = later(FRIDAY);
    const put = (body: unknown) => friday("rep", "PUT", `/weeks/${THIS}/check-in`, body);
    await put({ learned: "Mornings.", learnedBefore: null, promises: [{ id: cards, how: "kept" }] });
    const late = await put({ learned: "Evenings.", learnedBefore: null });
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining("Mornings.")]);
    const both = await put({
      learned: null,
      learnedBefore: null,
      promises: [{ id: calls, how: "missed", why: "no-time" }],
    });
    expect(both.body).toMatchObject({
      checkIn: { learned: "Mornings." },
      promises: [{ state: "kept" }, { state: "missed" }],
    });
    const undone = await put({ learned: "Mornings.", untold: [calls] });
    expect(undone.body.promises).toMatchObject([{ state: "kept" }, { state: "open", told: null }]);
    await friday("rep", "DELETE", `/weeks/${THIS}/check-in`);
    await clear("rep");
    await promise("rep", [{ kind: "own", words: "Cards" }]);
  });

  it("is made from the last workday on; before it single promises are told of", async () => {
    const early = await t.put("rep", `/weeks/${THIS}/check-in`, { learned: "x" });
    expect([early.status, early.body.detail]).toEqual([
      409,
      expect.stringContaining("from its last workday on, Friday 20 November"),
    ]);
    const { promises, tellFrom } = (await t.get("rep", `/weeks/${THIS}`)).body;
    expect(tellFrom).toBe("2026-11-20");
    expect((await t.put("rep", `/promises/${promises[0].id}/told`, { how: "missed" })).status).toBe(200);
    await t.del("rep", `/promises/${promises[0].id}/told`);
  });

  it("is heard until a week later, and no further", async () => {
    const inTime = later(new Date("2026-11-29T10:00:00Z"));
    expect((await inTime("rep", "PUT", `/weeks/${THIS}/check-in`, {})).status).toBe(200);
    await inTime("rep", "DELETE", `/weeks/${THIS}/check-in`);
    const late = await later(new Date("2026-11-30T10:00:00Z"))("rep", "PUT", `/weeks/${THIS}/check-in`, {});
    expect([late.status, late.body.detail]).toEqual([403, expect.stringContaining("over long ago")]);
  });

  it("leaves out promises of others", async () => {
    const { promises } = await promise("colleague", [{ kind: "own", words: "Mine" }]);
    const told = { how: "kept", id: promises[0].id };
    const friday = later(FRIDAY);
    const theirs = await friday("rep", "PUT", `/weeks/${THIS}/check-in`, { promises: [told] });
    expect(theirs.status).toBe(404);
    for (const who of ["rep", "manager", "stranger"] as const) {
      expect((await t.put(who, `/promises/${told.id}/told`, { how: "kept" })).status).toBe(404);
      expect((await t.del(who, `/promises/${told.id}/told`)).status).toBe(404);
    }
    await clear("colleague");
  });
});

describe("days off", () => {
  it("count as neither: what was not kept while away was not missed, and nobody is invited", async () => {
    await promise("southRep", [
      { kind: "own", words: "Call twice" },
      { kind: "practice", count: 2 },
    ]);
    const away = await t.post("southRep", "/absences", { fromDay: "2026-11-18", toDay: "2026-11-20" });
    expect(away.status, JSON.stringify(away.body)).toBe(201);
    const monday = later(MONDAY);
    expect((await monday("southRep", "GET", `/weeks/${THIS}`)).body).toMatchObject({
      away: true,
      tally: { kept: 0, missed: 0, neither: 2, open: 0 },
    });
    // Nor is it told of on the return, nor does the next week off ask for practice.
    const south = (await monday("southRep", "GET", "/my-week")).body;
    expect(south.invitation).toEqual({ to: "plan", week: NEXT });
    const off = await t.post("southRep", "/absences", { fromDay: "2026-11-24", toDay: "2026-11-27" });
    const ahead = (await monday("southRep", "GET", `/weeks/${NEXT}/proposals`)).body.items;
    expect(ahead.filter(({ kind }: { kind: string }) => kind === "practice")).toEqual([]);
    await t.del("southRep", `/absences/${off.body.id}`);
    const rows = (await monday("leader", "GET", "/promises-kept")).body.items;
    expect(rows.find(({ id }: { id: string }) => id === t.cast.southRep)).toMatchObject({ kept: 0, of: 0 });
    await t.del("southRep", `/absences/${away.body.id}`);
    expect((await monday("southRep", "GET", `/weeks/${THIS}`)).body.tally).toMatchObject({
      missed: 1,
      open: 1,
    });
  });
});

describe("what Today says of it", () => {
  it("invites to plan on Monday, to tell on Friday, and then to plan the next week", async () => {
    const [monday, friday] = [later(new Date("2026-11-16T08:00:00Z")), later(FRIDAY)];
    const invited = async (at: typeof monday) => (await at("colleague", "GET", "/my-week")).body.invitation;
    expect(await invited(monday)).toEqual({ to: "plan", week: THIS });
    await monday("colleague", "PUT", `/weeks/${THIS}/plan`, { promises: [{ kind: "own", words: "Mine" }] });
    expect(await invited(monday)).toBeNull();
    expect(await invited(friday)).toEqual({ to: "check-in", week: THIS });
    await friday("colleague", "PUT", `/weeks/${THIS}/check-in`, {});
    expect(await invited(friday)).toEqual({ to: "plan-next", week: NEXT });
    await friday("colleague", "DELETE", `/weeks/${THIS}/check-in`);
    await monday("colleague", "DELETE", `/weeks/${THIS}/plan`);
  });
});

describe("who sees it", () => {
  it("the member and those who lead them; others find nothing", async () => {
    await promise("rep", [{ kind: "own", words: "Mine" }]);
    const seen = async (path: string) => {
      const found: string[] = [];
      for (const who of ["rep", "colleague", "manager", "southRep", "leader", "stranger"] as const) {
        const { status } = await t.get(who, path);
        found.push(...(status === 200 ? [who] : status === 404 ? [] : [`${who} ${status}`]));
      }
      return found;
    };
    for (const path of [`/weeks/${THIS}?member=${t.cast.rep}`, `/weeks?member=${t.cast.rep}`])
      expect(await seen(path)).toEqual(["rep", "manager", "leader"]);
    const kept = async (who: CastName, team = "") => {
      const { status, body } = await t.get(who, `/promises-kept${team}`);
      return status === 200 ? body.items.map(({ name }: { name: string }) => name) : status;
    };
    expect(await kept("manager")).toEqual(["Jonas Weber", "Mia Sommer"]);
    const page = (await t.get("leader", "/promises-kept?limit=2")).body;
    expect(page.items.map(({ name }: { name: string }) => name)).toEqual(["Jonas Weber", "Mia Sommer"]);
    expect(await kept("leader", `?limit=2&cursor=${page.nextCursor}`)).toEqual(["Tariq Aziz"]);
    expect(await kept("leader", "?cursor=elsewhere")).toBe(422);
    expect((await t.get("manager", "/promised-now")).body).toEqual({ week: THIS, promised: 1, of: 2 });
    expect((await t.get("rep", "/promised-now")).status).toBe(403);
    expect(await kept("leader")).toEqual(["Jonas Weber", "Mia Sommer", "Tariq Aziz"]);
    expect(await kept("rep")).toBe(403);
    expect(await kept("manager", `?team=${t.cast.teams.south}`)).toBe(403);
    expect(await kept("leader", `?team=${t.cast.teams.south}`)).toEqual(["Tariq Aziz"]);
    expect(await kept("stranger")).toEqual([]);
    expect(await kept("stranger", `?team=${t.cast.teams.north}`)).toEqual([]);
    await clear("rep");
  });
});

it("says by which rates a wish is reckoned, and whose they are", async () => {
  const { status, body } = await t.get("rep", "/wish-rates");
  expect(status).toBe(200);
  expect(body.close).toMatchObject({
    origin: "published",
    n: 0,
    source: expect.stringContaining("Implisit"),
  });
  expect(body.yields).toMatchObject({ origin: "published", source: expect.stringContaining("Kumar") });
  expect(body.formula).toContain("weeks");
});
