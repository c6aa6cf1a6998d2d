import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn, type Day } from "#lib/kernel/days.ts";
import { periodOf, type Calendar } from "#lib/kernel/fiscal.ts";
import { newId } from "#lib/kernel/ids.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import { changeMember } from "#team/member-actions.ts";
import { openWorkspace } from "#team/workspace-actions.ts";
import { insertMember, insertTeam } from "#team/workspace-store.ts";
import { changeSpiff, openSpiff } from "./spiff-actions.ts";
import { openStatements, readBooks } from "./spiff-month-actions.ts";
import { standingPayouts } from "./spiff-payout-store.ts";
import { signMonth } from "./spiff-signature-actions.ts";
import { statementsOf } from "./spiff-statement-actions.ts";
import { spiffChecks } from "./spiff-verify-reader.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.drop());

const FIRST = "2026-01-05";
const PEOPLE = Array.from({ length: 4 }, () => newId(new Date("2026-01-01T00:00:00Z")));

const pays = fc.oneof(
  fc.record({ kind: fc.constant("each" as const), minor: fc.integer({ min: 1, max: 2_000 }) }),
  fc.record({
    kind: fc.constant("steps" as const),
    steps: fc.uniqueArray(
      fc.record({ at: fc.integer({ min: 1, max: 6 }), minor: fc.integer({ min: 1, max: 5_000 }) }),
      { selector: ({ at }) => at, minLength: 1, maxLength: 3 },
    ),
  }),
);
const caps = fc.option(fc.integer({ min: 1, max: 6_000 }), { freq: 2 });
const terms = fc.record({
  pay: pays,
  repCap: caps,
  allCap: caps,
  ofTeam: fc.boolean(),
  managersToo: fc.boolean(),
  levels: fc.option(fc.subarray([1, 2, 3, 4, 5], { minLength: 1, maxLength: 4 }), { freq: 4 }),
});
const rules = fc.array(
  fc.record({
    measure: fc.constantFrom("people-asked" as const, "referrals-received" as const, "loops-closed" as const),
    period: fc.constantFrom("week" as const, "month" as const, "quarter" as const),
    currency: fc.constantFrom("EUR", "EUR", "JPY"),
    terms,
  }),
  { minLength: 1, maxLength: 3 },
);
const measures = fc.constantFrom(
  "people-asked" as const,
  "referrals-received" as const,
  "loops-closed" as const,
);
const steps = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant("fact" as const),
        who: fc.nat(2),
        back: fc.nat(45),
        measure: measures,
        person: fc.nat(3),
        level: fc.integer({ min: 1, max: 5 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant("undo" as const), which: fc.nat(60) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("level" as const),
        which: fc.nat(60),
        level: fc.integer({ min: 1, max: 5 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant("days" as const), days: fc.integer({ min: 1, max: 20 }) }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("sign" as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("role" as const),
        who: fc.nat(2),
        role: fc.constantFrom("rep" as const, "manager" as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("rule" as const), which: fc.nat(2), terms, now: fc.boolean() }),
    },
  ),
  { minLength: 30, maxLength: 70, size: "max" },
);
const calendars = fc.constantFrom<Calendar>(
  { firstDay: 1, pattern: "months", startMonth: 1 },
  { firstDay: 7, pattern: "4-4-5", startMonth: 2 },
);

type Terms = typeof terms extends fc.Arbitrary<infer T> ? T : never;
type Step = typeof steps extends fc.Arbitrary<(infer T)[]> ? T : never;
type Rules = typeof rules extends fc.Arbitrary<infer T> ? T : never;

interface Fact {
  id: string;
  measure: string;
  undone: boolean;
}

interface World {
  workspaceId: string;
  calendar: Calendar;
  teams: string[];
  members: string[];
  leader: string;
  spiffs: string[];
  /** What was said of whose role, from which day on; nobody was anything but a rep before. */
  roles: { memberId: string; fromDay: Day; role: string }[];
  now: Date;
  facts: Fact[];
  signed: number;
}

describe("statements and what corrects them", () => {
  it("come to what the journal is worth, whatever is taken back in whatever order, before and after signing", async () => {
    let signed = 0;
    await fc.assert(
      fc.asyncProperty(calendars, rules, steps, async (calendar, wanted, history) => {
        const world = await openWorld(calendar, wanted);
        for (const step of history) await take(world, step);
        await holds(world);
        // And once everything there is was signed.
        world.now = new Date(world.now.getTime() + 100 * 86_400_000);
        while (await sign(world)) await holds(world);
        // Then each kind of change by itself, so that none is found only because another was.
        const left = world.facts.filter(({ undone }) => !undone);
        for (const [which, { measure }] of left.entries()) {
          world.now = new Date(world.now.getTime() + 3 * 86_400_000);
          if (measure === "referrals-received") await relevel(world, left[which]!, 1 + (which % 5));
          else await undo(world, left[which]!);
          await holds(world);
          await sign(world);
          if (which === 5) break;
        }
        signed += world.signed;
      }),
      { numRuns: 30, endOnFailure: true },
    );
    expect(signed).toBeGreaterThan(80);
  }, 600_000);
});

