import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { houseOver, type EmptyHouse } from "#demo/test-house.ts";
import { openToldDatabase, TOLD_AT } from "#demo/told-database.ts";
import { makeKey } from "#doors/key-actions.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { arrivals, triesOfMembers, weeksOfMembers } from "./cohort-reader.ts";
import { STEPS } from "./step.ts";

// The told story, counted again in plain loops over bare rows. One of the reps changes teams in the middle of it.
const TODAY = "2026-11-18";
const FROM = "2025-12-01";
const TO = "2026-11-22";
const MOVED = "2026-05-04";

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
let t: Awaited<ReturnType<typeof openToldDatabase>>;
let house: Omit<EmptyHouse, "test">;
let w: string;
let key: { authorization: string };
let moved: string;
let teams: Record<string, string>;
let rows: Record<"ask" | "referral" | "meeting" | "deal" | "team_stay" | "buying_role" | "person", Row[]>;

beforeAll(async () => {
  t = await openToldDatabase();
  w = t.told.workspaceId;
  house = houseOver(t.database, { now: TOLD_AT });
  const made = await t.database.write(w, async (tx) => {
    const run = async (query: ReturnType<typeof sql<Row>>) => (await query.execute(tx.tables())).rows;
    teams = Object.fromEntries(
      (await run(sql<Row>`select name, id from team`)).map(({ name, id }) => [name, id]),
    );
    moved = (await run(sql<Row>`select id from member where name = 'Tariq Aziz'`))[0]!["id"];
    await run(sql<Row>`update team_stay set until_day = ${MOVED} where member_id = ${moved}`);
    await run(
      sql<Row>`insert into team_stay (workspace_id, member_id, from_day, team_id, role) values (${w}, ${moved}, ${MOVED}, ${teams["North"]}, 'rep')`,
    );
    return makeKey(
      tx,
      { memberId: t.told.leaderId, name: "read", scopes: ["read"], createdBy: null },
      TOLD_AT,
    );
  });
  key = { authorization: `Bearer ${made.text}` };
  rows = Object.fromEntries(
    await t.database.read(w, async (tx) => {
      const all: [string, Row[]][] = [];
      for (const table of ["ask", "referral", "meeting", "deal", "team_stay", "buying_role", "person"])
        all.push([table, (await sql<Row>`select * from ${sql.table(table)}`.execute(tx.tables())).rows]);
      return all;
    }),
  ) as typeof rows;
}, 600_000);
afterAll(() => t?.drop());

