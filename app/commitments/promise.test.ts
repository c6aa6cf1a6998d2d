import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  checkTold,
  cleanPromise,
  COUNTED,
  keyOf,
  progressOf,
  stateOf,
  tallied,
  type Promised,
  type PromiseState,
  type Told,
  type WeekFacts,
} from "./promise.ts";

const ASK: Promised = { kind: "ask", personId: "jale" };
const FIVE: Promised = { kind: "count", measure: "touches", count: 5 };
const PRACTICE: Promised = { kind: "practice", count: 3 };
const DUTY: Promised = { kind: "duty", dutyId: "r.thank.s" };
const OWN: Promised = { kind: "own", words: "Write the forwardable lines" };

const facts = (some: Partial<WeekFacts> & { counts?: Record<string, number> } = {}): WeekFacts => ({
  asked: some.asked ?? new Set(),
  nobody: some.nobody ?? new Set(),
  counted: (measure) => some.counts?.[measure] ?? 0,
  duty: some.duty ?? (() => "owed"),
});
const NOTHING = facts();
const ALL = facts({
  asked: new Set(["jale"]),
  counts: { touches: 5, "practice-sessions": 3 },
  duty: () => "done",
});
const during = { ended: false, closed: false, away: false };
const after = { ended: true, closed: false, away: false };
const closed = { ended: true, closed: true, away: false };
const off = { ended: true, closed: true, away: true };
const KEPT = { how: "kept" } as const;
const MISSED = { how: "missed" } as const;

