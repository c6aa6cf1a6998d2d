import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { recordOutcome } from "#asks/answer-actions.ts";
import { getAsk } from "#asks/ask-actions.ts";
import { makeAsk } from "#asks/make-ask-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { holdPerson } from "#people/person-actions.ts";
import { actorOf } from "#team/door-actions.ts";
import { receiveReferral, takeBackReferral } from "./referral-actions.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

let begun = 0;

/** One transaction as the rep; `begun` also counts those that PostgreSQL had to break and that ran again. */
function asRep<T>(work: (tx: Tx, rep: Actor) => Promise<T>): Promise<T> {
  return t.test.database.write(t.cast.workspaceId, async (tx) => {
    begun += 1;
    return work(tx, await actorOf(tx, t.cast.rep, t.now));
  });
}

const person = async (fullName: string): Promise<string> =>
  (await t.post("leader", "/people", { fullName })).body.id;

async function asked(name: string) {
  const sourceId = await person(name);
  const { ask } = await asRep((tx, rep) =>
    makeAsk(tx, rep, { sourceId, day: "2026-11-10", outcome: "will-think" }),
  );
  const wanted = { sourceId, askId: ask.id, level: 2 as const, contact: { fullName: `${name}'s friend` } };
  return { sourceId, ask, wanted };
}

it("waits for whoever holds the source before it takes back what came of an ask", async () => {
  const { sourceId, ask, wanted } = await asked("Heike Held");
  const referral = await asRep((tx, rep) => receiveReferral(tx, rep, wanted));
  const before = begun;
  const ended: string[] = [];
  const [held, otherWaits] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = asRep(async (tx, rep) => {
    await holdPerson(tx, sourceId);
    held.resolve();
    await otherWaits.promise;
    // Waits for the other, and the other for us, if that has locked the ask or the introduction first.
    await makeAsk(tx, rep, { sourceId, day: "2026-11-11" });
    await takeBackReferral(tx, rep, referral.id);
    ended.push("the first");
  });
  await held.promise;
  const other = asRep((tx, rep) => takeBackReferral(tx, rep, referral.id)).catch((error: unknown) => {
    ended.push(error instanceof Problem ? error.kind : String(error));
  });
  await sleep(100);
  otherWaits.resolve();
  await Promise.all([first, other]);
  expect(ended).toEqual(["the first", "not-found"]);
  expect(begun - before).toBe(2);
  expect((await asRep((tx) => getAsk(tx, ask.id))).outcome).toBe("will-think");
});

it("breaks no deadlock when introductions come and go both ways while their asks are answered", async () => {
  const [one, two] = [await asked("Otto One"), await asked("Tilda Two")];
  const before = begun;
  const both = (a: typeof one, b: typeof one) => ({
    sourceId: a.sourceId,
    contactId: b.sourceId,
    askId: a.ask.id,
    level: 1 as const,
  });
  let received = 0;
  const comeAndGo = async (a: typeof one, b: typeof one) => {
    const referral = await asRep((tx, rep) => receiveReferral(tx, rep, both(a, b)));
    received += 1;
    await asRep((tx, rep) => takeBackReferral(tx, rep, referral.id));
  };
  const answered = new Map<string, number>();
  const answer = async (a: typeof one, note: string) => {
    await asRep((tx, rep) => recordOutcome(tx, rep, a.ask.id, { outcome: "no", note }));
    answered.set(a.ask.id, (answered.get(a.ask.id) ?? 0) + 1);
  };
  const work = Array.from({ length: 10 }).flatMap((_none, round) => [
    comeAndGo(one, two),
    comeAndGo(two, one),
    answer(one, `${round}`),
    answer(two, `${round}`),
  ]);
  const ends = await Promise.allSettled(work);
  const faults = ends.filter((each) => each.status === "rejected" && !(each.reason instanceof Problem));
  expect(faults).toEqual([]);
  expect(received).toBeGreaterThan(0);
  expect(begun - before).toBe(40 + received);
  for (const { ask } of [one, two]) {
    const { conversations } = await asRep((tx) => getAsk(tx, ask.id));
    const told = Array<string>(answered.get(ask.id) ?? 0).fill("no");
    expect(conversations.map((each) => each.outcome)).toEqual(["will-think", ...told]);
  }
  expect(await t.mistakes()).toEqual([]);
});
