import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeBackAsk } from "#asks/take-back-actions.ts";
import { checkIn, planWeek, takeBackCheckIn } from "#commitments/week-actions.ts";
import {
  isBefore,
  mondayOf,
  plusDays,
  rowsOf,
  standingLines,
  whoIsThere,
  type Standing,
} from "#demo/bare-rows.ts";
import type { OpenedStory } from "#demo/tell.ts";
import { openToldDatabase, TOLD_AT } from "#demo/told-database.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TestDatabase } from "#lib/storage/test-database.ts";
import { sayAbsence } from "#team/absence-actions.ts";
import { actorOf } from "#team/door-actions.ts";
import { MILESTONES } from "./milestone.ts";
import { milestonesOf } from "./milestone-actions.ts";
import { wallOf } from "./wall-actions.ts";

// It is Wednesday, 2026-11-18, in the told workspace. Every milestone is worked out again from lines of the journal and rows as they
// were written, in JavaScript, by none of the code that the wall uses.
const TODAY = "2026-11-18";
const SILENT_WORKDAYS = 20;
const IN_A_ROW = 10;
const AWAY_IN = 3;
const FIRST = {
  "people-asked": "first-ask",
  "referrals-received": "first-introduction",
  "deals-closed": "first-deal",
  "referrals-given": "first-introduction-given",
} as const;

let test: TestDatabase;
let told: OpenedStory;
let found: string[];
beforeAll(async () => {
  const opened = await openToldDatabase();
  [test, told] = [opened, opened.told];
  await test.database.write(told.workspaceId, tellEarlierWeeks);
  found = await test.database.read(told.workspaceId, recounted);
}, 600_000);
afterAll(() => test?.drop());

const said = (day: string, kind: string, memberId: string, lineId: string, weeks: number | null = null) =>
  `${day} ${kind} ${memberId} ${lineId} ${weeks}`;
interface ReferralRow extends Standing {
  member_id: string;
  source_id: string;
  contact_id: string;
  day: string;
  counts_from: string | null;
  level: number;
}

/** "2026-11-02 first-ask <member> <line> <weeks>" of everybody at any time. */
async function recounted(tx: Tx): Promise<string[]> {
  const lines = await standingLines(tx);
  const lineOf = (subjectId: string, ...verbs: string[]) =>
    lines
      .filter((line) => line.subject_id === subjectId && verbs.includes(line.verb))
      .map(({ id }) => id)
      .toSorted()[0] ?? "no line";
  const { isThere, wasAway } = await whoIsThere(tx);
  const all: string[] = [];
  const members = await rowsOf<{ id: string }>(tx, "member");
  for (const { id } of members) {
    const own = lines.filter((line) => line.member_id === id);
    for (const [measure, kind] of Object.entries(FIRST)) {
      const first = own.find((line) => line.measure === measure);
      if (first) all.push(said(first.day, kind, id, first.id));
    }
    const asks = own.filter((line) => line.measure === "people-asked");
    for (const [at, ask] of asks.entries()) {
      const last = asks[at - 1];
      if (last === undefined || last.day === ask.day) continue;
      let silent = 0;
      for (let day = plusDays(last.day, 1); day < ask.day; day = plusDays(day, 1))
        if (isThere(id, day)) silent += 1;
      if (silent >= SILENT_WORKDAYS)
        all.push(said(ask.day, "ask-after-silence", id, ask.id, Math.floor(silent / 5)));
    }
  }
  for (const { id, day, memberId } of await chainsOfThree(tx))
    all.push(said(day, "chain-of-three", memberId, lineOf(id, "referral.received", "referral.introduced")));
  const reviews = (
    await rowsOf<Standing & { member_id: string; held_on: string | null }>(tx, "account_review")
  )
    .filter((review) => review.taken_back_at === null && review.held_on !== null)
    .toSorted((a, b) => (isBefore([a.held_on!, a.id], [b.held_on!, b.id]) ? -1 : 1));
  for (const { id } of members) {
    const first = reviews.find((review) => review.member_id === id);
    if (first) all.push(said(first.held_on!, "first-review", id, lineOf(first.id, "review.held")));
  }
  const plans = await rowsOf<Standing & { member_id: string; mid_week: string }>(tx, "week_plan");
  const checkIns = await rowsOf<Standing & { plan_id: string; day: string }>(tx, "check_in");
  for (const { id } of members) {
    const toldOf = new Map(
      plans
        .filter((plan) => plan.member_id === id && plan.taken_back_at === null)
        .flatMap((plan) => {
          const checkIn = checkIns.find((each) => each.plan_id === plan.id && each.taken_back_at === null);
          return checkIn ? [[mondayOf(plan.mid_week), { plan, day: checkIn.day }] as const] : [];
        }),
    );
    let row = 0;
    const weeks = [...toldOf.keys()].toSorted();
    for (let week = weeks[0]; week !== undefined && week <= weeks.at(-1)!; week = plusDays(week, 7)) {
      const own = toldOf.get(week);
      row = own ? row + 1 : wasAway(id, week) ? row : 0;
      if (own && row === IN_A_ROW)
        all.push(said(own.day, "ten-weeks-told", id, lineOf(own.plan.id, "week.told"), IN_A_ROW));
    }
  }
  return all.toSorted();
}

