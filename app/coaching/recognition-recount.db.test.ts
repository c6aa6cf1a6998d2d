import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  mondayOf,
  plusDays,
  rowsOf,
  standingLines,
  whoIsThere,
  type LineRow,
  type Standing,
  type WhoIsThere,
} from "#demo/bare-rows.ts";
import type { OpenedStory } from "#demo/tell.ts";
import { openToldDatabase, TOLD_AT } from "#demo/told-database.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TestDatabase } from "#lib/storage/test-database.ts";
import { actorOf } from "#team/door-actions.ts";
import { goalsOfEach } from "#team/goal-actions.ts";
import { boardOf } from "./board-actions.ts";
import { mostImproved, tiersOf } from "./improved-actions.ts";
import { wallOf } from "./wall-actions.ts";

// It is Wednesday, 2026-11-18, in the told workspace. Praise, places, tiers and who improved most are counted again from lines of the
// journal and rows as they were written, in JavaScript, by none of the code that shows them. What a goal adds up to is proved elsewhere
// (app/team/goal-sum.test.ts).
const TODAY = "2026-11-18";
const RECENT = { start: "2026-10-19", end: "2026-11-15" };
const BEFORE = { start: "2026-07-20", end: "2026-10-18" };
const MEASURES = { asks: "people-asked", introductions: "referrals-received" } as const;
const Z = 1.959963984540054;

type Stretch = typeof RECENT;
interface Member {
  id: string;
  name: string;
  role: string;
  team_id: string | null;
  joined_at: Date;
  left_at: Date | null;
}

let test: TestDatabase;
let told: OpenedStory;
beforeAll(async () => {
  const opened = await openToldDatabase();
  [test, told] = [opened, opened.told];
}, 600_000);
afterAll(() => test?.drop());

interface Bare {
  lines: LineRow[];
  there: WhoIsThere;
  /** Members with the days on which a board counts something for them. */
  did: ReadonlySet<string>;
  reps: (Member & { since: string })[];
  teamIds: (string | null)[];
}

async function bare(tx: Tx): Promise<Bare> {
  const members = await rowsOf<Member>(tx, "member");
  const stays = await rowsOf<{ member_id: string; from_day: string }>(tx, "team_stay");
  const reps = members
    .filter(({ role, left_at }) => role === "rep" && left_at === null)
    .map((rep) => {
      const days = stays.filter(({ member_id }) => member_id === rep.id).map(({ from_day }) => from_day);
      return { ...rep, since: [rep.joined_at.toISOString().slice(0, 10), ...days].toSorted()[0]! };
    });
  const teamIds = [null, ...new Set(reps.flatMap(({ team_id }) => team_id ?? []))];
  const lines = await standingLines(tx);
  const counted = lines.filter(
    ({ measure }) => measure === MEASURES.asks || measure === MEASURES.introductions,
  );
  const told = (
    await rowsOf<Standing & { by_id: string; kind: string; day: string; let_go_why: string | null }>(
      tx,
      "duty_done",
    )
  ).filter(
    ({ taken_back_at, let_go_why, kind }) =>
      taken_back_at === null && let_go_why === null && kind.startsWith("report"),
  );
  const did = new Set([
    ...counted.map(({ member_id, day }) => `${member_id} ${day}`),
    ...told.map(({ by_id, day }) => `${by_id} ${day}`),
  ]);
  return { lines, there: await whoIsThere(tx), did, reps, teamIds };
}

function daysOf({ start, end }: Stretch, since = start): string[] {
  const days: string[] = [];
  for (let day = since > start ? since : start; day <= end; day = plusDays(day, 1)) days.push(day);
  return days;
}

function workdaysOf(all: Bare, { id, since }: Bare["reps"][number], stretch: Stretch): number {
  return daysOf(stretch, since).filter((day) => day <= TODAY && wasThere(all, id, day)).length;
}

/** As they work, and on a day off on which something was counted for them all the same. */
function wasThere({ there, did }: Bare, id: string, day: string): boolean {
  return there.isThere(id, day) || (there.worksOn(id, day) && did.has(`${id} ${day}`));
}

/** Of those of one week with one once-key the first alone. */
function countOf({ lines }: Bare, memberId: string, measure: string, { start, end }: Stretch): number {
  const seen = new Set<string>();
  for (const line of lines)
    if (line.member_id === memberId && line.measure === measure && line.day >= start && line.day <= end)
      seen.add(line.once_key === null ? line.id : `${mondayOf(line.day)} ${line.once_key}`);
  return seen.size;
}

