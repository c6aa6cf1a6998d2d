import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { mistakesInTally } from "#lib/storage/tally.ts";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import { makeAsk } from "#asks/make-ask-actions.ts";
import { takeBackAsk } from "#asks/take-back-actions.ts";
import { addPerson } from "#people/person-actions.ts";
import { openWorkspace } from "#team/workspace-actions.ts";
import { chainOfPerson, chainOfReferral, type ChainLink } from "./chain-store.ts";
import { isClosed, LEVELS, mayAdvance, standingOf, STEPS } from "./referral.ts";
import {
  changeLevel,
  changeState,
  receiveReferral,
  restoreState,
  takeBackReferral,
} from "./referral-actions.ts";
import { listReferrals, stepsOf, type ReferralRow } from "./referral-store.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.drop());

const now = new Date("2026-11-18T10:00:00Z");
const today = "2026-11-18";
let opened = 0;

async function openSmall(firstDay: Weekday, count: number): Promise<{ actor: Actor; people: string[] }> {
  const calendar = { firstDay, pattern: "months" as const, startMonth: 1 as const };
  const settings = {
    name: `Small ${(opened += 1)}`,
    timeZone: "UTC",
    currency: "EUR",
    calendar,
    defaultCountry: null,
  };
  const owner = { name: "Ona", email: "ona@small.example", userId: null };
  const { workspaceId, ownerId, slug } = await openWorkspace(test.database, { settings, owner }, now);
  const workspace = {
    id: workspaceId,
    slug,
    name: settings.name,
    timeZone: "UTC",
    currency: "EUR",
    calendar,
  };
  const actor: Actor = {
    workspace,
    member: { id: ownerId, name: "Ona", role: "leader", teamId: null },
    leads: [],
    now,
    today,
  };
  const people = await test.database.write(workspaceId, async (tx) => {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      ids.push((await addPerson(tx, actor, { fullName: `Person ${at}` }, { cameFrom: "typed" })).id);
    }
    return ids;
  });
  return { actor, people };
}

const introduction = fc.record({
  source: fc.nat({ max: 5 }),
  contact: fc.nat({ max: 5 }),
  level: fc.constantFrom(...LEVELS),
  back: fc.nat({ max: 20 }),
});

it("draws a chain that ends, goes back in time, and never meets anybody twice", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(introduction, { minLength: 1, maxLength: 30 }),
      fc.boolean(),
      async (introductions, merged) => {
        const { actor, people } = await openSmall(1, 6);
        const workspaceId = actor.workspace.id;
        const received: string[] = [];
        for (const { source, contact, level, back } of introductions) {
          const wanted = {
            sourceId: people[source]!,
            contactId: people[contact]!,
            level,
            day: addDays(today, -back),
          };
          await test.database
            .write(workspaceId, (tx) => receiveReferral(tx, actor, wanted))
            .then(() => received.push(`${source} ${contact}`))
            .catch(onlyProblem);
        }
        const told = introductions.filter(({ source, contact }) => source !== contact);
        expect(received).toEqual([...new Set(told.map(({ source, contact }) => `${source} ${contact}`))]);
        if (merged) await mergeRows(workspaceId, people[5]!, people[0]!);
        await test.database.read(workspaceId, async (tx) => {
          const all = (await listReferrals(tx, {}, undefined, 100)).items;
          for (const last of all) {
            const chain = await chainOfReferral(tx, last.id);
            expect(chain.at(-1)?.referralId).toBe(last.id);
            holdsTogether(chain);
            expect(chain.map((link) => link.referralId)).toEqual(drawn(all, last).map((each) => each.id));
          }
          for (const person of people.slice(0, 5)) {
            const first = best(all.filter((each) => each.contactId === person && each.sourceId !== person));
            const chain = await chainOfPerson(tx, person);
            holdsTogether(chain);
            expect(chain.map((link) => link.referralId)).toEqual(
              first ? drawn(all, first).map((each) => each.id) : [],
            );
          }
        });
      },
    ),
    { numRuns: 25 },
  );
}, 300_000);

function holdsTogether(chain: readonly ChainLink[]): void {
  chain.slice(1).forEach((link, at) => {
    const before = chain[at]!;
    expect(before.contactId).toBe(link.sourceId);
    expect(before.day <= link.day).toBe(true);
  });
  // Two who were merged into one have introduced themselves: that link alone names one person twice.
  const links = chain.filter((link) => link.sourceId !== link.contactId);
  const persons = [links[0]?.sourceId, ...links.map((link) => link.contactId)];
  expect(new Set(persons).size).toBe(persons.length);
}

/** The same rule without a database: up from the last, the first introduction before it of somebody not met yet. */
function drawn(all: readonly ReferralRow[], last: ReferralRow): ReferralRow[] {
  const met = [last.contactId, last.sourceId];
  const line = [last];
  for (let at: ReferralRow = last; ;) {
    const up = best(
      all.filter(
        (each) => each.contactId === at.sourceId && isBefore(each, at) && !met.includes(each.sourceId),
      ),
    );
    if (!up) return line.toReversed();
    line.push(up);
    met.push(up.sourceId);
    at = up;
  }
}

function best(candidates: readonly ReferralRow[]): ReferralRow | undefined {
  return candidates.toSorted(
    (a, b) => Number(a.level === 0) - Number(b.level === 0) || (isBefore(a, b) ? -1 : 1),
  )[0];
}

function isBefore(a: ReferralRow, b: ReferralRow): boolean {
  return a.day < b.day || (a.day === b.day && a.id < b.id);
}