async function openWorld(calendar: Calendar, wanted: Rules): Promise<World> {
  const now = new Date(`${FIRST}T08:00:00Z`);
  const name = `W ${newId(now)}`;
  const { workspaceId, ownerId } = await openWorkspace(
    test.database,
    {
      settings: { name, timeZone: "UTC", currency: "EUR", calendar, defaultCountry: null },
      owner: { name: "O", email: "o@w.example", userId: null },
    },
    now,
  );
  const world: World = {
    workspaceId,
    calendar,
    teams: [newId(now), newId(now)],
    members: [newId(now), newId(now), newId(now)],
    leader: ownerId,
    spiffs: [],
    roles: [],
    now,
    facts: [],
    signed: 0,
  };
  await test.database.write(workspaceId, async (tx) => {
    for (const [at, id] of world.teams.entries())
      await insertTeam(tx, { id, name: `T${at}`, managerId: null }, now);
    for (const [at, id] of world.members.entries())
      await insertMember(
        tx,
        {
          id,
          name: `M${at}`,
          email: `m${at}@w.example`,
          role: "rep",
          teamId: world.teams[at % 2]!,
          userId: null,
        },
        addDays(FIRST, -300),
        now,
      );
    for (const { terms: said, ...core } of wanted) {
      const { id } = await openSpiff(tx, actorIn(world), core, termsOf(world, core.measure, said));
      world.spiffs.push(id);
    }
  });
  return world;
}

function termsOf(world: World, measure: string, { ofTeam, managersToo, levels, ...said }: Terms) {
  return {
    ...said,
    name: "S",
    levels: measure === "referrals-received" ? levels : null,
    untilDay: null,
    roles: managersToo ? ["rep", "manager"] : ["rep"],
    teamIds: ofTeam ? [world.teams[0]!] : [],
  };
}

async function take(world: World, step: Step): Promise<void> {
  world.now = new Date(world.now.getTime() + 3_600_000);
  const today = dayIn(world.now, "UTC");
  if (step.do === "days") world.now = new Date(world.now.getTime() + step.days * 86_400_000);
  if (step.do === "sign" && (await sign(world))) await holds(world);
  if (step.do === "role") {
    const memberId = world.members[step.who]!;
    const { role } = step;
    await write(world, (tx, actor) => changeMember(tx, actor, memberId, { role }));
    world.roles.push({ memberId, fromDay: dayIn(world.now, "UTC"), role });
  }
  if (step.do === "rule") {
    const id = world.spiffs[step.which % world.spiffs.length]!;
    await write(world, async (tx, actor) => {
      const { core } = (await readBooks(tx, actor)).spiffs.find((spiff) => spiff.id === id)!;
      const holdsFrom = step.now ? "this-period" : "next-period";
      await changeSpiff(tx, actor, id, termsOf(world, core.measure, step.terms), holdsFrom);
    });
  }
  if (step.do === "fact") {
    const memberId = world.members[step.who]!;
    const day = addDays(today, -step.back);
    const fact = { id: newId(world.now), measure: step.measure, undone: false };
    world.facts.push(fact);
    const credit = { memberId, teamId: world.teams[step.who % 2]! };
    await write(world, (tx, actor) => {
      if (step.measure === "loops-closed") {
        const detail = { kind: "thank", memberId, sourceId: PEOPLE[step.person] };
        return writeJournal(tx, actor, [
          { verb: "source.thanked", subject: { kind: "duty", id: fact.id }, day, detail },
        ]);
      }
      const asked = step.measure === "people-asked";
      const counts = { measure: step.measure, credit, ...(asked && { onceKey: PEOPLE[step.person]! }) };
      const subject = { kind: asked ? "ask" : "referral", id: fact.id };
      const detail = asked ? {} : { level: step.level };
      return writeJournal(tx, actor, [
        { verb: asked ? "ask.made" : "referral.received", subject, day, counts, detail },
      ]);
    });
  }
  if (step.do === "undo" || step.do === "level") {
    const left = world.facts.filter(
      ({ undone, measure }) => !undone && (step.do === "undo" || measure === "referrals-received"),
    );
    const fact = left[step.which % left.length];
    if (fact && step.do === "undo") await undo(world, fact);
    if (fact && step.do === "level") await relevel(world, fact, step.level);
  }
}