function wilsonOf(successes: number, n: number): [low: number, high: number] {
  const p = successes / n;
  const middle = (p + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return [middle - half, middle + half];
}

const said = (id: string, board: string, recent: number, before: number, times: number | null) =>
  `${id} ${board} ${recent} after ${before}, ${times?.toFixed(9) ?? "never"} times`;
/** So many months from this one of that year on: a week belongs to the month that holds its Thursday. */
function monthsFrom(year: number, month: number, many: number): Stretch {
  const firstThursday = (at: number) => {
    const first = new Date(Date.UTC(year, at - 1, 1)).toISOString().slice(0, 10);
    const thursday = plusDays(mondayOf(first), 3);
    return thursday < first ? plusDays(thursday, 7) : thursday;
  };
  return { start: plusDays(firstThursday(month), -3), end: plusDays(firstThursday(month + many), -4) };
}

const MONTHS = [
  ...[7, 8, 9, 10, 11, 12].map((month) => monthsFrom(2025, month, 1)),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) => monthsFrom(2026, month, 1)),
];
const QUARTERS = [
  ...[7, 10].map((month) => monthsFrom(2025, month, 3)),
  ...[1, 4, 7, 10].map((month) => monthsFrom(2026, month, 3)),
];

const within = (day: string, { start, end }: Stretch) => start <= day && day <= end;