/** As the people room merges: the merged person's id goes on standing in our rows. */
async function mergeRows(workspaceId: string, mergedId: string, keptId: string): Promise<void> {
  await test.database.write(workspaceId, (tx) =>
    sql`update person set merged_into = ${keptId} where workspace_id = ${workspaceId} and id = ${mergedId}`.execute(
      tx.tables(),
    ),
  );
}

const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant("receive" as const), asked: fc.boolean(), introduction }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("level" as const),
      which: fc.nat(),
      level: fc.constantFrom(...LEVELS),
      back: fc.nat({ max: 20 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("state" as const),
      which: fc.nat(),
      state: fc.constantFrom(...STEPS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constantFrom("restore" as const, "take back" as const, "take back the ask" as const),
      which: fc.nat(),
    }),
  },
);

it("counts every standing introduction once, in the week it became one, whatever was changed and taken back", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 7 }),
      fc.array(deed, { minLength: 5, maxLength: 40 }),
      async (first, deeds) => {
        const firstDay = first as Weekday;
        const { actor, people } = await openSmall(firstDay, 6);
        const workspaceId = actor.workspace.id;
        for (const each of deeds) {
          // What the rules allow must succeed, and what they refuse must be refused for that reason.
          let may: Fate = "done";
          const fate = await test.database
            .write(workspaceId, async (tx) => {
              const plan = await planOf(tx, actor, people, each);
              may = plan.may;
              await plan.run();
              return "done" as const;
            })
            .catch((error: unknown) => {
              if (error instanceof Problem) return error.kind;
              throw error;
            });
          expect([each.what, fate]).toEqual([each.what, may]);
        }
        await test.database.read(workspaceId, async (tx) => {
          expect(await mistakesInTally(tx, firstDay)).toEqual([]);
          const { items } = await listReferrals(tx, {}, undefined, 100);
          const introduced = items.filter((each) => each.countsFrom !== null);
          expect(introduced.every((each) => each.level > 0)).toBe(true);
          const weeks = Object.groupBy(introduced, (each) => weekOf(each.countsFrom!, firstDay));
          const expected = Object.entries(weeks).map(([week, some]) => [week, some!.length] as const);
          expect(await counted(tx, actor.member.id)).toEqual(Object.fromEntries(expected));
          for (const each of items) {
            expect(each).toMatchObject({ state: standingOf(each, await stepsOf(tx, each.id)).state });
            expect(each.askId && (await outcomeOf(tx, each.askId))).toBe(each.askId && "named-someone");
          }
        });
      },
    ),
    { numRuns: 25 },
  );
}, 300_000);

type Fate = "done" | Problem["kind"];

/** What a deed would do, and whether the rules allow it, told from what stands before it. */
async function planOf(
  tx: Tx,
  actor: Actor,
  people: string[],
  deed_: typeof deed extends fc.Arbitrary<infer D> ? D : never,
): Promise<{ may: Fate; run: () => Promise<unknown> }> {
  const { items } = await listReferrals(tx, {}, undefined, 100);
  if (deed_.what === "receive") {
    const { source, contact, level, back } = deed_.introduction;
    const [sourceId, contactId] = [people[source]!, people[contact]!];
    const day = addDays(today, -back);
    return {
      may: receiving(items, sourceId, contactId),
      run: async () => {
        const ask = deed_.asked ? await makeAsk(tx, actor, { sourceId, day, happened: true }) : null;
        await receiveReferral(tx, actor, { sourceId, contactId, level, day, askId: ask?.ask.id });
      },
    };
  }
  const referral = items[deed_.which % Math.max(1, items.length)];
  if (!referral) return { may: "done", run: async () => undefined };
  const { id, state, askId } = referral;
  if (deed_.what === "level") {
    const day = addDays(today, -deed_.back);
    return {
      may: day < referral.day ? "invalid" : "done",
      run: () => changeLevel(tx, actor, id, deed_.level, day),
    };
  }
  if (deed_.what === "state") {
    const may = deed_.state === state || mayAdvance(state, deed_.state) ? "done" : "conflict";
    return { may, run: () => changeState(tx, actor, id, deed_.state) };
  }
  if (deed_.what === "restore") {
    const moved = (await stepsOf(tx, id)).some((step) => step.state === state);
    return { may: moved ? "done" : "conflict", run: () => restoreState(tx, actor, id) };
  }
  if (deed_.what === "take back") return { may: "done", run: () => takeBackReferral(tx, actor, id) };
  return {
    may: askId ? "conflict" : "done",
    run: async () => (askId ? takeBackAsk(tx, actor, askId) : undefined),
  };
}

/** Nobody introduces themselves, and an introduction that is under way is not received twice. */
function receiving(items: readonly ReferralRow[], sourceId: string, contactId: string): Fate {
  if (sourceId === contactId) return "invalid";
  const there = items.find((each) => each.sourceId === sourceId && each.contactId === contactId);
  return there && !isClosed(there.state) ? "conflict" : "done";
}

async function counted(tx: Tx, memberId: string): Promise<Record<Day, number>> {
  const { rows } = await sql<{ week: Day; count: number }>`
    select week, count from tally
     where workspace_id = ${tx.workspaceId} and scope_id = ${memberId} and measure = 'referrals-received' and count <> 0
     order by week`.execute(tx.tables());
  return Object.fromEntries(rows.map((row) => [row.week, row.count]));
}

async function outcomeOf(tx: Tx, askId: string): Promise<string | null | undefined> {
  const { rows } = await sql<{ outcome: string | null }>`
    select outcome from ask where workspace_id = ${tx.workspaceId} and id = ${askId} and taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0]?.outcome;
}

function onlyProblem(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}