async function undo(world: World, fact: Fact): Promise<void> {
  fact.undone = true;
  const verb = fact.measure === "loops-closed" ? "duty.taken-back" : "x.taken-back";
  await write(world, (tx, actor) => writeCounterEntries(tx, actor, { subjectIds: [fact.id] }, verb));
}

async function relevel(world: World, fact: Fact, level: number): Promise<void> {
  const subject = { kind: "referral", id: fact.id };
  const line = { verb: "referral.level-changed", subject, day: dayIn(world.now, "UTC"), detail: { level } };
  await write(world, (tx, actor) => writeJournal(tx, actor, [line]));
}

/** False where no month is over that could be signed. */
async function sign(world: World): Promise<boolean> {
  return write(world, async (tx, actor) => {
    const books = await readBooks(tx, actor);
    if (!books.due.over) return false;
    const { seen, statements } = await statementsOf(tx, actor, books.due.start);
    if (books.due.rounds.length === 0 && statements.every(({ totals }) => totals.length === 0)) return false;
    const { made } = await signMonth(tx, actor, books.due.start, seen ?? "");
    expect(made).toBe(true);
    world.signed += 1;
    return true;
  });
}

async function holds(world: World): Promise<void> {
  await test.database.read(world.workspaceId, async (tx) => {
    const actor = actorIn(world);
    const books = await readBooks(tx, actor);
    const payouts = await standingPayouts(tx);
    const lines = await linesSigned(tx);
    const { statements } = await openStatements(tx, actor, books, books.due);
    const pending = statements.flatMap(({ memberId, entries }) =>
      entries.map((entry) => ({ ...entry, memberId })),
    );
    const worth = await recountOf(tx, world);
    for (const memberId of world.members) {
      for (const currency of ["EUR", "JPY"]) {
        const of = <T extends { memberId: string; currency: string }>(all: readonly T[]) =>
          all.filter((each) => each.memberId === memberId && each.currency === currency);
        const paid = of(lines).filter(({ kind }) => !kind.startsWith("carried"));
        const corrections = of(pending).filter(({ correctsId }) => correctsId !== null);
        for (const payout of payouts) {
          const wanted = sum(of(worth.filter(({ end }) => payout.start <= end && end <= payout.end)));
          const own = paid.filter((line) => (line.correctsId ?? line.payoutId) === payout.id);
          const now = corrections.filter(({ correctsId }) => correctsId === payout.id);
          expect(sum(own) + sum(now), `${memberId} ${currency} ${payout.start}`).toBe(wanted);
          // Nobody pays back.
          expect(sum(of(lines).filter(({ payoutId }) => payoutId === payout.id))).toBeGreaterThanOrEqual(0);
        }
        const put = of(lines).filter(({ kind }) => kind.startsWith("carried"));
        expect(sum(put)).toBeGreaterThanOrEqual(0);
        expect(sum(of(lines))).toBe(sum(paid) + sum(put));
        expect(sum(of(pending))).toBeGreaterThanOrEqual(0);
        const open = of(pending).filter(
          ({ versionId, correctsId }) => versionId !== null && correctsId === null,
        );
        const wanted = worth.filter(({ end }) => books.due.start <= end && end <= books.due.end);
        expect(sum(open)).toBe(sum(of(wanted)));
      }
    }
    for (const check of spiffChecks)
      expect(await check.mistakes(tx, { id: world.workspaceId, firstDay: world.calendar.firstDay })).toEqual(
        [],
      );
  });
}

async function linesSigned(tx: Tx) {
  const { rows } = await sql<{
    payoutId: string;
    memberId: string;
    kind: string;
    correctsId: string | null;
    minor: number;
    currency: string;
  }>`
    select s.payout_id as "payoutId", s.member_id as "memberId", l.kind, l.corrects_id as "correctsId", l.minor, l.currency
      from spiff_line l join spiff_statement s on s.workspace_id = l.workspace_id and s.id = l.statement_id
     where l.workspace_id = ${tx.workspaceId}`.execute(tx.tables());
  return rows;
}

interface Worth {
  end: Day;
  memberId: string;
  minor: number;
  currency: string;
}

interface RawLine {
  id: string;
  verb: string;
  subject_id: string;
  day: Day;
  member_id: string | null;
  team_id: string | null;
  measure: string | null;
  once_key: string | null;
  undoes: string | null;
  detail: { level?: number; memberId?: string };
}