const get = async (path: string) => {
  const { status, body } = await house.send("GET", path, undefined, key);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

const age = (day: Day) => Math.floor(daysBetween(day, TODAY) / 7);
const sum = (some: readonly { many: number }[]) => some.reduce((all, { many }) => all + many, 0);
const earliest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
const stands = (some: Row[]) => some.filter((each) => each["taken_back_at"] === null);
const teamOf = (member: string, day: Day): string | null => {
  const own = rows.team_stay
    .filter((each) => each["member_id"] === member)
    .toSorted((a, b) => (a["from_day"] < b["from_day"] ? -1 : 1));
  return (own.findLast((each) => each["from_day"] <= day) ?? own[0])?.["team_id"] ?? null;
};
type Whose = { kind: "member" | "team" | "company"; id: string };
const counts = ({ kind, id }: Whose, member: string, day: Day) =>
  kind === "company" || (kind === "member" ? member === id : teamOf(member, day) === id);

const introductions = () =>
  stands(rows.referral).filter((each) => each["counts_from"] !== null && each["counts_from"] <= TODAY);
const heldOf = (referral: Row) =>
  stands(rows.meeting).filter(
    (each) =>
      each["referral_id"] === referral["id"] && each["outcome"] === "held" && each["outcome_day"] <= TODAY,
  );
const wonOn = (referral: Row): Day | null =>
  earliest(
    stands(rows.deal)
      .filter(
        (each) =>
          each["referral_id"] === referral["id"] && each["outcome"] === "won" && each["closed_on"] <= TODAY,
      )
      .map((each) => each["closed_on"]),
  );
const metOn = (referral: Row): Day | null =>
  earliest([...heldOf(referral).map((each) => each["outcome_day"]), wonOn(referral) ?? []].flat());
const roleOf = (personId: string): string | null => {
  const kept = (id: string) => rows.person.find((each) => each["id"] === id)?.["kept_id"];
  const said = stands(rows.buying_role)
    .filter((each) => kept(each["person_id"]) === kept(personId))
    .toSorted((a, b) => (a["id"] < b["id"] ? 1 : -1));
  return said[0]?.["role"] ?? null;
};

const everybody: [string, () => Whose][] = [
  ["the company", () => ({ kind: "company", id: w })],
  ["a team", () => ({ kind: "team", id: teams["North"]! })],
  ["somebody who changed teams", () => ({ kind: "member", id: moved })],
];
const said = ({ steps, level }: Row): Record<string, number[]> => ({
  ...Object.fromEntries(STEPS.map((step) => [step, [steps[step].came, steps[step].tried]])),
  level: [level.came, level.tried],
});
const query = ({ kind, id }: Whose) => (kind === "company" ? "" : `&${kind}=${id}`);

describe.each(everybody)("the funnel of %s", (_name, of) => {
  it("is what the rows say, as a whole and for each quarter", async () => {
    const whose = of();
    const found = await get(`/results/funnel?from=${FROM}&to=${TO}${query(whose)}`);
    const inOrder = introductions();
    const byHand = (from: Day, to: Day) => {
      const asks = stands(rows.ask).filter(
        (ask) => ask["day"] >= from && ask["day"] <= to && counts(whose, ask["member_id"], ask["day"]),
      );
      const ids = new Set(asks.map(({ id }) => id));
      const came = inOrder.filter((each) => ids.has(each["ask_id"]));
      const met = came.filter((each) => metOn(each) !== null);
      const levels = came.flatMap((each) => {
        const said = heldOf(each).flatMap((meeting) => roleOf(meeting["person_id"]) ?? []);
        return said.length === 0 ? [] : [said.some((role) => /decision-maker|economic-buyer/.test(role))];
      });
      return {
        introductions: [new Set(came.map((each) => each["ask_id"])).size, asks.length],
        meetings: [met.length, came.length],
        deals: [met.filter((each) => wonOn(each) !== null).length, met.length],
        level: [levels.filter(Boolean).length, levels.length],
      };
    };
    expect(said(found.whole)).toEqual(byHand(FROM, TO));
    expect(found.whole.steps.introductions.tried).toBeGreaterThan(50);
    expect(said(found.before)).toEqual(byHand(found.before.from, found.before.to));
    expect(found.cohorts.length).toBeGreaterThan(3);
    for (const cohort of found.cohorts) expect(said(cohort)).toEqual(byHand(cohort.from, cohort.to));
    for (const step of [...STEPS, "level"]) {
      for (const isCame of [true, false]) {
        let many = 0;
        let last = TO;
        let cursor: string | null = "";
        while (cursor !== null) {
          const page = await get(
            `/results/funnel/facts?from=${FROM}&to=${TO}${query(whose)}&of=${step}&came=${isCame}&limit=100${cursor && `&cursor=${cursor}`}`,
          );
          for (const { begunOn } of page.items) {
            expect(begunOn <= last && begunOn >= FROM).toBe(true);
            last = begunOn;
          }
          many += page.items.length;
          cursor = page.nextCursor;
        }
        const [came, tried] = said(found.whole)[step] as [number, number];
        expect([step, isCame, many]).toEqual([step, isCame, isCame ? came : tried - came]);
      }
    }
  });

  it("is compared over the same time", async () => {
    const whose = of();
    const found = await get(`/results/funnel?from=${FROM}&to=${TO}${query(whose)}`);
    const { weeks, now, before } = found.compared[0];
    const ripe = (from: Day, to: Day) => {
      const asks = stands(rows.ask).filter(
        (ask) =>
          ask["day"] >= from &&
          ask["day"] <= to &&
          Math.floor(daysBetween(ask["day"], TODAY) / 7) >= weeks &&
          counts(whose, ask["member_id"], ask["day"]),
      );
      const came = asks.filter((ask) => {
        const first = earliest(
          introductions()
            .filter((each) => each["ask_id"] === ask["id"])
            .map((each) => each["counts_from"]),
        );
        return first !== null && age(ask["day"]) - age(first) <= weeks;
      });
      return { came: came.length, tried: asks.length };
    };
    expect(now).toEqual(ripe(FROM, TO));
    expect(before).toEqual(ripe(found.before.from, found.before.to));
  });

  it("feeds a projection with what the rows say", async () => {
    const whose = of();
    const from = addDays(TODAY, 1 - 7 * 60);
    const known = { from, until: TODAY };
    const [tries, weeks, came] = await t.database.read(w, async (tx) => [
      await triesOfMembers(tx, whose, known, 40),
      await weeksOfMembers(tx, whose, known),
      await arrivals(tx, whose, { begun: from, from, until: TODAY }),
    ]);
    const own = (some: Row[], day: string) =>
      some.filter(
        (each) => each[day] >= from && each[day] <= TODAY && counts(whose, each["member_id"], each[day]),
      );
    const asks = own(stands(rows.ask), "day");
    const counted = own(introductions(), "counts_from");
    const met = counted.filter((each) => metOn(each) !== null);
    const step = (name: string) => tries.filter((each) => each.step === name);
    for (const [name, tried, reached] of [
      [
        "introductions",
        asks.length,
        asks.filter((ask) => introductions().some((each) => each["ask_id"] === ask["id"])).length,
      ],
      ["meetings", counted.length, met.length],
      ["deals", met.length, met.filter((each) => wonOn(each) !== null).length],
    ] as const) {
      const [ofMembers, ofAll] = [
        step(name).filter(({ memberId }) => memberId !== null),
        step(name).filter(({ memberId }) => memberId === null),
      ];
      expect([name, sum(ofMembers), sum(ofAll)]).toEqual([name, tried, tried]);
      expect(sum(ofMembers.filter((each) => each.came))).toBe(reached);
      expect(sum(ofAll.filter(({ lag }) => lag !== null))).toBe(reached);
    }
    const old = asks.filter((ask) => age(ask["day"]) >= 40).length;
    expect(sum(step("introductions").filter((each) => each.memberId !== null && each.age === 40))).toBe(old);
    expect(weeks.reduce((all, week) => all + week.asks, 0)).toBe(asks.length);
    const first = (each: Row) =>
      each["ask_id"] !== null &&
      !introductions().some(
        (other) =>
          other["ask_id"] === each["ask_id"] &&
          (other["counts_from"] < each["counts_from"] ||
            (other["counts_from"] === each["counts_from"] && other["id"] < each["id"])),
      );
    expect(weeks.reduce((all, week) => all + week.unasked, 0)).toBe(
      counted.filter((each) => !first(each)).length,
    );
    const arrived = (name: string) => sum(came.filter((each) => each.step === name));
    expect([arrived("introductions"), arrived("meetings"), arrived("deals")]).toEqual([
      counted.length,
      met.length,
      met.filter((each) => wonOn(each) !== null).length,
    ]);
    expect(came.every(({ week }) => week >= 0 && week < 60)).toBe(true);
  });
});
