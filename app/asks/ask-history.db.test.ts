import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { mistakesInTally, recount } from "#lib/storage/tally.ts";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import { addPerson } from "#people/person-actions.ts";
import { UNPROTECTED } from "#people/protection.ts";
import { openWorkspace } from "#team/workspace-actions.ts";
import { insertMember } from "#team/workspace-store.ts";
import { newId } from "#lib/kernel/ids.ts";
import { isOpen, openUntil, OUTCOMES, returningAsks, sumOf } from "./ask.ts";
import { askChecks } from "./ask-verify-reader.ts";
import { mayBeAsked, mayBeReopened, type Drawn } from "./budget.ts";
import { letGo, recordOutcome, takeUpAgain } from "./answer-actions.ts";
import { conversationsOf, listAsks, type AskRow } from "./ask-store.ts";
import { makeAsk } from "./make-ask-actions.ts";
import { takeBackAsk, takeBackConversation } from "./take-back-actions.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.drop());

const now = new Date("2026-11-18T10:00:00Z");
const today = "2026-11-18";
let opened = 0;

interface Small {
  reps: Actor[];
  people: string[];
}

/** A workspace of two reps and three people, whose weeks begin on `firstDay`. */
async function openSmall(firstDay: Weekday): Promise<Small> {
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
  const actorFor = (id: string, role: "rep" | "leader"): Actor => ({
    workspace,
    member: { id, name: "", role, teamId: null },
    leads: [],
    now,
    today,
  });
  return test.database.write(workspaceId, async (tx) => {
    const ids = [newId(now), newId(now)];
    for (const [at, id] of ids.entries()) {
      await insertMember(
        tx,
        { id, userId: null, name: `Rep ${at}`, email: `rep${at}@small.example`, role: "rep", teamId: null },
        "2020-01-01",
        now,
      );
    }
    const people: string[] = [];
    for (const name of ["Anna A", "Bert B", "Cora C"]) {
      people.push(
        (await addPerson(tx, actorFor(ownerId, "leader"), { fullName: name }, { cameFrom: "typed" })).id,
      );
    }
    return { reps: ids.map((id) => actorFor(id, "rep")), people };
  });
}

const rep = fc.nat({ max: 1 });
const deed = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant("ask" as const),
      rep,
      person: fc.nat({ max: 2 }),
      back: fc.oneof(fc.nat({ max: 40 }), fc.constant(0)),
      outcome: fc.option(fc.constantFrom(...OUTCOMES), { nil: null }),
      happened: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("answer" as const),
      which: fc.nat(),
      outcome: fc.constantFrom(...OUTCOMES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant("unsay" as const), which: fc.nat(), line: fc.nat() }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("take back" as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constantFrom("let go" as const, "take up" as const), which: fc.nat() }),
  },
);

