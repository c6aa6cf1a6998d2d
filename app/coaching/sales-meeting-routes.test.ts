import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import type { Day } from "#lib/kernel/days.ts";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { DEFAULT_MINUTES } from "./sales-meeting.ts";

// It is Wednesday, 2026-11-18; what the meeting is over was told in the week of Monday, 2026-11-09.
let t: TestHouse;
let north: string;
beforeAll(async () => {
  t = await openTestHouse();
  north = `/teams/${t.cast.teams.north}/sales-meeting`;
});
afterAll(() => t?.close());

const WEEK = "2026-11-09";
const on = async (day: Day, who: CastName, method: string, path: string, body?: unknown) => {
  const house = houseOver(t.test.database, { clock: frozenClock(new Date(`${day}T10:00:00Z`)) });
  const answer = await house.send(method, path, body, { authorization: `Bearer ${t.cast.keys[who]}` });
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
};
const pack = async (who: CastName = "manager", week: Day = WEEK) => {
  const { status, body } = await t.get(who, `${north}?week=${week}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const person = async (fullName: string) =>
  (await on("2026-11-09", "rep", "POST", "/people", { fullName })).id as string;
const arrange = (body: unknown) => t.patch("manager", `${north}?week=${WEEK}`, body);

describe("a team's sales meeting", () => {
  it("tells an empty week in a few parts, and has something to rehearse even then", async () => {
    const empty = await pack("rep", "2026-10-14");
    expect(empty).toMatchObject({
      week: "2026-10-12",
      to: "2026-10-18",
      ended: true,
      mayArrange: false,
      held: null,
      minutes: DEFAULT_MINUTES,
      parts: ["promises", "scoreboard", "introductions", "skill", "next"],
      promises: { kept: 0, missed: 0, open: 0, rate: null },
      bestAsk: null,
      chain: null,
      introductions: [],
      wins: [],
    });
    expect(empty.drill).toMatchObject({ why: { kind: "never", people: 3, of: 3 }, skill: "ask" });
    expect(empty.members.map(({ name }: { name: string }) => name)).toEqual([
      "Jonas Weber",
      "Mia Sommer",
      "Petra Lang",
    ]);
  });

  it("is for the team and whoever leads it, and not found for anybody else", async () => {
    const codes = async (path: string) =>
      Promise.all(
        (["rep", "colleague", "manager", "leader", "southRep", "stranger"] as const).map(
          async (who) => (await t.get(who, path)).status,
        ),
      );
    expect(await codes(`${north}?week=${WEEK}`)).toEqual([200, 200, 200, 200, 404, 404]);
    const teams = async (who: CastName) => {
      const { body } = await t.get(who, "/sales-meetings/teams");
      return [body.week, ...body.teams.map(({ name }: { name: string }) => name)];
    };
    expect(await teams("rep")).toEqual([WEEK, "North"]);
    expect(await teams("manager")).toEqual([WEEK, "North"]);
    expect(await teams("southRep")).toEqual([WEEK, "South"]);
    expect(await teams("leader")).toEqual([WEEK, "North", "South"]);
    expect(await teams("stranger")).toEqual([WEEK]);
    expect((await t.get("rep", `${north}?week=2026-11-23`)).status).toBe(422);
    expect((await t.get("rep", `${north}?week=2026-11-22`)).status).toBe(200);
  });

  it("shows kept promises, but nobody's own words and nobody's missed promise", async () => {
    const jale = await person("Jale Merz");
    const ruth = await person("Ruth Ohm");
    await on("2026-11-09", "rep", "PUT", `/weeks/${WEEK}/plan`, {
      promises: [
        { kind: "ask", personId: jale },
        { kind: "ask", personId: ruth },
        { kind: "own", words: "Sleep before I call" },
      ],
    });
    const made = await on("2026-11-10", "rep", "POST", "/asks", {
      sourceId: jale,
      forWhom: "the head of controlling at a sister plant",
      note: "“Whom would you call first?” She laughed and took out her phone.",
    });
    const { promises } = await on("2026-11-13", "rep", "GET", `/weeks/${WEEK}`);
    const own = promises.find(({ kind }: { kind: string }) => kind === "own");
    await on("2026-11-13", "rep", "PUT", `/weeks/${WEEK}/check-in`, {
      learned: "I am calmer in the morning.",
      promises: [{ id: own.id, how: "kept" }],
    });
    await on("2026-11-16", "colleague", "PUT", "/weeks/2026-11-16/plan", {
      promises: [
        { kind: "count", measure: "people-asked", count: 3 },
        { kind: "own", words: "Be brave" },
      ],
    });
    const seen = await pack("colleague");
    const mia = seen.promises.people.find(
      ({ member }: { member: { id: string } }) => member.id === t.cast.rep,
    );
    expect(mia).toEqual({
      member: { id: t.cast.rep, name: "Mia Sommer" },
      away: false,
      lines: [
        { state: "kept", text: "Ask Jale Merz" },
        { state: "kept", text: null },
      ],
      kept: 2,
      of: 3,
    });
    expect(seen.promises).toMatchObject({ kept: 2, missed: 1, rate: { kind: "too-early", n: 3 } });
    const jonas = seen.next.people.find(
      ({ member }: { member: { id: string } }) => member.id === t.cast.colleague,
    );
    expect(jonas.lines).toEqual([
      { state: "open", text: "Ask 3 people" },
      { state: "open", text: null },
    ]);
    const all = JSON.stringify(await pack("leader"));
    for (const words of ["Sleep before", "calmer", "Ruth Ohm", "Be brave"]) expect(all).not.toContain(words);
    expect((await pack()).asks.map(({ askId }: { askId: string }) => askId)).toEqual([made.id]);
    expect(seen.asks).toEqual([]);
  });

  it("proposes the ask that brought the highest level, with its words, and lets whoever leads choose another", async () => {
    const [anna, otto] = [await person("Anna Albers"), await person("Otto Karg")];
    const secret = { text: "Private: owes me a lunch." };
    await on("2026-11-09", "rep", "PUT", `/people/${anna}/private-note`, secret);
    const wording = await on("2026-11-09", "rep", "POST", "/wordings", {
      moment: "anytime",
      part: "request",
      language: "en",
      text: "{name}, who at {account} should I meet about {reason}?",
      memberId: t.cast.rep,
      teamId: null,
    });
    const first = await on("2026-11-10", "rep", "POST", "/asks", {
      sourceId: anna,
      wordings: [wording.id],
      note: "She named him at once.",
    });
    const second = await on("2026-11-11", "colleague", "POST", "/asks", { sourceId: otto });
    const came = await on("2026-11-11", "rep", "POST", "/referrals", {
      sourceId: anna,
      askId: first.id,
      contact: { fullName: "Bo Krug" },
      level: 3,
    });
    await on("2026-11-12", "colleague", "POST", "/referrals", {
      sourceId: otto,
      askId: second.id,
      contact: { fullName: "Cem Dal" },
      level: 2,
    });
    const told = await pack("rep");
    expect(told.bestAsk).toMatchObject({
      askId: first.id,
      level: 3,
      notes: ["She named him at once."],
      said: ["Anna, who at … should I meet about …?"],
      brought: [{ contact: { name: "Bo Krug" }, level: 3 }],
    });
    expect(JSON.stringify(told)).not.toContain("lunch");
    expect(told.introductions.map((each: { source: { name: string } }) => each.source.name)).toEqual([
      "Anna Albers",
      "Otto Karg",
    ]);
    expect(told.introductions[0]).toMatchObject({ referralId: came.id, level: 3, asked: true });

    expect((await t.patch("rep", `${north}?week=${WEEK}`, { bestAskId: second.id })).status).toBe(403);
    expect((await t.patch("southRep", `${north}?week=${WEEK}`, { bestAskId: second.id })).status).toBe(404);
    const stranger = await t.patch("manager", `${north}?week=${WEEK}`, { bestAskId: t.cast.rep });
    expect([stranger.status, stranger.body.errors?.[0]?.field ?? stranger.body.field]).toEqual([
      422,
      "bestAskId",
    ]);
    expect((await t.patch("manager", `${north}?week=${WEEK}`, { bestAskId: second.id })).status).toBe(204);
    expect((await pack("rep")).bestAsk.askId).toBe(second.id);
    // Taken back, it was never asked: the rule proposes again.
    await t.del("colleague", `/asks/${second.id}`);
    expect((await t.patch("manager", `${north}?week=${WEEK}`, { bestAskId: null })).status).toBe(204);
    expect((await pack("rep")).bestAsk.askId).toBe(first.id);
  });

  it("rehearses what whoever leads says, and gives each part its time until they say otherwise", async () => {
    expect((await arrange({ skill: "seed" })).status).toBe(204);
    expect((await pack()).drill).toMatchObject({ skill: "seed", why: { kind: "chosen" } });
    expect((await arrange({ scenario: "no-policy" })).status).toBe(204);
    expect((await pack()).drill).toMatchObject({ skill: "take-a-no", scenario: { key: "no-policy" } });
    expect((await arrange({ scenario: "no-such" })).status).toBe(422);
    expect((await arrange({ skill: null, scenario: null })).status).toBe(204);
    expect((await pack()).drill.skill).toBe("ask");
    const long = { ...DEFAULT_MINUTES, skill: 9 };
    expect((await arrange({ minutes: long })).body.detail ?? "").toContain("30 at most");
    const short = { ...DEFAULT_MINUTES, chain: 0, skill: 6 };
    expect((await arrange({ minutes: short })).status).toBe(204);
    expect((await pack("rep")).minutes).toEqual(short);
    // The next week begins with the same; the weeks before stay as they were.
    expect((await pack("rep", "2026-11-16")).minutes).toEqual(short);
    expect((await pack("rep", "2026-11-02")).minutes).toEqual(DEFAULT_MINUTES);
    expect((await arrange({ minutes: null })).status).toBe(204);
    expect((await pack("rep")).minutes).toEqual(DEFAULT_MINUTES);
  });

  it("sets no running week beside whole ones", async () => {
    const { scoreboard } = await pack("rep", "2026-11-16");
    expect(scoreboard.weeksBefore).toBeGreaterThan(0);
    for (const { average, than } of scoreboard.kpis) expect([average, than]).toEqual([null, "too-early"]);
    const over = (await pack("rep")).scoreboard;
    expect(over.kpis[0].before).toBeDefined();
  });

  it("tells of no ask that was made to somebody who is erased", async () => {
    const before = (await pack("rep")).bestAsk;
    const { source } = before;
    const erased = await t.post("leader", `/people/${source.id}/erasure`, { name: source.name });
    expect(erased.status, JSON.stringify(erased.body)).toBeLessThan(300);
    const after = await pack("manager");
    expect(after.bestAsk?.askId).not.toBe(before.askId);
    expect(after.asks.map(({ askId }: { askId: string }) => askId)).not.toContain(before.askId);
  });

  it("was held on a day, once, and can be taken back", async () => {
    const held = (who: CastName, day?: Day) => t.put(who, `${north}/held?week=${WEEK}`, day ? { day } : {});
    expect((await held("rep")).status).toBe(403);
    expect((await held("southRep")).status).toBe(404);
    expect((await held("manager", "2026-11-19")).status).toBe(422);
    expect((await held("manager", "2026-11-08")).status).toBe(422);
    expect((await held("manager", "2026-11-16")).status).toBe(204);
    expect((await held("manager", "2026-11-16")).status).toBe(204);
    expect((await held("manager")).status).toBe(409);
    expect((await pack("rep")).held).toEqual({
      on: "2026-11-16",
      by: { id: t.cast.manager, name: "Petra Lang" },
    });
    expect(await t.mistakes()).toEqual([]);
    expect((await t.del("manager", `${north}/held?week=${WEEK}`)).status).toBe(204);
    expect((await t.del("manager", `${north}/held?week=${WEEK}`)).status).toBe(404);
    expect((await pack("rep")).held).toBeNull();
  });

  it("is written once, however often it is sent", async () => {
    const key = { "idempotency-key": "meeting-0001-held-once" };
    for (let times = 0; times < 2; times++)
      expect((await t.as("manager", "PUT", `${north}/held?week=${WEEK}`, {}, key)).status).toBe(204);
    const { items } = (await t.get("leader", `/timeline?of=${t.cast.manager}`)).body;
    const lines = items.filter(({ verb }: { verb: string }) => verb === "sales-meeting.held");
    expect(lines.filter(({ undone }: { undone: boolean }) => !undone)).toHaveLength(1);
    expect(await t.mistakes()).toEqual([]);
  });
});