/** The rules said once more, in the plainest way, over the raw journal: what each member is worth in each round there ever was. */
async function recountOf(tx: Tx, world: World): Promise<Worth[]> {
  const { rows } = await sql<RawLine>`
    select id, verb, subject_id, day, member_id, team_id, measure, once_key, undoes, detail from journal
     where workspace_id = ${tx.workspaceId} order by id`.execute(tx.tables());
  const gone = new Set(rows.flatMap(({ undoes }) => undoes ?? []));
  const standing = rows.filter(({ id, undoes }) => undoes === null && !gone.has(id));
  const level = new Map<string, number>();
  for (const { undoes, subject_id, detail } of rows)
    if (undoes === null && detail.level !== undefined) level.set(subject_id, detail.level);
  const facts = standing.flatMap((line) => {
    const measure = line.verb === "source.thanked" ? "loops-closed" : line.measure;
    const memberId = line.member_id ?? line.detail.memberId;
    if (!measure || !memberId) return [];
    const twin = standing.some(
      (other) =>
        line.once_key !== null &&
        other.once_key === line.once_key &&
        other.member_id === line.member_id &&
        weekOf(other.day, world.calendar.firstDay) === weekOf(line.day, world.calendar.firstDay) &&
        `${other.day} ${other.id}` < `${line.day} ${line.id}`,
    );
    const team = line.team_id ?? world.teams[world.members.indexOf(memberId) % 2];
    return twin ? [] : [{ measure, memberId, day: line.day, team, level: level.get(line.subject_id) }];
  });
  const worth: Worth[] = [];
  const { spiffs } = await readBooks(tx, actorIn(world));
  const last = dayIn(world.now, "UTC");
  for (const { core, versions } of spiffs) {
    let period = periodOf(FIRST, core.period, world.calendar);
    for (; period.start <= last; period = periodOf(addDays(period.end, 1), core.period, world.calendar)) {
      const rule = versions.findLast(({ holdsFrom }) => holdsFrom <= period.start);
      if (!rule) continue;
      const earned = world.members.map((memberId) => {
        const count = facts.filter(
          (fact) =>
            fact.measure === core.measure &&
            fact.memberId === memberId &&
            fact.day >= period.start &&
            fact.day <= period.end &&
            fact.day >= rule.fromDay &&
            (rule.teamIds.length === 0 || rule.teamIds.includes(fact.team ?? "")) &&
            (rule.levels === null || rule.levels.includes(fact.level ?? 0)) &&
            (rule.roles as readonly string[]).includes(
              world.roles.findLast((said) => said.memberId === memberId && said.fromDay <= fact.day)?.role ??
                "rep",
            ),
        ).length;
        const { pay } = rule;
        const all = pay.kind === "each" ? pay.minor * count : sum(pay.steps.filter(({ at }) => count >= at));
        return { memberId, minor: Math.min(all, rule.repCap ?? Infinity) };
      });
      const total = sum(earned);
      const cap = rule.allCap ?? Infinity;
      for (const each of total > cap ? shared(earned, cap, total) : earned)
        worth.push({ ...each, end: period.end, currency: core.currency });
    }
  }
  return worth;
}

/** Whole shares first, then one unit after the other to whoever is furthest from their share. */
function shared(earned: { memberId: string; minor: number }[], cap: number, total: number) {
  const kept = earned.map(({ memberId, minor }) => ({
    memberId,
    minor: Math.floor((minor * cap) / total),
    earned: minor,
  }));
  const given = new Set<string>();
  while (sum(kept) < cap) {
    const next = kept
      .filter(({ memberId }) => !given.has(memberId))
      .toSorted(
        (a, b) =>
          ((b.earned * cap) % total) - ((a.earned * cap) % total) || (a.memberId < b.memberId ? -1 : 1),
      )[0]!;
    next.minor += 1;
    given.add(next.memberId);
  }
  expect(sum(kept)).toBe(cap);
  return kept.map(({ memberId, minor }) => ({ memberId, minor }));
}

function sum(all: readonly { minor: number }[]): number {
  return all.reduce((total, { minor }) => total + minor, 0);
}

async function write<T>(world: World, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  return test.database.write(world.workspaceId, (tx) => work(tx, actorIn(world)));
}

function actorIn({ workspaceId, calendar, leader, now }: World): Actor {
  return {
    workspace: { id: workspaceId, slug: "w", name: "W", timeZone: "UTC", currency: "EUR", calendar },
    member: { id: leader, name: "O", role: "leader", teamId: null },
    leads: [],
    now,
    today: dayIn(now, "UTC"),
  };
}