describe("recognition on the told workspace", () => {
  it("shows each praise that stands for a fact that stands, and no other", async () => {
    await test.database.read(told.workspaceId, async (tx) => {
      const leader = await actorOf(tx, told.leaderId, TOLD_AT);
      const { lines } = await bare(tx);
      const stands = new Set(lines.map(({ id }) => id));
      const rows = await rowsOf<Standing & { day: string; fact_id: string; to_id: string }>(tx, "praise");
      const members = new Map((await rowsOf<Member>(tx, "member")).map((member) => [member.id, member]));
      const teams = await rowsOf<{ id: string }>(tx, "team");
      let shown = 0;
      for (const teamId of [undefined, ...teams.map(({ id }) => id)])
        for (let to = TODAY; to >= "2026-08-01"; to = plusDays(to, -28)) {
          const { items, from } = await wallOf(tx, leader, { teamId, to });
          const praise = items.flatMap((item) => (item.kind === "praise" ? item.praise.id : []));
          const expected = rows.filter(
            (row) =>
              row.taken_back_at === null &&
              stands.has(row.fact_id) &&
              within(row.day, { start: from, end: to }) &&
              (teamId === undefined || members.get(row.to_id)?.team_id === teamId),
          );
          expect(praise.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
          shown += praise.length;
        }
      expect(shown).toBeGreaterThan(3);
    });
  });

  it("places reps by what they did for each day there", async () => {
    await test.database.read(told.workspaceId, async (tx) => {
      const leader = await actorOf(tx, told.leaderId, TOLD_AT);
      const all = await bare(tx);
      const duties = (
        await rowsOf<
          Standing & {
            by_id: string;
            referral_id: string;
            kind: string;
            day: string;
            let_go_why: string | null;
          }
        >(tx, "duty_done")
      ).filter(
        (duty) =>
          duty.taken_back_at === null &&
          duty.let_go_why === null &&
          ["report", "report-close"].includes(duty.kind),
      );
      const counts = {
        asks: (id: string, stretch: Stretch) => countOf(all, id, MEASURES.asks, stretch),
        introductions: (id: string, stretch: Stretch) => countOf(all, id, MEASURES.introductions, stretch),
        "loops-closed": (id: string, stretch: Stretch) =>
          new Set(
            duties
              .filter((duty) => duty.by_id === id && within(duty.day, stretch))
              .map(({ referral_id }) => referral_id),
          ).size,
      };
      let placed = 0;
      for (const board of ["asks", "introductions", "loops-closed"] as const)
        for (const teamId of all.teamIds)
          for (const [by, stretch] of [
            ...MONTHS.map((month) => ["month", month] as const),
            ...QUARTERS.map((quarter) => ["quarter", quarter] as const),
          ]) {
            const seen = await boardOf(tx, leader, board, { teamId, by, day: plusDays(stretch.start, 9) });
            expect(seen.period).toMatchObject(stretch);
            const rows = all.reps
              .filter(({ team_id }) => teamId === null || team_id === teamId)
              .map((rep) => ({
                id: rep.id,
                count: counts[board](rep.id, stretch),
                days: workdaysOf(all, rep, stretch),
              }));
            const expected = withPlaces(rows);
            expect(
              new Map(
                (seen.members ?? []).map((each) => [
                  each.memberId,
                  [each.count, each.workdays, each.place] as const,
                ]),
              ),
            ).toEqual(
              new Map(expected.map((each) => [each.id, [each.count, each.days, each.place] as const])),
            );
            placed += expected.filter(({ place }) => place !== null).length;
          }
      expect(placed).toBeGreaterThan(3);
    });
  });

  it("names who surely did more than in their own past, the surest first", async () => {
    await test.database.read(told.workspaceId, async (tx) => {
      const leader = await actorOf(tx, told.leaderId, TOLD_AT);
      const all = await bare(tx);
      const compared: number[] = [];
      for (const teamId of all.teamIds) {
        const expected = all.reps
          .filter(({ team_id }) => teamId === null || team_id === teamId)
          .flatMap((rep) =>
            (["asks", "introductions"] as const).flatMap((board) => {
              const now = countOf(all, rep.id, MEASURES[board], RECENT);
              const then = countOf(all, rep.id, MEASURES[board], BEFORE);
              const [here, before] = [workdaysOf(all, rep, RECENT), workdaysOf(all, rep, BEFORE)];
              if (now + then < 20 || here === 0 || before === 0) return [];
              compared.push(now);
              const [low] = wilsonOf(now, now + then);
              if (low <= here / (here + before)) return [];
              const times = then === 0 ? null : ((low / (1 - low)) * before) / here;
              return [said(rep.id, board, now, then, times)];
            }),
          );
        const { items, recent, before } = await mostImproved(tx, leader, { teamId });
        expect([recent, before]).toEqual([RECENT, BEFORE]);
        const seen = (items ?? []).map((each) =>
          said(each.memberId, each.board, each.recent.count, each.before.count, each.atLeast),
        );
        expect(seen.toSorted()).toEqual(expected.toSorted());
        const times = (items ?? []).map((each) => each.atLeast ?? Infinity);
        expect(times).toEqual(times.toSorted((a, b) => b - a));
      }
      expect(compared.length).toBeGreaterThan(3);
    });
  });

  it("gives tiers by the goal for the days on which somebody is there", async () => {
    await test.database.read(told.workspaceId, async (tx) => {
      const leader = await actorOf(tx, told.leaderId, TOLD_AT);
      const all = await bare(tx);
      const own = new Set(
        (await rowsOf<{ scope_id: string; measure: string }>(tx, "goal"))
          .filter(({ measure }) => measure === "referrals-received")
          .map(({ scope_id }) => scope_id),
      );
      const given: string[] = [];
      for (const [quarter, teamId] of QUARTERS.flatMap((each) =>
        all.teamIds.map((id) => [each, id] as const),
      )) {
        const reps = all.reps.filter(({ team_id }) => teamId === null || team_id === teamId);
        const { items, period } = await tiersOf(tx, leader, { teamId, day: plusDays(quarter.start, 9) });
        expect(period).toMatchObject(quarter);
        const goals = await goalsOfEach(
          tx,
          { memberIds: reps.map(({ id }) => id) },
          period,
          leader.workspace.calendar,
        );
        const expected = reps.flatMap((rep) => {
          const goal = goals.get(rep.id)?.["referrals-received"] ?? null;
          const there = daysOf(quarter, rep.since).filter((day) => wasThere(all, rep.id, day)).length;
          const whole = daysOf(quarter).filter(
            (day) => all.there.worksOn(own.has(rep.id) ? rep.id : null, day) && !all.there.isHoliday(day),
          ).length;
          const count = countOf(all, rep.id, "referrals-received", quarter);
          if (goal === null || goal === 0 || there === 0) return [];
          const mine = goal * Math.min(1, there / whole);
          const reached = (share: number) => count >= Math.max(1, Math.ceil(mine * share - 1e-9));
          const tier = reached(1.5) ? "beyond" : reached(1) ? "goal" : reached(0.5) ? "half-way" : null;
          return tier === null ? [] : `${rep.id} ${tier} ${count} of ${Math.round(mine * 10) / 10}`;
        });
        const seen = (items ?? []).map(
          ({ memberId, tier, count, goal }) => `${memberId} ${tier} ${count} of ${goal}`,
        );
        expect(seen.toSorted()).toEqual(expected.toSorted());
        given.push(...seen);
      }
      expect(given.length).toBeGreaterThan(1);
    });
  });
});

/** The first few, half of them at most; whoever did the same for each day shares one; never all of them but one. */
function withPlaces(rows: readonly { id: string; count: number; days: number }[]) {
  const ranked = rows.filter(({ days }) => days >= 5);
  const placeOf = (row: (typeof rows)[number]) =>
    1 + ranked.filter((other) => other.count * row.days > row.count * other.days).length;
  const upTo = (last: number) => ranked.filter((row) => row.count > 0 && placeOf(row) <= last);
  let last = rows.length < 4 ? 0 : Math.min(3, Math.floor(ranked.length / 2));
  while (last > 0 && rows.length - upTo(last).length === 1) last -= 1;
  return rows.map((row) => ({ ...row, place: upTo(last).includes(row) ? placeOf(row) : null }));
}
