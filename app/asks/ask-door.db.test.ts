import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { holdPerson } from "#people/person-actions.ts";
import { actorOf } from "#team/door-actions.ts";
import { letGo, noteNamed, recordOutcome, takeUpAgain } from "./answer-actions.ts";
import { sumOf } from "./ask.ts";
import { conversationsOf, listAsks } from "./ask-store.ts";
import { makeAsk } from "./make-ask-actions.ts";
import { takeBackAsk, takeBackConversation } from "./take-back-actions.ts";

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

const notNow = { outcome: "not-now", untilDay: "2026-11-17" } as const;
const deeds: [string, (tx: Tx, rep: Actor, ask: { id: string; sourceId: string }) => Promise<unknown>][] = [
  ["an answer", (tx, rep, { id }) => recordOutcome(tx, rep, id, { outcome: "will-think" })],
  [
    "somebody named",
    (tx, rep, { id, sourceId }) =>
      noteNamed(tx, rep, id, { sourceId, memberId: rep.member.id, day: rep.today }),
  ],
  ["letting go", (tx, rep, { id }) => letGo(tx, rep, id)],
  ["taking up again", (tx, rep, { id }) => takeUpAgain(tx, rep, id)],
  [
    "taking back a conversation",
    async (tx, rep, { id }) =>
      takeBackConversation(tx, rep, id, (await conversationsOf(tx, id)).at(-1)?.id ?? id),
  ],
  ["taking it back", (tx, rep, { id }) => takeBackAsk(tx, rep, id)],
];

it.each(deeds)(
  "%s waits for whoever holds the source, and holds nothing itself meanwhile",
  async (what, deed) => {
    const sourceId = await person(`Held ${what}`);
    const { ask } = await asRep((tx, rep) => makeAsk(tx, rep, { sourceId, day: "2026-11-10", ...notNow }));
    const before = begun;
    const ended: string[] = [];
    const [held, otherWaits] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = asRep(async (tx, rep) => {
      await holdPerson(tx, sourceId);
      held.resolve();
      await otherWaits.promise;
      // Would wait for the other, and the other for us, if that had locked the ask first.
      await makeAsk(tx, rep, { sourceId, day: "2026-11-11" });
      ended.push("the first");
    });
    await held.promise;
    const other = asRep((tx, rep) => deed(tx, rep, ask)).then(() => ended.push(what));
    await sleep(100);
    otherWaits.resolve();
    await Promise.all([first, other]);
    expect(ended).toEqual(["the first", what]);
    expect(begun - before).toBe(2);
  },
);

it("loses nothing and breaks no deadlock when everything happens to one source at once, under two names", async () => {
  const [sourceId, twin, colleague] = [
    await person("Rita Race"),
    await person("R. Race"),
    await person("Cole Ag"),
  ];
  const made = await Promise.all([
    asRep((tx, rep) => makeAsk(tx, rep, { sourceId: twin, day: "2026-10-01", ...notNow })),
    asRep((tx, rep) => makeAsk(tx, rep, { sourceId, day: "2026-10-20", outcome: "no" })),
  ]);
  await t.post("leader", "/merges", { kind: "person", keptId: sourceId, mergedId: twin });
  const before = begun;
  const work = Array.from({ length: 8 }).flatMap((_none, round) =>
    made.flatMap(({ ask }) => [
      () => asRep((tx, rep) => makeAsk(tx, rep, { sourceId, day: round % 2 ? "2026-10-02" : "2026-10-21" })),
      () => asRep((tx, rep) => recordOutcome(tx, rep, ask.id, { outcome: "will-think", note: `${round}` })),
      () =>
        asRep((tx, rep) =>
          recordOutcome(tx, rep, ask.id, {
            outcome: "sent-to-colleague",
            colleagueId: colleague,
            note: `c${round}`,
          }),
        ),
      () =>
        asRep(async (tx, rep) => {
          const last = (await conversationsOf(tx, ask.id)).at(-1);
          if (last && !last.asked) await takeBackConversation(tx, rep, ask.id, last.id);
        }),
    ]),
  );
  const results = await Promise.allSettled(work.map((each) => each()));
  const faults = results.filter((each) => each.status === "rejected" && !(each.reason instanceof Problem));
  expect(faults).toEqual([]);
  expect(begun - before).toBe(work.length);
  await t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { items } = await listAsks(tx, { sourceIds: [sourceId, twin] }, undefined, 100);
    expect(items).toHaveLength(2);
    let asked = 0;
    for (const ask of items) {
      const conversations = await conversationsOf(tx, ask.id);
      expect(ask).toMatchObject(sumOf(conversations)!);
      asked += conversations.filter((each) => each.asked).length;
    }
    expect(asked).toBe(2 + 16);
  });
  expect(await t.mistakes()).toEqual([]);
});
