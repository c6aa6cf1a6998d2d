import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillHouse, type Filled } from "#demo/fill-house.ts";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { KPIS } from "#team/measure.ts";
import { KPI_FIELDS } from "./scorecard.ts";

let t: TestHouse;
let filled: Filled;
beforeAll(async () => {
  t = await openTestHouse();
  filled = await fillHouse(t);
});
afterAll(() => t?.close());

const THIS_WEEK = "from=2026-11-16&to=2026-11-16";

/** [asked, received, scheduled, held, closed] of the first row. */
async function numbers(query: string): Promise<number[]> {
  const { body } = await t.get("colleague", `/scorecard?${query}`);
  return Object.values(KPI_FIELDS).map((field) => body.items[0][field].count);
}

describe("the scorecard", () => {
  it("says what happened in a week, its month and its quarter, of the rep, the team and the company", async () => {
    for (const whose of [`member=${t.cast.rep}`, `team=${t.cast.teams.north}`, ""]) {
      expect(await numbers(`by=week&${THIS_WEEK}&${whose}`)).toEqual([1, 1, 2, 2, 1]);
      expect(await numbers(`by=month&${THIS_WEEK}&${whose}`)).toEqual([2, 1, 2, 2, 1]);
      expect(await numbers(`by=quarter&${THIS_WEEK}&${whose}`)).toEqual([2, 1, 2, 2, 1]);
    }
    expect(await numbers(`by=quarter&${THIS_WEEK}&member=${t.cast.colleague}`)).toEqual([0, 0, 0, 0, 0]);
    expect(await numbers(`by=quarter&${THIS_WEEK}&team=${t.cast.teams.south}`)).toEqual([0, 0, 0, 0, 0]);
  });

  it("says whose it is, which periods, which goals and how much money", async () => {
    const { body } = await t.get("rep", `/scorecard?by=month&${THIS_WEEK}&member=${t.cast.rep}`);
    expect(body.whose).toEqual({ kind: "member", id: t.cast.rep, name: "Mia Sommer" });
    expect(body.items).toEqual([
      {
        period: { kind: "month", start: "2026-11-02", end: "2026-11-29", year: 2026, number: 11, weeks: 4 },
        peopleAsked: { count: 2, goal: null },
        referralsReceived: { count: 1, goal: 5 },
        meetingsScheduled: { count: 2, goal: null },
        meetingsHeld: { count: 2, goal: null },
        dealsClosed: { count: 1, goal: null, money: [{ minor: 12_000_00, currency: "EUR" }] },
        touches: { count: 2, goal: null },
        referralsGiven: { count: 0, goal: null },
      },
    ]);
    expect((await t.get("rep", "/scorecard")).body.items).toHaveLength(13);
    expect((await t.get("rep", "/scorecard")).body.whose).toEqual({
      kind: "company",
      id: t.cast.workspaceId,
      name: "Nordlicht Systeme",
    });
  });

  it("opens every number to as many facts, with names and what they are", async () => {
    const { body } = await t.get("colleague", `/scorecard?by=month&${THIS_WEEK}&facts=true`);
    for (const kpi of KPIS) {
      const { count, facts } = body.items[0][KPI_FIELDS[kpi]];
      expect(facts).toHaveLength(count);
      const paged = await t.get("colleague", `/scorecard/facts?measure=${kpi}&from=2026-11-02&to=2026-11-29`);
      expect(paged.body.items).toEqual(facts);
    }
    const person = { id: filled.contact, name: "Veit Reimers" };
    const account = { id: filled.prospect, name: "Weser Pumpen AG" };
    const member = { id: t.cast.rep, name: "Mia Sommer", teamId: t.cast.teams.north };
    expect(body.items[0].dealsClosed.facts[0]).toMatchObject({
      subject: { kind: "deal", id: filled.deal },
      day: "2026-11-18",
      what: "Shift planning",
      money: { minor: 12_000_00, currency: "EUR" },
      team: { id: t.cast.teams.north, name: "North" },
      member,
      person,
      account,
    });
    expect(body.items[0].meetingsHeld.facts[0]).toMatchObject({
      subject: { kind: "meeting", id: filled.meeting },
      person,
      account,
    });
    expect(body.items[0].referralsReceived.facts[0]).toMatchObject({
      subject: { kind: "referral", id: filled.referral },
      source: { id: filled.source, name: "Jale Merz" },
      level: 3,
      person,
    });
    expect(
      body.items[0].peopleAsked.facts.map((each: { person: { name: string } }) => each.person.name),
    ).toEqual(["Jale Merz", "Bruno Amsel"]);
  });

  it("pages the facts, and refuses what it cannot mean", async () => {
    const path = `/scorecard/facts?measure=people-asked&from=2026-11-02&to=2026-11-29&member=${t.cast.rep}&limit=1`;
    const first = (await t.get("rep", path)).body;
    const second = (await t.get("rep", `${path}&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map((each) => each.day)).toEqual(["2026-11-16", "2026-11-10"]);
    expect(second.nextCursor).toBeNull();
    const inTeam = async (team: string) =>
      (await t.get("rep", `${path.replace("limit=1", "limit=9")}&team=${team}`)).body.items.length;
    expect([
      await inTeam(t.cast.teams.north),
      await inTeam(t.cast.teams.south),
      await inTeam("none"),
    ]).toEqual([2, 0, 0]);
    for (const bad of ["&cursor=nonsense", "&from=2026-12-30", "&measure=everything"]) {
      expect({ bad, status: (await t.get("rep", `${path}${bad}`)).status }).toEqual({ bad, status: 422 });
    }
    expect((await t.get("rep", `/scorecard?from=2026-11-18&to=2026-11-17`)).status).toBe(422);
    expect((await t.get("rep", `/scorecard?member=${t.cast.rep}&team=${t.cast.teams.north}`)).status).toBe(
      422,
    );
  });

  it("lays teams side by side; with what was done outside any they are the company", async () => {
    await t.post("leader", "/asks", { sourceId: filled.source, day: "2026-11-16" });
    const { body } = await t.get("rep", "/scorecard/teams?by=week&day=2026-11-17");
    expect(body.period).toMatchObject({ start: "2026-11-16", end: "2026-11-22" });
    expect(
      body.items.map((team: Line) => [team.name, team.peopleAsked.count, team.dealsClosed.count]),
    ).toEqual([
      ["North", 1, 1],
      ["South", 0, 0],
    ]);
    expect([body.teamless.peopleAsked.count, body.company.peopleAsked.count]).toEqual([1, 2]);
    expect(body.items[0].dealsClosed.money).toEqual([{ minor: 12_000_00, currency: "EUR" }]);
    expect(body.teamless.dealsClosed).toMatchObject({ count: 0, money: [] });
    const outside = await t.get(
      "rep",
      "/scorecard/facts?measure=people-asked&from=2026-11-16&to=2026-11-22&team=none",
    );
    expect(outside.body.items.map((each: { member: { name: string } }) => each.member.name)).toEqual([
      "Lena Fuchs",
    ]);
  });

  it("lays the reps of a team side by side, and everybody", async () => {
    const { body } = await t.get(
      "rep",
      `/scorecard/members?by=month&day=2026-11-17&team=${t.cast.teams.north}`,
    );
    expect(
      body.items.map((rep: Line) => [rep.name, rep.peopleAsked.count, rep.referralsReceived.goal]),
    ).toEqual([
      ["Jonas Weber", 0, 5],
      ["Mia Sommer", 2, 5],
      ["Petra Lang", 0, null],
    ]);
    expect(body.team.peopleAsked.count).toBe(2);
    const all: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await t.get(
        "rep",
        `/scorecard/members?by=month&limit=2${cursor ? `&cursor=${cursor}` : ""}`,
      );
      all.push(...page.body.items.map((rep: Line) => `${rep.name} ${rep.peopleAsked.count}`));
      cursor = page.body.nextCursor;
    } while (cursor);
    expect(all).toEqual(["Jonas Weber 0", "Lena Fuchs 1", "Mia Sommer 2", "Petra Lang 0", "Tariq Aziz 0"]);
    expect((await t.get("rep", "/scorecard/members?cursor=nonsense")).status).toBe(422);
  });

  it("is not there for a stranger", async () => {
    expect((await t.get("stranger", `/scorecard?member=${t.cast.rep}`)).status).toBe(404);
    expect((await t.get("stranger", `/scorecard?team=${t.cast.teams.north}`)).status).toBe(404);
    const company = (await t.get("stranger", `/scorecard?by=quarter&${THIS_WEEK}`)).body;
    expect(company.items[0].peopleAsked.count).toBe(0);
    expect(
      (await t.get("stranger", "/scorecard/facts?measure=people-asked&from=2026-11-02&to=2026-11-29")).body
        .items,
    ).toEqual([]);
    expect((await t.get("stranger", "/scorecard/teams")).body.items).toEqual([]);
    expect((await t.get("stranger", `/scorecard/members?team=${t.cast.teams.north}`)).status).toBe(404);
    expect((await t.get("stranger", "/scorecard/members")).body.items).toHaveLength(1);
    expect((await t.as(null, "GET", "/scorecard")).status).toBe(401);
  });
});

describe("the undo of any fact", () => {
  it("brings every period of rep, team and company back to what it was", async () => {
    const house = await openTestHouse();
    try {
      const all = async () => {
        const told = [];
        for (const by of ["week", "month", "quarter"]) {
          for (const whose of [`member=${house.cast.rep}`, `team=${house.cast.teams.north}`, ""]) {
            told.push((await house.get("rep", `/scorecard?by=${by}&${THIS_WEEK}&${whose}`)).body.items[0]);
          }
        }
        return told;
      };
      const nothing = await all();
      const one = await fillHouse(house);
      const mails = (await house.get("rep", "/arrived-mail")).body.items;
      const logged = mails.find((each: { effects: unknown[] }) => each.effects.length > 0);
      const review = (await house.get("rep", `/account-reviews/${one.review}`)).body.review;
      const undo: [path: string, wasCounted: boolean][] = [
        [`/deals/${one.deal}/outcome`, true],
        [`/deals/${one.deal}`, false],
        [`/meetings/${one.meeting}/outcome`, true],
        [`/meetings/${one.meeting}`, true],
        [`/referrals/${one.referral}`, true],
        [`/referrals/${one.name}`, false],
        [`/asks/${one.ask}`, true],
        [`/asks/${one.returning}`, true],
        // An invitation and a mail of that week went to the same person.
        [`/touches/${one.touch}`, false],
        [`/occasion-offers/${one.offer}/reaction`, false],
        [`/occasion-offers/${one.offer}/attendance`, false],
        [`/occasion-offers/${one.offer}/answer`, false],
        [`/occasion-offers/${one.offer}/sent`, false],
        [`/arrived-mail/${logged.id}/effects`, true],
        ["/noticed-events", true],
        [`/account-reviews/${one.review}/held`, true],
        // With what was noted in it the review stays; its meeting may go.
        [`/meetings/${review.meetingId}`, true],
      ];
      let before = await all();
      for (const [path, wasCounted] of undo) {
        const { status } = await house.del("rep", path);
        const after = await all();
        const moved = JSON.stringify(after) !== JSON.stringify(before);
        expect({ path, done: status < 300, moved }).toEqual({ path, done: true, moved: wasCounted });
        expect(await house.mistakes()).toEqual([]);
        before = after;
      }
      expect((await house.del("manager", `/goal-proposals/acceptances/${one.goals}`)).status).toBe(204);
      expect(await all()).toEqual(nothing);
    } finally {
      await house.close();
    }
  });
});

type Line = { name: string } & Record<
  "peopleAsked" | "referralsReceived" | "dealsClosed",
  { count: number; goal: number | null }
>;