describe("a promise", () => {
  test.each<[string, Promised, Pick<Told, "how"> | null, WeekFacts, typeof during, PromiseState]>([
    ["to ask, asked", ASK, null, ALL, during, "kept"],
    ["to ask, in its week", ASK, null, NOTHING, during, "open"],
    ["to ask, week over", ASK, null, NOTHING, after, "missed"],
    ["to ask, said missed, asked after all", ASK, MISSED, ALL, after, "kept"],
    ["to ask, said missed on Friday", ASK, MISSED, NOTHING, during, "missed"],
    ["to ask, somebody else asked", ASK, null, facts({ asked: new Set(["bo"]) }), after, "missed"],
    ["to ask, erased since", ASK, null, facts({ nobody: new Set(["jale"]) }), after, "gone"],
    ["to ask, said missed, erased since", ASK, MISSED, facts({ nobody: new Set(["jale"]) }), after, "gone"],
    ["to ask, asked and erased since", ASK, null, { ...ALL, nobody: new Set(["jale"]) }, after, "kept"],
    ["to ask, away", ASK, null, NOTHING, off, "away"],
    ["to ask, asked although away", ASK, null, ALL, off, "kept"],
    ["to ask, away and the week goes on", ASK, null, NOTHING, { ...during, away: true }, "open"],
    ["to ask, away and said missed", ASK, MISSED, NOTHING, { ...during, away: true }, "away"],
    ["of a number, reached", FIVE, null, ALL, during, "kept"],
    ["of a number, more than that", FIVE, null, facts({ counts: { touches: 9 } }), after, "kept"],
    ["of a number, one short", FIVE, null, facts({ counts: { touches: 4 } }), after, "missed"],
    ["of a number, another measure", FIVE, null, facts({ counts: { "people-asked": 9 } }), after, "missed"],
    ["to practise, done", PRACTICE, null, ALL, after, "kept"],
    ["to practise, not", PRACTICE, null, NOTHING, after, "missed"],
    ["of a duty, done", DUTY, null, ALL, during, "kept"],
    ["of a duty, owed still", DUTY, null, NOTHING, after, "missed"],
    ["of a duty that fell away", DUTY, null, facts({ duty: () => "gone" }), after, "gone"],
    ["in own words, said kept", OWN, KEPT, NOTHING, during, "kept"],
    ["in own words, said missed", OWN, MISSED, NOTHING, during, "missed"],
    ["in own words, nothing said, time left", OWN, null, NOTHING, after, "open"],
    ["in own words, nothing said, none left", OWN, null, NOTHING, closed, "missed"],
    ["in own words, said kept, away", OWN, KEPT, NOTHING, off, "kept"],
    ["in own words, away", OWN, null, NOTHING, off, "away"],
  ])("%s", (_name, promised, told, known, week, state) => {
    expect(stateOf(promised, told, known, week)).toBe(state);
  });

  const promised = fc.oneof(
    fc.constantFrom<Promised>(ASK, DUTY, OWN, PRACTICE),
    fc.record({
      kind: fc.constant("count" as const),
      measure: fc.constantFrom(...COUNTED),
      count: fc.integer({ min: 1, max: 9 }),
    }),
  );
  const told = fc.constantFrom(null, KEPT, MISSED);
  const known = fc
    .record({
      asked: fc.boolean(),
      count: fc.integer({ min: 0, max: 12 }),
      duty: fc.constantFrom("done" as const, "owed" as const, "gone" as const),
    })
    .map(({ asked, count, duty }) => ({
      asked: new Set(asked ? ["jale"] : []),
      nobody: new Set<string>(),
      counted: () => count,
      duty: () => duty,
    }));

  it("never gets worse by more being done, and is never open once its time is over", () => {
    fc.assert(
      fc.property(promised, told, known, fc.boolean(), (one, said, some, away) => {
        const before = stateOf(one, said, some, { ...closed, away });
        expect(before).not.toBe("open");
        expect(away && before === "missed").toBe(false);
        const more = { ...some, asked: new Set(["jale"]), counted: () => 99, duty: () => "done" as const };
        const after = stateOf(one, said, more, { ...closed, away });
        expect(after).toBe(one.kind === "own" ? before : "kept");
      }),
    );
  });

  it("that was kept when its week was over was not missed before, whatever was said", () => {
    fc.assert(
      fc.property(promised, known, (one, some) => {
        if (stateOf(one, null, some, closed) !== "kept") return;
        for (const said of [null, MISSED]) expect(stateOf(one, said, some, during)).toBe("kept");
      }),
    );
  });

  it("says how far it came where something is counted", () => {
    expect(progressOf(FIVE, facts({ counts: { touches: 2 } }))).toEqual({ done: 2, of: 5 });
    expect(progressOf(PRACTICE, ALL)).toEqual({ done: 3, of: 3 });
    expect(progressOf(ASK, ALL)).toBeNull();
  });

  test.each<[Promised, Told]>([
    [OWN, { how: "kept", why: null, next: null }],
    [OWN, { how: "missed", why: "too-much", next: "let-go" }],
    [ASK, { how: "missed", why: null, next: "carried" }],
  ])("%j may be told as %j", (one, said) => {
    expect(() => checkTold(one, said)).not.toThrow();
  });

  test.each<[Promised, Told, string]>([
    [OWN, { how: "kept", why: "no-time", next: null }, "nothing is left"],
    [OWN, { how: "kept", why: null, next: "carried" }, "nothing is left"],
    [ASK, { how: "kept", why: null, next: null }, "log what happened"],
    [FIVE, { how: "kept", why: null, next: null }, "log what happened"],
  ])("%j is not told as %j", (one, said, why) => {
    expect(() => checkTold(one, said)).toThrow(why);
  });

  it("is one with another of the same, and is cleaned", () => {
    expect(keyOf({ kind: "count", measure: "touches", count: 7 })).toBe(keyOf(FIVE));
    expect(keyOf({ kind: "own", words: " write the forwardable LINES" })).toBe(keyOf(OWN));
    expect(new Set([ASK, FIVE, PRACTICE, DUTY, OWN].map(keyOf)).size).toBe(5);
    expect(cleanPromise({ kind: "own", words: "  call  " })).toEqual({ kind: "own", words: "call" });
  });

  test.each<[Promised, string]>([
    [{ kind: "own", words: "  " }, "in a few words"],
    [{ kind: "own", words: "x".repeat(301) }, "at most 300"],
    [{ kind: "practice", count: 0 }, "from 1 to 99"],
    [{ kind: "count", measure: "touches", count: 100 }, "from 1 to 99"],
  ])("is not %j", (wrong, why) => {
    expect(() => cleanPromise(wrong)).toThrow(why);
  });
});

test("a week is counted by what became of its promises", () => {
  expect(tallied(["kept", "kept", "missed", "away", "gone", "open"])).toEqual({
    kept: 2,
    missed: 1,
    neither: 2,
    open: 1,
  });
});