it("counts each rep, person and week once, whatever was logged and taken back, under every first day of the week", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 7 }),
      fc.array(deed, { minLength: 5, maxLength: 40 }),
      async (first, later, deeds) => {
        const firstDay = first as Weekday;
        const small = await openSmall(firstDay);
        const workspaceId = small.reps[0]!.workspace.id;
        for (const each of deeds) {
          // What the rules allow must succeed, and what they refuse must be refused for that reason.
          let may: Fate = "done";
          const fate = await test.database
            .write(workspaceId, async (tx) => {
              const plan = await planOf(tx, small, each);
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
          expect(await counted(tx)).toEqual(await standing(tx, "ask", firstDay));
          expect(await standing(tx, "conversation", firstDay)).toEqual(await standing(tx, "ask", firstDay));
          await everyAskIsWhatItsConversationsSay(tx);
          for (const check of askChecks)
            expect([check.name, await check.mistakes(tx, { id: workspaceId, firstDay })]).toEqual([
              check.name,
              [],
            ]);
        });
        await test.database.alone(workspaceId, (tx) => recount(tx, later as Weekday));
        await test.database.read(workspaceId, async (tx) => {
          expect(await counted(tx)).toEqual(await standing(tx, "conversation", later as Weekday));
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
  { reps, people }: Small,
  deed_: typeof deed extends fc.Arbitrary<infer D> ? D : never,
): Promise<{ may: Fate; run: () => Promise<unknown> }> {
  if (deed_.what === "ask") {
    const day = addDays(today, -deed_.back);
    const [actor, sourceId] = [reps[deed_.rep]!, people[deed_.person]!];
    const said = saying(deed_.outcome, day, people, deed_.person);
    const wanted = { sourceId, day, happened: deed_.happened, ...said };
    const draw = {
      memberId: actor.member.id,
      day,
      openUntil: openUntil({ ...said, lastDay: day, settledOn: null }),
    };
    const refusal = mayBeAsked(await drawnBy(tx, sourceId), UNPROTECTED, draw, today, settingsOf(actor));
    const may = refusal === null || deed_.happened || day < today ? "done" : "conflict";
    return {
      may,
      run: async () => {
        const { saidId, ask } = await makeAsk(tx, actor, wanted);
        const kept = ask.conversations.find((each) => each.id === saidId);
        if (kept?.against !== (refusal?.rule ?? null))
          throw new Error(`kept as against ${kept?.against}, and what stood against it was ${refusal?.rule}`);
      },
    };
  }
  const { items } = await listAsks(tx, {}, undefined, 100);
  const ask = items[deed_.which % Math.max(1, items.length)];
  if (!ask) return { may: "done", run: async () => undefined };
  const actor = reps.find((each) => each.member.id === ask.memberId)!;
  const conversations = await conversationsOf(tx, ask.id);
  if (deed_.what === "answer") {
    const said = saying(deed_.outcome, ask.lastDay, people, people.indexOf(ask.sourceId));
    const named = conversations.some((each) => each.outcome === "named-someone");
    const opens = openUntil({ ...said, outcome: deed_.outcome, lastDay: ask.lastDay, settledOn: null });
    const isNow = ask.lastDay === today && !isOpen(ask, today) && opens !== null;
    const wanted = { memberId: ask.memberId, day: today, openUntil: opens };
    const beside = mayBeReopened(await drawnBy(tx, ask.sourceId), wanted, today, settingsOf(actor)) !== null;
    const isRefused = (named && deed_.outcome !== "named-someone") || (isNow && beside && !isSaid(ask, said));
    return {
      may: isRefused ? "conflict" : "done",
      run: () => recordOutcome(tx, actor, ask.id, { ...said, outcome: deed_.outcome, day: ask.lastDay }),
    };
  }
  if (deed_.what === "unsay") {
    const gone = conversations[deed_.line % conversations.length]!;
    return { may: "done", run: () => takeBackConversation(tx, actor, ask.id, gone.id) };
  }
  if (deed_.what === "take back") return { may: "done", run: () => takeBackAsk(tx, actor, ask.id) };
  if (deed_.what === "take up") return { may: "done", run: () => takeUpAgain(tx, actor, ask.id) };
  return { may: ask.untilDay === null ? "conflict" : "done", run: () => letGo(tx, actor, ask.id) };
}

/** What drew on them, told from the asks as they stand. */
async function drawnBy(tx: Tx, sourceId: string): Promise<Drawn[]> {
  const { items } = await listAsks(tx, { sourceIds: [sourceId] }, undefined, 100);
  return Promise.all(
    items.map(async (ask) => {
      const asked = (await conversationsOf(tx, ask.id)).filter((each) => each.asked);
      return { ...ask, kind: "ask" as const, askedDay: asked.at(-1)!.day };
    }),
  );
}

function settingsOf(actor: Actor) {
  return { restDays: 30, calendar: actor.workspace.calendar };
}

/** The same answer again changes nothing. */
function isSaid(ask: AskRow, said: ReturnType<typeof saying>): boolean {
  return ask.outcome === said.outcome && ask.untilDay === said.untilDay;
}

function saying(outcome: (typeof OUTCOMES)[number] | null, day: Day, people: string[], person: number) {
  const comesBack = outcome === "not-now" || (outcome === "will-think" && Number(day.slice(-1)) % 2 === 0);
  return {
    outcome,
    untilDay: comesBack ? addDays(day, 5) : null,
    colleagueId: outcome === "sent-to-colleague" ? people[(person + 1) % people.length] : null,
  };
}

/** By member and week, from the tally. */
async function counted(tx: Tx): Promise<Record<string, number>> {
  const { rows } = await sql<{ member: string; week: Day; count: number }>`
    select t.scope_id as member, t.week, t.count from tally t join member m on m.workspace_id = t.workspace_id and m.id = t.scope_id
     where t.workspace_id = ${tx.workspaceId} and t.measure = 'people-asked' and t.count <> 0`.execute(
    tx.tables(),
  );
  return Object.fromEntries(rows.map((row) => [`${row.member} ${row.week}`, row.count]));
}

/** The same from the rows themselves: distinct persons whom the rep asked in that week. */
async function standing(
  tx: Tx,
  by: "ask" | "conversation",
  firstDay: Weekday,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ member: string; person: string; day: Day }>`
    select a.member_id as member, a.source_id as person, ${by === "ask" ? sql`a.day` : sql`c.day`} as day
      from ask a join ask_conversation c on c.workspace_id = a.workspace_id and c.ask_id = a.id
     where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null and c.taken_back_at is null and c.asked`.execute(
    tx.tables(),
  );
  const distinct = new Set(rows.map((row) => `${row.member} ${weekOf(row.day, firstDay)} ${row.person}`));
  const counts = Object.groupBy([...distinct], (key) => key.split(" ").slice(0, 2).join(" "));
  return Object.fromEntries(
    Object.entries(counts).map(([key, persons]) => [key, persons?.length ?? 0] as const),
  );
}

async function everyAskIsWhatItsConversationsSay(tx: Tx): Promise<void> {
  const { rows: ghosts } = await sql`
    select c.id from ask_conversation c
      join ask a on a.workspace_id = c.workspace_id and a.id = c.ask_id
     where c.workspace_id = ${tx.workspaceId} and c.taken_back_at is null and a.taken_back_at is not null`.execute(
    tx.tables(),
  );
  expect(ghosts).toEqual([]);
  const { items } = await listAsks(tx, {}, undefined, 100);
  for (const ask of items) {
    const conversations = await conversationsOf(tx, ask.id);
    expect(ask).toMatchObject(sumOf(conversations)!);
  }
  const open = await listAsks(tx, { openOn: today }, undefined, 100);
  expect(open.items).toEqual(items.filter((each) => isOpen(each, today)));
  const returning = await listAsks(tx, { returningOn: today }, undefined, 100);
  expect(returning.items.map((each) => each.id)).toEqual(returningAsks(items, today).map((each) => each.id));
}