/** The first that somebody introduced who was introduced by somebody who was introduced. */
async function chainsOfThree(tx: Tx): Promise<{ id: string; memberId: string; day: string }[]> {
  const people = await rowsOf<{ id: string; kept_id: string }>(tx, "person");
  const kept = new Map(people.map(({ id, kept_id }) => [id, kept_id]));
  const referrals = (await rowsOf<ReferralRow>(tx, "referral"))
    .filter((each) => each.taken_back_at === null)
    .map((each) => ({
      ...each,
      source: kept.get(each.source_id)!,
      contact: kept.get(each.contact_id)!,
    }));
  const above = (one: (typeof referrals)[number]) => {
    const persons = [one.contact, one.source];
    const sources: string[] = [];
    for (let at = one; ;) {
      const up = referrals
        .filter(
          (each) =>
            each.contact === at.source &&
            !persons.includes(each.source) &&
            isBefore([each.day, each.id], [at.day, at.id]),
        )
        .toSorted((a, b) =>
          isBefore([a.level === 0 ? "1" : "0", a.day, a.id], [b.level === 0 ? "1" : "0", b.day, b.id])
            ? -1
            : 1,
        )[0];
      if (up === undefined) return sources;
      sources.push(up.source);
      persons.push(up.source);
      at = up;
    }
  };
  return referrals.flatMap((one) => {
    const from = one.counts_from;
    if (from === null || above(one).length !== 2) return [];
    const wasIntroduced = referrals.some(
      (each) =>
        each.contact === one.source &&
        each.counts_from !== null &&
        isBefore([each.day, each.id], [one.day, one.id]),
    );
    const introducedBefore = referrals.some(
      (each) =>
        each.source === one.source &&
        each.counts_from !== null &&
        isBefore([each.counts_from, each.id], [from, one.id]),
    );
    return wasIntroduced && !introducedBefore ? [{ id: one.id, memberId: one.member_id, day: from }] : [];
  });
}

/** The leader tells of the last four weeks in the story; here of six before them, and is away in one between. */
async function tellEarlierWeeks(tx: Tx): Promise<void> {
  const on = (day: string) => actorOf(tx, told.leaderId, new Date(`${day}T15:00:00Z`));
  for (let week = 0; week < 7; week += 1) {
    const monday = plusDays("2026-08-31", 7 * week);
    const friday = plusDays(monday, 4);
    if (week === AWAY_IN) {
      await sayAbsence(tx, await on(monday), { fromDay: monday, toDay: friday });
      continue;
    }
    const promises = [{ kind: "own" as const, words: "Two cards" }];
    await planWeek(tx, await on(monday), { day: monday, topics: null, promises });
    await checkIn(tx, await on(friday), monday, { learned: null, promises: [] });
  }
}

