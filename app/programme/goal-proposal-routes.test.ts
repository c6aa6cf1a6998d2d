import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { NOON, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { addDays, weekdayOf, type Day } from "#lib/kernel/days.ts";
import type { GoalProposalsView } from "./goal-proposal-view.ts";

/** 2026-11-18 is in the month of weeks that ends on 29 November; the next one is four or five weeks to 27 December or 3 January. */
const TODAY = "2026-11-18";
const BACK = { from: "2026-05-18", to: "2026-11-15" };

let t: TestHouse;
let owner: pg.Client;
beforeAll(async () => {
  t = await openTestHouse({ now: NOON });
  owner = new pg.Client({ connectionString: t.test.ownerUrl });
  await owner.connect();
  // Mia received 20 introductions in half a year, Jonas five, Tariq none; one of Mia's is older, and one was taken back.
  for (let at = 0; at < 20; at += 1) await introduced("rep", addDays(BACK.from, at * 8));
  for (let at = 0; at < 5; at += 1) await introduced("colleague", addDays(BACK.from, at * 30));
  await introduced("rep", "2026-03-02");
  const wrong = await introduced("rep", "2026-10-06");
  await t.del("rep", `/referrals/${wrong}`);
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await t?.close();
});

let names = 0;
async function introduced(who: CastName, day: Day): Promise<string> {
  names += 1;
  const source = await t.post(who, "/people", { fullName: `Source ${names}` });
  const contact = { fullName: `Contact ${names}` };
  const made = await t.post(who, "/referrals", { sourceId: source.body.id, contact, level: 3, day });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.id as string;
}

const proposals = async (who: CastName = "leader") =>
  (await t.get(who, "/goal-proposals")).body as GoalProposalsView;
const lineOf = async (id: string, who: CastName = "leader") =>
  (await proposals(who)).reps.find((each) => each.id === id)!;
const accept = (who: CastName, goals: { memberId: string; amount: number }[]) =>
  t.post(who, "/goal-proposals/acceptances", { goals });
const holds = async (id: string) =>
  (await t.get("leader", `/goals?of=${id}`)).body.items.find(
    (each: { measure: string }) => each.measure === "referrals-received",
  ).own[0];

describe("goals that are proposed", () => {
  it("are those of a line of the journal, counted again by hand", async () => {
    const { month, company, reps, usual, lookedBackFrom } = await proposals();
    expect([usual, lookedBackFrom]).toEqual([5, BACK.from]);
    expect(month.start > TODAY && month.weeks >= 4).toBe(true);
    const { rows } = await owner.query<{ id: string; n: number }>(
      `select member_id as id, sum(count)::int as n from journal
        where workspace_id = $1 and measure = 'referrals-received' and day between $2 and $3 group by member_id`,
      [t.cast.workspaceId, BACK.from, BACK.to],
    );
    const counted = new Map(rows.map(({ id, n }) => [id, n]));
    expect([...counted.values()].toSorted((a, b) => a - b)).toEqual([5, 20]);
    for (const rep of reps) {
      expect(rep.received).toBe(counted.get(rep.id) ?? 0);
      expect(rep.workedDays).toBe(weekdays(BACK.from, BACK.to));
      expect(rep.days).toBe(weekdays(month.start, month.end));
      const everybody = 25 / (3 * rep.workedDays);
      const drawn = ((rep.received + 21 * everybody) / (rep.workedDays + 21)) * rep.days;
      expect(rep.proposal.pace!.middle).toBeCloseTo(drawn, 1);
      expect(rep.proposal.pace!.low).toBeLessThanOrEqual(rep.proposal.pace!.middle);
      expect(rep.proposal.pace!.high).toBeGreaterThan(rep.proposal.pace!.middle);
    }
    expect(company.proposed).toBe(reps.reduce((sum, { proposal }) => sum + proposal.amount, 0));
    expect(company.goals).toBe(15);
    const middle = reps.reduce((sum, { proposal }) => sum + proposal.pace!.middle, 0);
    expect(company.pace!.middle).toBeCloseTo(middle, 1);
  });

  it("are fair to whoever gets many, and a step for whoever gets none", async () => {
    expect((await lineOf(t.cast.rep)).proposal).toMatchObject({ as: "fair", amount: 5 });
    const tariq = (await lineOf(t.cast.southRep)).proposal;
    expect(tariq).toMatchObject({ as: "step", fair: 5 });
    expect(tariq.amount).toBeLessThan(5);
    expect(tariq.amount).toBeGreaterThan(tariq.pace!.middle);
  });

  it("are less in a month in which somebody is away, and for part-time", async () => {
    const { month } = await proposals();
    const before = await lineOf(t.cast.colleague);
    const away = { fromDay: month.start, toDay: addDays(month.start, 13) };
    const { body } = await t.post("colleague", "/absences", away);
    const now = await lineOf(t.cast.colleague);
    expect(now.days).toBe(before.days - 10);
    expect(now.proposal.fair).toBeCloseTo((5 * now.days) / now.fullDays, 1);
    await t.del("colleague", `/absences/${body.id}`);
    expect(await lineOf(t.cast.colleague)).toEqual(before);
  });

  it("show each what is theirs to see: a rep their own, a manager the team's, a leader all", async () => {
    const ids = async (who: CastName) => (await proposals(who)).reps.map(({ id }) => id).toSorted();
    expect(await ids("rep")).toEqual([t.cast.rep]);
    expect(await ids("manager")).toEqual([t.cast.rep, t.cast.colleague].toSorted());
    expect(await ids("leader")).toEqual([t.cast.rep, t.cast.colleague, t.cast.southRep].toSorted());
    expect(await ids("stranger")).toEqual([]);
    // A team of one is its one rep.
    const teams = async (who: CastName) => (await proposals(who)).teams.map(({ name }) => name);
    expect(await teams("rep")).toEqual([]);
    expect(await teams("manager")).toEqual(["North"]);
    expect(await teams("leader")).toEqual(["North", "South"]);
    expect((await proposals("rep")).company).toEqual(
      expect.objectContaining({ ...(await proposals()).company, maySetAim: false }),
    );
  });
});

describe("what is aimed for", () => {
  it("goes from the company to teams and reps by the time they have, and a team's own word before it", async () => {
    const aim = (who: CastName, teamId: string | null, amount: number | null) =>
      t.put(who, "/goal-aims", { teamId, amount });
    expect((await aim("manager", null, 30)).status).toBe(403);
    expect((await aim("manager", t.cast.teams.south, 30)).status).toBe(403);
    expect((await aim("stranger", t.cast.teams.north, 30)).status).toBe(404);
    expect((await aim("leader", null, 30)).status).toBe(204);
    const { company, teams, reps } = await proposals();
    expect(company).toMatchObject({ aim: 30, share: 30, goals: 15 });
    expect(teams.map(({ share }) => share)).toEqual([20, 10]);
    expect(reps.map(({ proposal }) => proposal.fair)).toEqual([10, 10, 10]);
    expect((await aim("manager", t.cast.teams.north, 8)).status).toBe(204);
    const after = await proposals();
    expect(after.teams[0]).toMatchObject({ aim: 8, share: 20 });
    expect(after.reps.map(({ proposal }) => proposal.fair).toSorted((a, b) => a - b)).toEqual([4, 4, 10]);
    await aim("leader", t.cast.teams.north, null);
    await aim("leader", null, null);
    expect((await proposals()).company).toMatchObject({ aim: null, share: 15 });
  });
});

describe("accepting them", () => {
  beforeEach(async () => {
    const { accepted } = await proposals();
    if (accepted) await t.del("leader", `/goal-proposals/acceptances/${accepted.id}`);
  });

  it("sets all at once from the month that comes, and its undo sets them as they were", async () => {
    const { month } = await proposals();
    await t.put("leader", "/goals", {
      of: t.cast.colleague,
      measure: "referrals-received",
      every: "week",
      amount: 2,
    });
    const goals = [t.cast.rep, t.cast.colleague, t.cast.southRep].map((memberId, at) => ({
      memberId,
      amount: 3 + at,
    }));
    const { status, body } = await accept("leader", goals);
    expect([status, body.reps]).toEqual([201, 3]);
    expect((await proposals()).company.goals).toBe(12);
    expect(await holds(t.cast.rep)).toEqual({ amount: 3, every: "month", fromDay: month.start });
    expect((await proposals()).accepted).toMatchObject({ id: body.id, reps: 3 });
    expect((await t.del("leader", `/goal-proposals/acceptances/${body.id}`)).status).toBe(204);
    const after = await proposals();
    expect(after.accepted).toBeNull();
    expect(after.reps.find(({ id }) => id === t.cast.rep)!.goal).toBe(5);
    expect(await holds(t.cast.colleague)).toMatchObject({ amount: 2, every: "week" });
    expect((await t.del("leader", `/goal-proposals/acceptances/${body.id}`)).status).toBe(404);
    await t.put("leader", "/goals", {
      of: t.cast.colleague,
      measure: "referrals-received",
      every: "week",
      amount: null,
    });
    expect(await t.mistakes()).toEqual([]);
  });

  it("is a manager's for their own team, and once for a double press", async () => {
    expect((await accept("manager", [{ memberId: t.cast.southRep, amount: 3 }])).status).toBe(403);
    expect((await accept("rep", [{ memberId: t.cast.rep, amount: 3 }])).status).toBe(403);
    expect((await accept("stranger", [{ memberId: t.cast.rep, amount: 3 }])).status).toBe(404);
    expect((await accept("leader", [])).status).toBe(422);
    const press = { goals: [{ memberId: t.cast.rep, amount: 4 }] };
    const key = { "idempotency-key": "accept-once" };
    const path = "/goal-proposals/acceptances";
    const both = await Promise.all([1, 2].map(() => t.as("manager", "POST", path, press, key)));
    expect(both[0]!.body).toEqual(both[1]!.body);
    expect((await t.del("rep", `${path}/${both[0]!.body.id}`)).status).toBe(403);
    expect((await t.del("stranger", `${path}/${both[0]!.body.id}`)).status).toBe(404);
    expect((await t.del("manager", `${path}/${both[0]!.body.id}`)).status).toBe(204);
  });

  it("is not undone over what was set since", async () => {
    const { month } = await proposals();
    const { body } = await accept("leader", [{ memberId: t.cast.rep, amount: 4 }]);
    const set = { of: t.cast.rep, measure: "referrals-received", every: "month", fromDay: month.start };
    await t.put("leader", "/goals", { ...set, amount: 9 });
    expect((await t.del("leader", `/goal-proposals/acceptances/${body.id}`)).status).toBe(409);
    await t.put("leader", "/goals", { ...set, amount: 4 });
    expect((await t.del("leader", `/goal-proposals/acceptances/${body.id}`)).status).toBe(204);
  });
});

describe("accepting and taking back in two windows", () => {
  it("keeps what held before the first, and offers nothing that cannot be taken back", async () => {
    const before = (await lineOf(t.cast.rep)).goal;
    const press = () => accept("leader", [{ memberId: t.cast.rep, amount: 7 }]);
    const both = await Promise.all([press(), press()]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    for (let at = 0; at < 2; at += 1) {
      const { accepted } = await proposals();
      expect(accepted).not.toBeNull();
      expect((await t.del("leader", `/goal-proposals/acceptances/${accepted!.id}`)).status).toBe(204);
    }
    expect((await proposals()).accepted).toBeNull();
    expect((await lineOf(t.cast.rep)).goal).toBe(before);
    const { month } = await proposals();
    await press();
    const anew = {
      of: t.cast.rep,
      measure: "referrals-received",
      every: "month",
      fromDay: month.start,
      amount: 9,
    };
    await t.put("leader", "/goals", anew);
    expect((await proposals()).accepted).toBeNull();
  });

  it("is for reps", async () => {
    expect((await accept("leader", [{ memberId: t.cast.manager, amount: 3 }])).status).toBe(422);
  });
});

describe("introductions that a file brought along", () => {
  it("are not counted as if they had come in the three weeks since", async () => {
    for (let at = 0; at < 50; at += 1) await introduced("colleague", addDays(BACK.from, at * 3));
    await owner.query("update team_stay set from_day = $2 where workspace_id = $1 and member_id = $3", [
      t.cast.workspaceId,
      "2026-10-26",
      t.cast.colleague,
    ]);
    await owner.query("update member set joined_at = $2 where workspace_id = $1 and id = $3", [
      t.cast.workspaceId,
      "2026-10-26T08:00:00Z",
      t.cast.colleague,
    ]);
    const line = await lineOf(t.cast.colleague);
    expect(line.received).toBe(55);
    expect(line.workedDays).toBe(weekdays(BACK.from, BACK.to));
    expect(line.hereForDays).toBeGreaterThan(150);
    // 55 in 130 days: some ten in the 25 of the month.
    expect(line.proposal.amount).toBeLessThanOrEqual(12);
  });
});

describe("ten reps who reach the usual goal", () => {
  it("bring fifty introductions a month, and clients by a published share while own ones are few", async () => {
    const { ten } = await proposals();
    expect(ten).toMatchObject({
      reps: 10,
      each: 5,
      introductionsAMonth: 50,
      introductionsAYear: 600,
      value: null,
    });
    expect(ten.close).toMatchObject({ origin: "published" });
    expect(ten.close.source).toContain("grade B");
    expect(ten.clients).toEqual({ low: 88, middle: 163, high: 300 });
  });
});

/** Mondays to Fridays; the cast has no holidays. */
function weekdays(from: Day, to: Day): number {
  let days = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekdayOf(day) < 6) days += 1;
  return days;
}
