import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { periodOf, type Calendar, type MonthOfYear, type PeriodKind } from "#lib/kernel/fiscal.ts";
import { newId } from "#lib/kernel/ids.ts";
import { weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { mistakesInTally, recount } from "#lib/storage/tally.ts";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import { MEASURES, type Measure } from "#team/measure.ts";
import { openWorkspace } from "#team/workspace-actions.ts";
import { insertMember, insertTeam } from "#team/workspace-store.ts";
import { MEASURE_FIELDS, type Counts } from "./scorecard.ts";
import { listFacts, membersOfTeam, scorecardOf, teamsSideBySide } from "./scorecard-actions.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.drop());

const NOW = new Date("2026-11-18T10:00:00Z");
const WEEKS = 15;
const PEOPLE = [newId(NOW), newId(NOW)];

interface Fact {
  id: string;
  memberId: string;
  teamId: string | null;
  day: Day;
  measure: Measure;
  key: string | null;
  undone: boolean;
}

interface World {
  workspaceId: string;
  calendar: Calendar;
  teams: string[];
  members: string[];
  facts: Fact[];
  first: Day;
}

const calendars = fc.record({
  firstDay: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
  pattern: fc.constantFrom("months" as const, "4-4-5" as const, "4-5-4" as const, "5-4-4" as const),
  startMonth: fc.integer({ min: 1, max: 12 }) as fc.Arbitrary<MonthOfYear>,
});
// Ends of years with 52 and 53 weeks, a leap day, the turn of a fiscal year.
const firsts = fc.constantFrom("2020-10-20", "2025-11-03", "2024-01-08", "2026-06-30");
const facts = fc.array(
  fc.record({
    member: fc.nat(2),
    // Half of the facts fall into two weeks, so that one person is asked more than once in one of them.
    day: fc.oneof(fc.nat(WEEKS * 7 - 1), fc.integer({ min: 54, max: 67 })),
    measure: fc.oneof(fc.constant("people-asked" as const), fc.constantFrom(...MEASURES)),
    person: fc.nat(1),
    undoes: fc.option(fc.nat(30), { nil: null, freq: 3 }),
  }),
  { maxLength: 40 },
);

describe("a history of facts and undos", () => {
  it("adds up the same from every side, under any calendar and after another first day of the week", async () => {
    await fc.assert(
      fc.asyncProperty(calendars, calendars, firsts, facts, async (before, after, first, history) => {
        const world = await live(before, first, history);
        await holds(world);
        expect(await mistakes(world)).toEqual([]);
        if (after.firstDay !== before.firstDay) {
          await test.database.alone(world.workspaceId, (tx) => recount(tx, after.firstDay));
        }
        await holds({ ...world, calendar: after });
        expect(await mistakes({ ...world, calendar: after })).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 300_000);
});

/** The first member changes team in the middle, the third has none. */
async function live(
  calendar: Calendar,
  first: Day,
  history: { member: number; day: number; measure: Measure; person: number; undoes: number | null }[],
): Promise<World> {
  const { workspaceId } = await openWorkspace(
    test.database,
    {
      settings: { name: `W ${newId(NOW)}`, timeZone: "UTC", currency: "EUR", calendar, defaultCountry: null },
      owner: { name: "O", email: "o@w.example", userId: null },
    },
    NOW,
  );
  const teams = [newId(NOW), newId(NOW)];
  const members = [newId(NOW), newId(NOW), newId(NOW)];
  const world: World = { workspaceId, calendar, teams, members, facts: [], first };
  await test.database.write(workspaceId, async (tx) => {
    for (const [at, id] of teams.entries())
      await insertTeam(tx, { id, name: `T${at}`, managerId: null }, NOW);
    for (const [at, id] of members.entries()) {
      const teamId = at < 2 ? (teams[1] as string) : null;
      const member = {
        id,
        name: `M${at}`,
        email: `m${at}@w.example`,
        role: "rep" as const,
        teamId,
        userId: null,
      };
      await insertMember(tx, member, first, NOW);
    }
  });
  const change = addDays(first, 7 * 8 + 3);
  for (const each of history) {
    const earlier = each.undoes === null ? undefined : world.facts[each.undoes];
    if (earlier && !earlier.undone) {
      earlier.undone = true;
      await write(world, (tx, actor) =>
        writeCounterEntries(tx, actor, { subjectIds: [earlier.id] }, "fact.taken-back"),
      );
      continue;
    }
    const memberId = members[each.member] as string;
    const day = addDays(first, each.day);
    const moved = each.member === 0 && day < change;
    const teamId = each.member === 2 ? null : (teams[moved ? 0 : 1] as string);
    const key = each.measure === "people-asked" ? (PEOPLE[each.person] as string) : null;
    const fact: Fact = { id: newId(NOW), memberId, teamId, day, measure: each.measure, key, undone: false };
    world.facts.push(fact);
    const counts = { measure: fact.measure, credit: { memberId, teamId }, ...(key ? { onceKey: key } : {}) };
    const line = { verb: "fact.made", subject: { kind: "fact", id: fact.id }, day, counts };
    await write(world, (tx, actor) => writeJournal(tx, actor, [line]));
  }
  return world;
}

async function holds(world: World): Promise<void> {
  const { workspaceId, calendar, teams, members, first } = world;
  const from = first;
  const to = addDays(first, 7 * WEEKS - 1);
  const counted = standing(world);
  await test.database.read(workspaceId, async (tx) => {
    const actor = actorIn(world);
    const rows = async (by: PeriodKind, whose: { memberId?: string; teamId?: string }) =>
      (await scorecardOf(tx, actor, { ...whose, by, from, to })).rows;
    for (const by of ["week", "month", "quarter"] as const) {
      const scopes = [
        { whose: {}, of: counted },
        ...teams.map((id) => ({ whose: { teamId: id }, of: counted.filter((fact) => fact.teamId === id) })),
        ...members.map((id) => ({
          whose: { memberId: id },
          of: counted.filter((fact) => fact.memberId === id),
        })),
      ];
      for (const { whose, of } of scopes) {
        for (const row of await rows(by, whose)) {
          const inside = of.filter((fact) => fact.day >= row.period.start && fact.day <= row.period.end);
          expect(numbersOf(row)).toEqual(
            MEASURES.map((kpi) => inside.filter((fact) => fact.measure === kpi).length),
          );
        }
      }
      const middle = addDays(first, 7 * 8);
      const period = periodOf(middle, by, calendar);
      const side = await teamsSideBySide(tx, actor, { by, day: middle });
      const parts = [...side.teams, side.teamless].map(numbersOf);
      expect(added(parts)).toEqual(numbersOf(side.company));
      for (const team of side.teams) {
        const reps = await membersOfTeam(tx, actor, { teamId: team.id, by, day: middle });
        expect(added(reps.members.map(numbersOf))).toEqual(numbersOf(team));
        for (const rep of reps.members) {
          const whose = { memberId: rep.id, teamId: team.id, from: period.start, to: period.end };
          const listed = await allFacts(tx, actor, { ...whose, measure: "people-asked" });
          expect(listed).toHaveLength(rep.peopleAsked.count);
        }
      }
      for (const kpi of MEASURES) {
        const listed = await allFacts(tx, actor, {
          teamId: teams[0],
          measure: kpi,
          from: period.start,
          to: period.end,
        });
        expect(listed).toHaveLength(side.teams[0]?.[MEASURE_FIELDS[kpi]].count ?? -1);
        const outside = await allFacts(tx, actor, {
          teamId: "none",
          measure: kpi,
          from: period.start,
          to: period.end,
        });
        expect(outside).toHaveLength(side.teamless[MEASURE_FIELDS[kpi]].count);
      }
    }
    const whole = await allFacts(tx, actor, { measure: "people-asked", from, to });
    const weeks = (await rows("week", {})).reduce((sum, row) => sum + row.peopleAsked.count, 0);
    expect(whole).toHaveLength(weeks);
  });
}

/** The rule said once more, in the plainest way: of one person's asks by one rep in one week, the first that stands. */
function standing({ facts: all, calendar }: World): Fact[] {
  const left = all.filter((fact) => !fact.undone);
  const place = (fact: Fact) => `${fact.day} ${fact.id}`;
  const same = (a: Fact, b: Fact) =>
    a.key !== null &&
    a.key === b.key &&
    a.memberId === b.memberId &&
    weekOf(a.day, calendar.firstDay) === weekOf(b.day, calendar.firstDay);
  return left.filter((fact) => !left.some((other) => same(fact, other) && place(other) < place(fact)));
}

async function allFacts(
  tx: Tx,
  actor: Actor,
  wanted: { memberId?: string; teamId?: string; measure: Measure; from: Day; to: Day },
): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listFacts>> = await listFacts(
      tx,
      actor,
      wanted,
      cursor ?? undefined,
      4,
    );
    ids.push(...page.items.map((fact) => fact.subject.id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(new Set(ids).size).toBe(ids.length);
  return ids;
}

async function mistakes({ workspaceId, calendar }: World): Promise<unknown[]> {
  return test.database.read(workspaceId, (tx) => mistakesInTally(tx, calendar.firstDay));
}

function numbersOf(counts: Counts): number[] {
  return MEASURES.map((kpi) => counts[MEASURE_FIELDS[kpi]].count);
}

function added(parts: number[][]): number[] {
  return MEASURES.map((_, at) => parts.reduce((sum, part) => sum + (part[at] ?? 0), 0));
}

async function write(world: World, work: (tx: Tx, actor: Actor) => Promise<unknown>): Promise<void> {
  await test.database.write(world.workspaceId, (tx) => work(tx, actorIn(world)));
}

function actorIn({ workspaceId, calendar, members }: World): Actor {
  return {
    workspace: { id: workspaceId, slug: "w", name: "W", timeZone: "UTC", currency: "EUR", calendar },
    member: { id: members[0] as string, name: "M0", role: "rep", teamId: null },
    leads: [],
    now: NOW,
    today: "2026-11-18",
  };
}