/** What the code says of these days. */
async function askedOf(tx: Tx, from: string, to: string): Promise<string[]> {
  const leader = await actorOf(tx, told.leaderId, TOLD_AT);
  const memberIds = (await rowsOf<{ id: string }>(tx, "member")).map(({ id }) => id);
  const milestones = await milestonesOf(tx, leader, { memberIds, from, to });
  return milestones
    .map(({ day, kind, memberId, factId, weeks }) => `${day} ${kind} ${memberId} ${factId} ${weeks}`)
    .toSorted();
}

describe("milestones on the told workspace", () => {
  it.each([1, 7, 28, 400])("are those that a recount finds, read %i days at a time", async (days) => {
    await test.database.read(told.workspaceId, async (tx) => {
      const least = found.map((each) => each.slice(0, 10))[0]!;
      const since = days === 1 ? plusDays(TODAY, -60) : plusDays(least, -10);
      for (let to = TODAY; to >= since; to = plusDays(to, -days)) {
        const from = plusDays(to, 1 - days);
        const expected = found.filter((each) => each.slice(0, 10) >= from && each.slice(0, 10) <= to);
        expect(await askedOf(tx, from, to), `${from} to ${to}`).toEqual(expected);
      }
    });
  });

  it("are of every kind, so that the comparison says something", () => {
    const kinds = new Set(found.map((each) => each.split(" ")[1]!));
    expect([...kinds].toSorted()).toEqual([...MILESTONES].toSorted());
  });

  it("stand on the wall of those who are here, or were when these weeks began", async () => {
    await test.database.read(told.workspaceId, async (tx) => {
      const leader = await actorOf(tx, told.leaderId, TOLD_AT);
      const { items, from, to } = await wallOf(tx, leader, {});
      const here = new Set(
        (await rowsOf<{ id: string; left_at: Date | null }>(tx, "member")).flatMap(({ id, left_at }) =>
          left_at === null || left_at.toISOString().slice(0, 10) >= from ? id : [],
        ),
      );
      const shown = items.flatMap((item) =>
        item.kind === "milestone"
          ? `${item.day} ${item.milestone.kind} ${item.milestone.memberId} ${item.fact?.line.id} ${item.milestone.weeks}`
          : [],
      );
      const expected = found.filter(
        (each) => each.slice(0, 10) >= from && each.slice(0, 10) <= to && here.has(each.split(" ")[2]!),
      );
      expect(shown.toSorted()).toEqual(expected);
    });
  });

  it("are those of a recount again when asks, introductions and a week told are taken back", async () => {
    await test.database.write(told.workspaceId, async (tx) => {
      const reps = (await rowsOf<{ id: string; role: string; left_at: Date | null }>(tx, "member")).filter(
        ({ role, left_at }) => role === "rep" && left_at === null,
      );
      const asks = await rowsOf<Standing & { member_id: string; day: string }>(tx, "ask");
      const referrals = await rowsOf<ReferralRow & { ask_id: string | null }>(tx, "referral");
      const leadTo = new Set(referrals.map(({ ask_id }) => ask_id));
      for (const { id } of reps) {
        const actor = await actorOf(tx, id, TOLD_AT);
        const own = asks.filter((ask) => ask.member_id === id && ask.taken_back_at === null);
        const ask = own.toSorted((a, b) => (a.day < b.day ? -1 : 1)).find((each) => !leadTo.has(each.id));
        if (ask) await takeBackAsk(tx, actor, ask.id);
      }
      const tenWeeks = found.find((each) => each.includes(" ten-weeks-told "));
      const teller = await actorOf(tx, tenWeeks!.split(" ")[2]!, TOLD_AT);
      await takeBackCheckIn(tx, teller, "2026-11-09");
    });
    await test.database.read(told.workspaceId, async (tx) => {
      const now = await recounted(tx);
      expect(now).not.toEqual(found);
      expect(now.some((each) => each.includes(" ten-weeks-told "))).toBe(false);
      expect(await askedOf(tx, "2025-01-01", TODAY)).toEqual(now);
    });
  });
});
