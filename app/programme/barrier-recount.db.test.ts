import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { RUBRIC_FRAME, SCENARIO_FRAME } from "#practice/library/frame.ts";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// Four months of two teams, told through the front door; then every figure of the barriers and of the leader's answers counted again
// from bare rows, in plain loops that share nothing with the code under test. It is Wednesday, 2026-11-18.
const TODAY = "2026-11-18";
const START = "2026-08-24";
const END = "2026-11-22";
const REPS = ["rep", "colleague", "southRep"] as const;

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
  await tell();
}, 120_000);
afterAll(() => t?.close());

const SCENARIOS = ["ask-delivered-controller", "no-policy", "ask-anytime-advisor"] as const;

/** Park and Miller's generator: the same story every time. */
let seed = 20261118;
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

async function tell(): Promise<void> {
  const ok = async (who: CastName, method: string, path: string, body?: unknown, now?: Day) => {
    const key = { authorization: `Bearer ${t.cast.keys[who]}` };
    const answer = await houseOn(now ?? TODAY).send(method, path, body, key);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const client = (await ok("leader", "POST", "/accounts", { name: "Kunde", kind: "client" })).id;
  const prospect = (await ok("leader", "POST", "/accounts", { name: "Fremd", kind: "prospect" })).id;
  const person = async (name: string, accountId: string) =>
    (await ok("leader", "POST", "/people", { fullName: name, accountId })).id as string;
  const clients: string[] = [];
  const strangers: string[] = [];
  for (let at = 0; at < 24; at++) {
    clients.push(await person(`Klara Kunde ${at}`, client));
    strangers.push(await person(`Stefan Fremd ${at}`, prospect));
  }
  for (let back = 16; back >= 0; back--) {
    const week = addDays("2026-11-16", -7 * back);
    for (const rep of REPS) {
      const day = () => {
        const chosen = addDays(week, dice(5));
        return chosen > TODAY ? TODAY : chosen;
      };
      const plans: string[] = [];
      for (let each = dice(3); each > 0; each--) {
        const plan = await ok(rep, "POST", "/plans", { personId: pick(clients), week }, week);
        if (!plans.includes(plan.id)) plans.push(plan.id);
      }
      for (let each = dice(3); each > 0; each--) {
        const channel = pick(["call", "call", "in-person", "e-mail", "message"]);
        const sourceId = pick(clients);
        const on = day();
        const said = { sourceId, day: on, channel, moment: "anytime", happened: true };
        const made = await ok(rep, "POST", "/asks", said, on);
        if (dice(5) === 0) await ok(rep, "DELETE", `/asks/${made.id}`, undefined, on);
        else if (dice(2) === 0) {
          const contact = { fullName: `Neu ${week} ${rep} ${each}`, accountId: prospect };
          const level = pick([0, 2, 3]);
          const came = await ok(rep, "POST", "/referrals", { sourceId, contact, level, day: on }, on);
          if (dice(3) > 0) {
            const wanted = { personId: came.contactId, referralId: came.id, scheduledOn: on, day: on };
            const meeting = await ok(rep, "POST", "/meetings", wanted, on);
            await ok(rep, "PUT", `/meetings/${meeting.id}/outcome`, { outcome: "held" }, on);
          }
          if (dice(6) === 0)
            await ok(rep, "POST", "/touches", { personId: came.contactId, kind: "call", day: on }, on);
        }
      }
      if (plans.length > 0 && dice(2) === 0) {
        const why = pick(["lost-nerve", "no-time", "unhappy", "not-the-moment"]);
        const plan = await t.get(rep, `/plans/${plans[0]}`);
        if (plan.body.state !== "asked")
          await ok(rep, "PUT", `/plans/${plans[0]}/let-go`, { why }, addDays(week, 2));
      }
      for (let each = dice(2); each > 0; each--) {
        const on = day();
        await ok(rep, "POST", "/touches", { personId: pick(strangers), kind: "call", day: on }, on);
      }
      if (dice(3) === 0) {
        const on = day();
        const wanted = { personId: pick(strangers), scheduledOn: on, day: on };
        const meeting = await ok(rep, "POST", "/meetings", wanted, on);
        await ok(rep, "PUT", `/meetings/${meeting.id}/outcome`, { outcome: pick(["held", "no-show"]) }, on);
      }
      if (dice(3) === 0) {
        const on = day();
        const origin = pick(["referral", "inbound", "cold-call"]);
        await ok(
          rep,
          "POST",
          "/deals",
          { name: `Deal ${week}`, accountId: prospect, origin, openedOn: on },
          on,
        );
      }
      for (let each = dice(5); each > 0; each--) {
        const scenario = pick(SCENARIOS);
        const { points } = RUBRIC_FRAME[SCENARIO_FRAME[scenario].rubric];
        const kept = Object.fromEntries(points.map((point) => [point, true]));
        await ok(rep, "POST", "/practice-sessions", {
          scenario,
          way: "mirror",
          seconds: 300,
          day: day(),
          kept,
        });
      }
      if (dice(2) === 0) {
        const coach = rep === "southRep" ? "leader" : "manager";
        const on = day();
        await ok(coach, "POST", `/members/${t.cast[rep]}/one-on-ones`, { day: on }, on);
      }
    }
  }
  await ok("colleague", "POST", "/absences", { fromDay: "2026-09-14", toDay: "2026-09-27" }, "2026-09-14");
  await ok("leader", "PUT", "/goals", {
    of: t.cast.teams.north,
    measure: "people-asked",
    amount: 4,
    every: "week",
  });
  await ok("leader", "POST", "/priority/statements", { words: "First.", day: "2026-10-01" });
}

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
const rows = (query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  t.test.database.read(t.cast.workspaceId, async (tx) => (await query.execute(tx.tables())).rows);
const all = (table: string) =>
  rows(sql<Row>`select * from ${sql.table(table)} where workspace_id = ${t.cast.workspaceId}`);
/** Lines of the journal that stand, as they were written. */
const journal = async (verb: string) => {
  const lines = await all("journal");
  const undone = new Set(lines.map((line) => line["undoes"]));
  return lines.filter((line) => line["verb"] === verb && line["undoes"] === null && !undone.has(line["id"]));
};
const inSpan = (day: Day | null) => day !== null && day >= START && day <= END;
const monday = (day: Day) => addDays(day, -((daysBetween("2026-11-16", day) % 7) + 7) % 7);

const inMonth = (day: Day | null) => day !== null && day >= "2026-09-28" && day <= "2026-11-01";
const byNumber = (a: number, b: number) => a - b;
const NORTH = () => [t.cast.rep, t.cast.colleague];
const found = async (team?: string) => {
  const { status, body } = await t.get("leader", `/barriers${team === undefined ? "" : `?team=${team}`}`);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.span).toEqual({ start: START, end: END });
  const measures = body.barriers.flatMap((each: Row) => each["measures"]);
  return Object.fromEntries(
    measures.map((each: Row) => [each["measure"], [each["found"].count, each["found"].of]]),
  ) as Record<string, [number | null, number | null]>;
};

/** How many of how many a list of facts comes to: events one by one, reps by their weeks or by whether they have a goal. */
const summary = (measure: string, those: Row[], others: Row[]): [number, number] => {
  if (those[0]?.["kind"] !== "rep") return [those.length, those.length + others.length];
  if (measure === "goals-on-asking") return [those.filter((fact) => fact["counts"]).length, those.length];
  const sum = (key: string) => those.reduce((total, fact) => total + fact[key], 0);
  return [sum("count"), sum("of")];
};

describe("the five barriers, counted again", () => {
  it.each(["the company", "a team"] as const)("are what the rows of %s say", async (whose) => {
    const isTeam = whose === "a team";
    const mine = (memberId: string) => !isTeam || NORTH().includes(memberId);
    const said = await found(isTeam ? t.cast.teams.north : undefined);

    const asks = (await all("ask")).filter((ask) => ask["taken_back_at"] === null && mine(ask["member_id"]));
    const plans = (await all("ask_plan")).filter(
      (plan) =>
        plan["taken_back_at"] === null &&
        mine(plan["member_id"]) &&
        inSpan(plan["mid_week"]) &&
        addDays(monday(plan["mid_week"]), 6) < TODAY &&
        plan["why_not"] !== "unhappy",
    );
    const asked = new Set(asks.map((ask) => ask["plan_id"]));
    expect(said["planned-not-asked"]).toEqual([
      plans.filter(({ id }) => !asked.has(id)).length,
      plans.length,
    ]);

    const reasons = (await all("ask_plan")).filter(
      (plan) => plan["taken_back_at"] === null && inSpan(plan["let_go_on"]) && mine(plan["member_id"]),
    );
    expect(said["lost-nerve"]).toEqual([
      reasons.filter((plan) => plan["why_not"] === "lost-nerve").length,
      reasons.length,
    ]);

    const byAsk = new Map(asks.map((ask) => [ask["id"], ask]));
    const conversations = (await all("ask_conversation")).filter(
      (each) =>
        each["asked"] && each["taken_back_at"] === null && byAsk.has(each["ask_id"]) && inSpan(each["day"]),
    );
    const spoken = conversations.filter((each) => !["e-mail", "message"].includes(each["channel"]));
    expect(said["asked-by-voice"]).toEqual([spoken.length, conversations.length]);

    const deals = (await journal("deal.opened")).filter((line) => inSpan(line["day"]));
    const dealRows = (await all("deal")).filter(
      ({ id, member_id }) => deals.some((line) => line["subject_id"] === id) && mine(member_id),
    );
    expect(said["deals-from-introductions"]).toEqual([
      dealRows.filter((deal) => deal["origin"] === "referral").length,
      dealRows.length,
    ]);

    // Asked: each person once a rep and week. Cold: each stranger at a prospect once a rep and week, whom nobody had introduced.
    const once = new Set<string>();
    for (const each of conversations) {
      const ask = byAsk.get(each["ask_id"]) as Row;
      once.add(`${ask["member_id"]} ${ask["source_id"]} ${monday(each["day"])}`);
    }
    const introduced = (await all("referral")).filter(
      (each) => each["taken_back_at"] === null && each["counts_from"] !== null,
    );
    const prospects = new Set(
      (await all("account")).filter(({ kind }) => kind === "prospect").map(({ id }) => id),
    );
    const cold = new Set<string>();
    const contact = (each: Row, day: Day) => {
      if (each["taken_back_at"] !== null || !inSpan(day) || !mine(each["member_id"])) return;
      if (!prospects.has(each["account_id"])) return;
      if (introduced.some((one) => one["contact_id"] === each["person_id"] && one["counts_from"] <= day))
        return;
      cold.add(`${each["member_id"]} ${each["person_id"]} ${monday(day)}`);
    };
    for (const touch of await all("touch")) contact(touch, touch["day"]);
    for (const meeting of await all("meeting"))
      if (meeting["referral_id"] === null) contact(meeting, meeting["scheduled_on"]);
    expect(cold.size).toBeGreaterThan(10);
    expect(said["outreach-by-asking"]).toEqual([once.size, once.size + cold.size]);

    // Twelve weeks of the thirteen are over; Jonas was away in two of them.
    const weeks = Array.from({ length: 12 }, (_, at) => addDays(START, 7 * at));
    const away = (rep: string, week: Day) =>
      rep === t.cast.colleague && (week === "2026-09-14" || week === "2026-09-21");
    const reps = [t.cast.rep, t.cast.colleague, t.cast.southRep].filter(mine);
    const repWeeks = reps.flatMap((rep) =>
      weeks.filter((week) => !away(rep, week)).map((week) => ({ rep, week })),
    );
    const sessions = await journal("practice.held");
    const held = (rep: string, week: Day, isAsking?: true) =>
      sessions.filter(
        (line) =>
          line["member_id"] === rep &&
          monday(line["day"]) === week &&
          (isAsking === undefined || line["detail"].discipline === "asking"),
      ).length;
    const talks = await all("one_on_one");
    const hits = (isHit: (rep: string, week: Day) => boolean) => [
      repWeeks.filter(({ rep, week }) => isHit(rep, week)).length,
      repWeeks.length,
    ];
    expect(said["practice-kept"]).toEqual(hits((rep, week) => held(rep, week) >= 3));
    expect(said["asking-rehearsed"]).toEqual(hits((rep, week) => held(rep, week, true) > 0));
    expect(said["coached"]).toEqual(
      hits((rep, week) =>
        talks.some(
          (each) => each["member_id"] === rep && each["held_on"] !== null && monday(each["held_on"]) === week,
        ),
      ),
    );
    const touches = await journal("touch.made");
    const noted = await journal("ask.made");
    expect(said["activity-noted"]).toEqual(
      hits((rep, week) =>
        [...touches, ...noted].some((line) => line["member_id"] === rep && monday(line["day"]) === week),
      ),
    );
    expect(said["goals-on-asking"]).toEqual([2, isTeam ? 2 : 3]);
    expect(said["statement-age"]).toEqual([48, null]);
    expect(said["areas-aligned"]).toEqual([0, 6]);
    const empty = Object.entries(said).filter(
      ([measure, found]) => measure !== "areas-aligned" && found.includes(0),
    );
    expect(empty).toEqual([]);
  });

  it("open to as many facts as they count", async () => {
    const said = await found();
    const wanted = Object.fromEntries(
      Object.entries(said).filter(([measure]) => measure !== "areas-aligned" && measure !== "statement-age"),
    );
    const opened: typeof said = {};
    for (const measure of Object.keys(wanted)) {
      const facts = async (counts: boolean) => {
        const items: Row[] = [];
        let cursor: string | null = "";
        while (cursor !== null) {
          const query = new URLSearchParams({ from: START, to: END, counts: String(counts), limit: "40" });
          if (cursor !== "") query.set("cursor", cursor);
          const { status, body } = await t.get("leader", `/barriers/${measure}/facts?${query}`);
          expect(status, JSON.stringify(body)).toBe(200);
          items.push(...body.items);
          cursor = body.nextCursor;
        }
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        return items;
      };
      const those = await facts(true);
      opened[measure] = summary(measure, those, those[0]?.["kind"] === "rep" ? [] : await facts(false));
    }
    expect(opened).toEqual(wanted);
  });

  it("name the week a plan was for by its first day", async () => {
    const { body } = await t.get("leader", `/barriers/planned-not-asked/facts?from=${START}&to=${END}`);
    const days = body.items.map((fact: Row) => fact["day"]);
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual(days.map(monday));
  });

  it("are for whoever leads, and of nobody else's team", async () => {
    expect((await t.get("rep", "/barriers")).status).toBe(403);
    expect((await t.get("rep", `/barriers/coached/facts?from=${START}&to=${END}`)).status).toBe(403);
    const own = await t.get("manager", "/barriers");
    expect(own.body).toMatchObject({ team: { name: "North" }, mayCompany: false });
    expect((await t.get("manager", `/barriers?team=${t.cast.teams.south}`)).status).toBe(403);
    expect((await t.get("stranger", `/barriers?team=${t.cast.teams.north}`)).status).toBe(404);
    expect((await t.get("stranger", "/barriers")).body.barriers).toHaveLength(5);
  });
});

describe("the leader's three answers, counted again", () => {
  it("are what the rows of October say", async () => {
    const { body } = await t.get("leader", "/leading");
    // October 2026: the weeks whose Thursday lies in it.
    expect([body.month.start, body.month.end]).toEqual(["2026-09-28", "2026-11-01"]);
    const came = (await all("referral")).filter(
      (each) => each["taken_back_at"] === null && inMonth(each["counts_from"]),
    );
    expect(came.length).toBeGreaterThan(0);
    // No account of this story changes its kind.
    const clients = (await all("account")).filter(({ kind }) => kind === "client");
    const clientIds = new Set(clients.map(({ id }) => id));
    const positions = (await all("position")).filter((each) => clientIds.has(each["account_id"]));
    const atClients = new Set(positions.map((each) => each["person_id"]));
    const fromClients = came.filter((each) => atClients.has(each["source_id"]));
    expect(fromClients.length).toBeGreaterThan(0);
    expect(body.introductions).toMatchObject({
      count: came.length,
      goal: 15,
      fromClients: fromClients.length,
      towardsGoal: fromClients.length,
    });
    const meetings = (await journal("meeting.held")).filter((line) => inMonth(line["day"]));
    const rowsOf = (await all("meeting")).filter(({ id }) =>
      meetings.some((line) => line["subject_id"] === id),
    );
    // Who gave a name only has introduced nobody, nor has whose introduction was taken back.
    const counting = new Set(
      (await all("referral")).flatMap(({ id, counts_from: from, taken_back_at: gone }) =>
        from === null || gone !== null ? [] : [id],
      ),
    );
    const through = rowsOf.filter((meeting) => counting.has(meeting["referral_id"]));
    expect(through.length).toBeGreaterThan(0);
    expect(body.meetings).toMatchObject({ count: through.length, of: rowsOf.length });
    const talks = (await all("one_on_one")).filter((each) => inMonth(each["held_on"]));
    expect(body.coached.talks).toBe(talks.length);
    expect(body.coached.reps.map((rep: Row) => rep["talks"].length).toSorted(byNumber)).toEqual(
      REPS.map((rep) => talks.filter((each) => each["member_id"] === t.cast[rep]).length).toSorted(byNumber),
    );
    const list = async (query: string) =>
      (await t.get("leader", `/leading/meetings?from=2026-09-28&to=2026-11-01&limit=100${query}`)).body.items;
    expect(await list("")).toHaveLength(rowsOf.length);
    expect((await list("&introduced=true")).every((each: Row) => each["sourceName"] !== null)).toBe(true);
    expect(await list("&introduced=true")).toHaveLength(through.length);
    const team = await t.get("manager", "/leading?month=this");
    expect(team.body).toMatchObject({ team: { name: "North" }, month: { start: "2026-11-02" } });
    expect((await t.get("rep", "/leading")).status).toBe(403);
    expect((await t.get("rep", "/leading/meetings?from=2026-09-28&to=2026-11-01")).status).toBe(403);
  });
});
