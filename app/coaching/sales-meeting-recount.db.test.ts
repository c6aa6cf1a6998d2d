import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { rustOf } from "#practice/rust.ts";
import { RUBRIC_FRAME, SCENARIO_FRAME } from "#practice/library/frame.ts";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// Six weeks of two teams, told through the front door; then every figure of the meeting over the last of them counted again from bare
// rows, in plain loops that share nothing with the code under test. It is Wednesday, 2026-11-18.
const TODAY = "2026-11-18";
const WEEK = "2026-11-09";
const SUNDAY = "2026-11-15";
const NEXT = "2026-11-16";
const REPS = ["rep", "colleague", "southRep"] as const;

let t: TestHouse;
let seed = 20261109;
/** Park and Miller's generator: the same story every time. */
const dice = (sides: number) => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % sides;
};
const pick = <T>(some: readonly T[]): T => some[dice(some.length)] as T;

const houses = new Map<Day, ReturnType<typeof houseOver>>();
const houseOn = (day: Day) => {
  const house =
    houses.get(day) ?? houseOver(t.test.database, { clock: frozenClock(new Date(`${day}T10:00:00Z`)) });
  houses.set(day, house);
  return house;
};
const send = async (day: Day, who: CastName, method: string, path: string, body?: unknown) => {
  const answer = await houseOn(day).send(method, path, body, { authorization: `Bearer ${t.cast.keys[who]}` });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

beforeAll(async () => {
  t = await openTestHouse({ now: new Date("2026-10-01T10:00:00Z") });
  await tell();
  pack = await send(TODAY, "manager", "GET", `/teams/${t.cast.teams.north}/sales-meeting?week=${WEEK}`);
}, 240_000);
afterAll(() => t?.close());

async function tell(): Promise<void> {
  const client = (await send("2026-10-05", "leader", "POST", "/accounts", { name: "Kunde", kind: "client" }))
    .id;
  const met: string[] = [];
  for (let at = 0; at < 40; at++) {
    const wanted = { fullName: `Klara Kunde ${at}`, accountId: client };
    met.push((await send("2026-10-05", "leader", "POST", "/people", wanted)).id);
  }
  for (let week = "2026-10-05"; week <= WEEK; week = addDays(week, 7))
    for (const rep of REPS) {
      await promise(rep, week, met);
      const busy = week === WEEK ? 7 : 3;
      for (let each = 1 + dice(busy); each > 0; each--) await ask(rep, addDays(week, dice(5)), met);
      if (dice(2) === 0) {
        const scenario = pick(["no-policy", "seed-discovery-curious", "give-client-needs"] as const);
        const { points } = RUBRIC_FRAME[SCENARIO_FRAME[scenario].rubric];
        const kept = Object.fromEntries(points.map((point) => [point, dice(2) === 0]));
        const day = addDays(week, dice(5));
        await send(day, rep, "POST", "/practice-sessions", {
          scenario,
          way: "mirror",
          seconds: 300,
          day,
          kept,
        });
      }
    }
  await promise("rep", NEXT, met);
  await promise("colleague", NEXT, met);
  const goal = { of: t.cast.teams.north, measure: "people-asked", amount: 6, every: "week" };
  await send("2026-10-05", "leader", "PUT", "/goals", goal);
}

async function promise(rep: CastName, week: Day, met: readonly string[]): Promise<void> {
  const promises = [
    { kind: "ask", personId: pick(met) },
    { kind: "count", measure: "people-asked", count: 1 + dice(4) },
    { kind: "count", measure: "referrals-received", count: 1 + dice(2) },
    { kind: "own", words: `Own words of ${rep}` },
  ];
  await send(week, rep, "PUT", `/weeks/${week}/plan`, { promises });
  if (week === NEXT || dice(3) === 0) return;
  const now = await send(addDays(week, 4), rep, "GET", `/weeks/${week}`);
  const own = now.promises.find(({ kind }: { kind: string }) => kind === "own");
  await send(addDays(week, 4), rep, "PUT", `/weeks/${week}/check-in`, {
    promises: [{ id: own.id, how: dice(2) === 0 ? "kept" : "missed" }],
  });
}

async function ask(rep: CastName, day: Day, met: string[]): Promise<void> {
  const sourceId = dice(2) === 0 ? pick(met.slice(-4)) : pick(met);
  const channel = pick(["call", "in-person", "e-mail"]);
  const note = dice(2) === 0 ? `Said on ${day}` : null;
  const made = await send(day, rep, "POST", "/asks", { sourceId, day, channel, note, happened: true });
  if (!made.addedTo && dice(8) === 0) {
    await send(day, rep, "DELETE", `/asks/${made.id}`);
    return;
  }
  if (dice(3) === 0) return;
  const contact = { fullName: `Neu ${day} ${rep} ${met.length}` };
  const level = dice(8) === 0 ? 0 : 1 + dice(5);
  const asked = dice(4) > 0 ? { askId: made.id } : {};
  const came = await send(day, rep, "POST", "/referrals", { sourceId, contact, level, day, ...asked });
  met.push(came.contactId);
  if (level === 0 || dice(6) === 0) return;
  const meeting = { personId: came.contactId, referralId: came.id, scheduledOn: day, day };
  const { id } = await send(day, rep, "POST", "/meetings", meeting);
  await send(day, rep, "PUT", `/meetings/${id}/outcome`, { outcome: pick(["held", "no-show"]) });
  if (dice(4) > 0) {
    const account = await send(day, rep, "POST", "/accounts", {
      name: `Firma ${met.length}`,
      kind: "prospect",
    });
    const amount = { minor: 100_000 * (1 + dice(9)), currency: "EUR" };
    const deal = await send(day, rep, "POST", "/deals", {
      name: `Deal ${met.length}`,
      accountId: account.id,
      personId: came.contactId,
      referralId: came.id,
      openedOn: day,
      amount,
    });
    await send(day, rep, "PUT", `/deals/${deal.id}/outcome`, {
      outcome: pick(["won", "won", "lost"]),
      day,
      lostReason: "no",
    });
    const { items } = await send(day, rep, "GET", `/duties?referral=${came.id}`);
    const kinds = new Set(
      pick([["report-close"], ["thank", "thank-close"], ["thank-close", "report-close"]]),
    );
    const owed = items.filter(({ kind }: { kind: string }) => kinds.has(kind));
    const ids = owed.map(({ id: dutyId }: { id: string }) => dutyId);
    if (ids.length > 0) await send(day, rep, "POST", "/settlements", { duties: ids, how: "call", day });
  }
}

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
const all = (table: string): Promise<Row[]> =>
  t.test.database.read(
    t.cast.workspaceId,
    async (tx) =>
      (
        await sql<Row>`select * from ${sql.table(table)} where workspace_id = ${t.cast.workspaceId}`.execute(
          tx.tables(),
        )
      ).rows,
  );
const inWeek = (day: Day | null, from = WEEK) => day !== null && day >= from && day <= addDays(from, 6);
const standing = async () => {
  const lines = await all("journal");
  const undone = new Set(lines.map((line) => line["undoes"]));
  return lines.filter((line) => line["undoes"] === null && !undone.has(line["id"]));
};
/** What was counted of a measure in a week: one person once a rep and week, where a line says so. */
const counted = (
  lines: readonly Row[],
  measure: string,
  from: Day,
  of: { team?: string; member?: string },
) => {
  const once = new Set<string>();
  let sum = 0;
  const mine = lines
    .filter((line) => line["measure"] === measure && inWeek(line["day"], from))
    .filter((line) => of.team === undefined || line["team_id"] === of.team)
    .filter((line) => of.member === undefined || line["member_id"] === of.member);
  for (const line of mine) {
    const key = `${line["member_id"]} ${line["once_key"]}`;
    if (line["once_key"] !== null && once.has(key)) continue;
    once.add(key);
    sum += line["count"];
  }
  return sum;
};

const KPIS = ["people-asked", "referrals-received", "meetings-scheduled", "meetings-held", "deals-closed"];
const north = () => [t.cast.rep, t.cast.colleague];
let pack: Row;

describe("a team's week, counted again", () => {
  it("has the scoreboard that the journal has, this week, the week before and on average", async () => {
    const lines = await standing();
    for (const kpi of pack["scoreboard"].kpis as Row[]) {
      const of = { team: t.cast.teams.north };
      const count = (back: number) => counted(lines, kpi["kpi"], addDays(WEEK, -7 * back), of);
      const before = [1, 2, 3, 4, 5].map(count);
      expect([kpi["kpi"], kpi["count"], kpi["before"], kpi["average"]]).toEqual([
        kpi["kpi"],
        count(0),
        before[0],
        before.reduce((sum, each) => sum + each, 0) / 5,
      ]);
      expect(kpi["goal"]).toBe(kpi["kpi"] === "people-asked" ? 12 : kpi["goal"]);
    }
    expect(pack["scoreboard"].weeksBefore).toBe(5);
    expect(pack["scoreboard"].kpis.map((each: Row) => each["kpi"])).toEqual(KPIS);
    expect(pack["scoreboard"].kpis.every((each: Row) => each["count"] > 0)).toBe(true);
    for (const rep of pack["scoreboard"].reps as Row[])
      for (const each of rep["counts"] as Row[])
        expect(each["count"]).toBe(counted(lines, each["kpi"], WEEK, { member: rep["id"] }));
  });

  it("has the promises that were kept, and neither names the others nor says anybody's own words", async () => {
    const lines = await standing();
    const asks = new Map(
      (await all("ask")).filter((each) => each["taken_back_at"] === null).map((each) => [each["id"], each]),
    );
    const talks = (await all("ask_conversation")).filter(
      (each) =>
        each["asked"] && each["taken_back_at"] === null && inWeek(each["day"]) && asks.has(each["ask_id"]),
    );
    const asked = new Set(
      talks.map((each) => {
        const { member_id, source_id } = asks.get(each["ask_id"]) as Row;
        return `${member_id} ${source_id}`;
      }),
    );
    const plans = (await all("week_plan")).filter(
      (plan) =>
        plan["taken_back_at"] === null && inWeek(plan["mid_week"]) && north().includes(plan["member_id"]),
    );
    const names = new Map((await all("person")).map((each) => [each["id"], each["full_name"]]));
    const sum = { kept: 0, of: 0 };
    for (const plan of plans) {
      const whose: string = plan["member_id"];
      const promises = (await all("week_promise")).filter(
        (each) => each["plan_id"] === plan["id"] && each["taken_back_at"] === null,
      );
      const isKept = (each: Row) =>
        each["kind"] === "ask"
          ? asked.has(`${whose} ${each["person_id"]}`)
          : each["kind"] === "own"
            ? each["told"] === "kept"
            : counted(lines, each["measure"], WEEK, { member: whose }) >= each["count"];
      const kept = promises.filter(isKept);
      sum.kept += kept.length;
      sum.of += promises.length;
      const shown = pack["promises"].people.find((each: Row) => each["member"].id === whose);
      expect([shown.kept, shown.of, shown.lines.length]).toEqual([kept.length, promises.length, kept.length]);
      for (const each of kept.filter(({ kind }) => kind === "ask"))
        expect(shown.lines.map((line: Row) => line["text"])).toContain(`Ask ${names.get(each["person_id"])}`);
      expect(shown.lines.filter((line: Row) => line["text"] === null)).toHaveLength(
        kept.filter(({ kind }) => kind === "own").length,
      );
    }
    expect(sum.of).toBe(8);
    // Own words of a week of which nobody told yet stay open for another week.
    const { kept, missed, open } = pack["promises"];
    expect([kept, missed + open]).toEqual([sum.kept, sum.of - sum.kept]);
    expect(pack["promises"].rate.n).toBe(kept + missed);
    expect(sum.kept).toBeGreaterThan(0);
    expect(JSON.stringify(pack)).not.toContain("Own words");
  });

  it("has each introduction of the week with its source, its level and whether it was asked for", async () => {
    const came = (await all("referral")).filter(
      (each) =>
        each["taken_back_at"] === null && inWeek(each["counts_from"]) && north().includes(each["member_id"]),
    );
    expect(came.length).toBeGreaterThan(2);
    const seen = pack["introductions"].map((each: Row) =>
      [each["referralId"], each["source"].id, each["contact"].id, each["level"], each["asked"]].join(" "),
    );
    const told = came.map((each) =>
      [each["id"], each["source_id"], each["contact_id"], each["level"], each["ask_id"] !== null].join(" "),
    );
    expect(seen.toSorted()).toEqual(told.toSorted());
    expect(new Set(came.map((each) => each["ask_id"] !== null)).size).toBe(2);
  });

  it("proposes an ask of the highest level in it, and has its words", async () => {
    const came = (await all("referral")).filter(
      (each) =>
        each["taken_back_at"] === null &&
        each["ask_id"] !== null &&
        inWeek(each["counts_from"]) &&
        north().includes(each["member_id"]),
    );
    const highest = Math.max(...came.map((each) => each["level"]));
    const { askId, level, notes } = pack["bestAsk"];
    expect(level).toBe(highest);
    expect(came.filter((each) => each["level"] === highest).map((each) => each["ask_id"])).toContain(askId);
    const talks = (await all("ask_conversation")).filter(
      (each) =>
        each["ask_id"] === askId && each["asked"] && each["taken_back_at"] === null && each["day"] <= SUNDAY,
    );
    expect(notes.toSorted()).toEqual(
      talks.flatMap((each) => (each["note"] as string | null) ?? []).toSorted(),
    );
  });

  it("has the loops that were closed, the thanks, and what is late today as the list of what is owed has it", async () => {
    const done = (await all("duty_done")).filter(
      (each) =>
        each["taken_back_at"] === null &&
        each["let_go_why"] === null &&
        inWeek(each["day"]) &&
        north().includes(each["by_id"]),
    );
    const told = done.filter((each) => each["kind"].startsWith("report"));
    expect(pack["loops"].told.map((each: Row) => each["referralId"]).toSorted()).toEqual(
      [...new Set(told.map((each) => each["referral_id"] as string))].toSorted(),
    );
    expect(pack["loops"].thanked).toBe(done.filter((each) => each["kind"].startsWith("thank")).length);
    expect(told.length).toBeGreaterThan(0);
    // What was known when it was told, whatever came of it since.
    const ways = ["named", "introduced", "responded", "meeting-scheduled", "met", "lost", "won"];
    const steps = (await all("referral_step")).filter((each) => each["taken_back_at"] === null);
    for (const loop of pack["loops"].told as Row[]) {
      const own = steps.filter((each) => each["referral_id"] === loop["referralId"]);
      const furthest = (some: readonly Row[]) =>
        Math.max(1, ...some.map((each) => ways.indexOf(each["state"] as string)));
      const known = furthest(own.filter((each) => each["day"] <= loop["day"]));
      expect(loop["state"]).toBe(ways[known]);
    }
    const { items } = await send(TODAY, "manager", "GET", `/duties?team=${t.cast.teams.north}`);
    expect(pack["loops"].late).toBe(items.filter((each: Row) => each["state"] === "late").length);
  });

  it("tells the longest chain that grew, and every deal that was won, with its money", async () => {
    const referrals = (await all("referral")).filter(
      (each) => each["taken_back_at"] === null && each["counts_from"] !== null,
    );
    const up = (link: Row): Row[] => {
      const before = referrals
        .filter((each) => each["contact_id"] === link["source_id"] && each["day"] <= link["day"])
        .toSorted((a, b) => (a["day"] < b["day"] ? -1 : 1))[0];
      return before === undefined ? [link] : [...up(before), link];
    };
    const won = (await all("deal")).filter(
      (each) =>
        each["taken_back_at"] === null &&
        each["outcome"] === "won" &&
        inWeek(each["closed_on"]) &&
        north().includes(each["member_id"]),
    );
    const ends = [
      ...referrals.filter((each) => inWeek(each["counts_from"]) && north().includes(each["member_id"])),
      ...referrals.filter((each) => won.some((deal) => deal["referral_id"] === each["id"])),
    ];
    const longest = Math.max(...ends.map((end) => up(end).length + 1));
    expect(longest).toBeGreaterThan(2);
    expect(pack["chain"].people).toHaveLength(longest);
    const end = referrals.find((each) => each["id"] === pack["chain"].referralId) as Row;
    const line = up(end);
    expect(pack["chain"].people.map((each: Row) => each["id"])).toEqual([
      line[0]?.["source_id"],
      ...line.map((each) => each["contact_id"]),
    ]);
    expect(won.length).toBeGreaterThan(0);
    expect(
      pack["wins"]
        .map((each: Row) => `${each["dealId"]} ${each["money"].minor} ${each["money"].currency}`)
        .toSorted(),
    ).toEqual(won.map((each) => `${each["id"]} ${each["amount_minor"]} ${each["currency"]}`).toSorted());
  });

  it("rehearses what most have due, by bare sessions and the rule of rust", async () => {
    const people = [...north(), t.cast.manager];
    const scores = await all("practice_score");
    const sessions = (await all("practice_session"))
      .filter((each) => each["taken_back_at"] === null && each["day"] <= NEXT)
      .toSorted((a, b) => (a["day"] < b["day"] ? -1 : 1));
    const share = (session: Row) => {
      const { kept } = scores.find((each) => each["session_id"] === session["id"]) as Row;
      return (
        session["points"].filter((point: Row) => kept[point["key"]] === true).length /
        session["points"].length
      );
    };
    const due = new Map<string, number>();
    for (const id of people) {
      const own = sessions
        .filter((each) => each["member_id"] === id)
        .map((each) => ({ skill: each["skill"] as string, day: each["day"] as Day, share: share(each) }));
      for (const [skill, rust] of rustOf(own, NEXT))
        if (rust.due <= NEXT) due.set(skill, 1 + (due.get(skill) ?? 0));
    }
    expect(due.size).toBeGreaterThan(0);
    const { skill, why } = pack["drill"];
    expect([why.kind, why.of, why.people]).toEqual(["due", Math.max(...due.values()), 3]);
    expect(due.get(skill)).toBe(why.of);
  });

  it("ends with the promises of the week after", async () => {
    const plans = (await all("week_plan")).filter(
      (plan) => plan["taken_back_at"] === null && inWeek(plan["mid_week"], NEXT),
    );
    const lines = (await all("week_promise")).filter((each) => each["taken_back_at"] === null);
    for (const person of pack["next"].people as Row[]) {
      const plan = plans.find((each) => each["member_id"] === person["member"].id);
      const own = lines.filter((each) => each["plan_id"] === plan?.["id"]);
      expect(person["lines"]).toHaveLength(own.length);
    }
    expect(pack["next"].people.filter((each: Row) => each["lines"].length > 0)).toHaveLength(2);
    expect(TODAY > NEXT).toBe(true);
  });

  it("says what a source heard as it stood then, whatever came of it since", async () => {
    const path = `/teams/${t.cast.teams.north}/sales-meeting?week=${WEEK}`;
    const { id: sourceId } = await send("2026-11-09", "rep", "POST", "/people", { fullName: "Gesa Quell" });
    const contact = { fullName: "Nils Neu" };
    const came = await send("2026-11-09", "rep", "POST", "/referrals", { sourceId, contact, level: 2 });
    const { items } = await send("2026-11-10", "rep", "GET", `/duties?referral=${came.id}`);
    const report = items.find(({ kind }: { kind: string }) => kind === "report");
    await send("2026-11-10", "rep", "POST", "/settlements", { duties: [report.id], how: "call" });
    const heard = async () =>
      (await send(TODAY, "manager", "GET", path)).loops.told.find(
        (each: Row) => each["referralId"] === came.id,
      );
    expect(await heard()).toMatchObject({ contactName: "Nils Neu", state: "introduced" });
    const day = "2026-11-16";
    const meeting = { personId: came.contactId, referralId: came.id, scheduledOn: day, day };
    const { id } = await send(day, "rep", "POST", "/meetings", meeting);
    await send(day, "rep", "PUT", `/meetings/${id}/outcome`, { outcome: "held" });
    expect((await send(TODAY, "rep", "GET", `/referrals/${came.id}`)).state).toBe("met");
    expect(await heard()).toMatchObject({ contactName: "Nils Neu", state: "introduced" });
  });
});
