import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn, type Day } from "#lib/kernel/days.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { verify } from "#lib/storage/verify.ts";
import { addPerson } from "#people/person-actions.ts";
import { actorOf } from "#team/door-actions.ts";
import { checks } from "../house.ts";
import { makeAsk } from "./make-ask-actions.ts";
import { getPlan, letPlanGo, movePlan, planAsk, takeUpPlan } from "./plan-actions.ts";
import { carriesOut, oldestStandingWeek, stateOf, WEEKS_AHEAD } from "./plan.ts";
import { takeBackAsk, takeBackConversation } from "./take-back-actions.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const BEGIN = new Date("2026-11-18T10:00:00Z");
const MINUTE = 60_000;

type Deed =
  | { do: "ask"; back: number }
  | { do: "undo-ask"; which: number }
  | { do: "undo-talk"; which: number }
  | { do: "move"; weeks: number }
  | { do: "let-go" }
  | { do: "take-up" }
  | { do: "wait"; days: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("ask" as const), back: fc.nat(9) }) },
  fc.record({ do: fc.constant("undo-ask" as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant("undo-talk" as const), which: fc.nat(9) }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("move" as const), weeks: fc.integer({ min: -3, max: 2 }) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "let-go" as const }) },
  { weight: 2, arbitrary: fc.constant({ do: "take-up" as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 9 }) }),
  },
);

interface Talk {
  askId: string;
  id: string;
  day: Day;
  at: Date;
}

/** What ought to be, by the rules alone. */
interface Model {
  id: string;
  personId: string;
  now: Date;
  week: Day;
  day: Day;
  at: Date;
  letGoOn: Day | null;
  talks: Talk[];
}

it("is in exactly one state, and always the same one, whatever is asked, undone, moved and let go in whichever order", async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 14 }), async (deeds) => {
      const model = await begin((told += 1));
      for (const each of deeds) {
        model.now = new Date(model.now.getTime() + MINUTE);
        await carryOut(model, each);
        const { askId, state } = await seen(model);
        const expected = expectedOf(model);
        expect(state, JSON.stringify(each)).toBe(expected.state);
        expect(askId !== null).toBe(expected.state === "asked");
        expect([null, ...expected.by]).toContain(askId);
      }
    }),
    { numRuns: 40, seed: 17 },
  );
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  expect(results.flatMap(({ mistakes }) => mistakes)).toEqual([]);
}, 120_000);

function expectedOf(model: Model) {
  const by = model.talks.filter((said) => carriesOut(said, model)).map(({ askId }) => askId);
  const askId = model.letGoOn === null ? (by[0] ?? null) : null;
  return { by, state: stateOf({ ...model, askId }, todayOf(model)) };
}

async function begin(n: number): Promise<Model> {
  return as({ now: BEGIN }, async (tx, actor) => {
    const person = await addPerson(
      tx,
      actor,
      { fullName: `Planned ${n}` },
      { cameFrom: "typed", detail: null },
    );
    const { plan } = await planAsk(tx, actor, { personId: person.id });
    const { id, week, day, at } = plan;
    return { id, personId: person.id, now: BEGIN, week, day, at, letGoOn: null, talks: [] };
  });
}

async function carryOut(model: Model, each: Deed): Promise<void> {
  const today = todayOf(model);
  const { state } = expectedOf(model);
  switch (each.do) {
    case "wait":
      model.now = new Date(model.now.getTime() + each.days * 1_440 * MINUTE);
      return;
    case "ask": {
      const day = addDays(today, -each.back);
      const made = await as(model, (tx, actor) =>
        makeAsk(tx, actor, { sourceId: model.personId, day, happened: true }),
      );
      model.talks.push({ askId: made.ask.id, id: made.saidId, day, at: model.now });
      return;
    }
    case "undo-ask": {
      const gone = model.talks[each.which % (model.talks.length || 1)]?.askId;
      if (gone === undefined) return;
      await as(model, (tx, actor) => takeBackAsk(tx, actor, gone));
      model.talks = model.talks.filter(({ askId }) => askId !== gone);
      return;
    }
    case "undo-talk": {
      const gone = model.talks[each.which % (model.talks.length || 1)];
      if (gone === undefined) return;
      await as(model, (tx, actor) => takeBackConversation(tx, actor, gone.askId, gone.id));
      model.talks = model.talks.filter(({ id }) => id !== gone.id);
      return;
    }
    case "move": {
      const week = addDays(weekOf(today, 1), 7 * each.weeks);
      const may = week >= oldestStandingWeek(today, 1) && each.weeks <= WEEKS_AHEAD;
      const refused = state !== "planned" ? "conflict" : may ? null : "invalid";
      await refusedWith(refused, () => as(model, (tx, actor) => movePlan(tx, actor, model.id, week)));
      if (refused === null) model.week = week;
      return;
    }
    case "let-go":
      await refusedWith(state === "asked" ? "conflict" : null, () =>
        as(model, (tx, actor) => letPlanGo(tx, actor, model.id, "no-time")),
      );
      if (state !== "asked") model.letGoOn ??= today;
      return;
    case "take-up":
      await as(model, (tx, actor) => takeUpPlan(tx, actor, model.id));
      model.letGoOn = null;
  }
}

async function seen(model: Model) {
  const plan = await as(model, (tx, actor) => getPlan(tx, actor, model.id));
  return { askId: plan.askId, state: stateOf(plan, todayOf(model)) };
}

async function refusedWith(kind: string | null, act: () => Promise<unknown>): Promise<void> {
  const thrown = await act().then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown !== null && !(thrown instanceof Problem)) throw thrown;
  expect(thrown === null ? null : thrown.kind).toBe(kind);
}

function as<T>({ now }: { now: Date }, act: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  return t.test.database.write(t.cast.workspaceId, async (tx) => act(tx, await actorOf(tx, t.cast.rep, now)));
}

function todayOf({ now }: { now: Date }): Day {
  return dayIn(now, "Europe/Berlin");
}
