import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  AGES,
  compare,
  fasterWithin,
  largerWithin,
  unlikeIn,
  type Alike,
  type AlikeSizes,
  type AlikeTimes,
} from "./stands-alike.ts";

type Side = "first" | "second";
const won = (group: Side, size: string, log: number, many: number): AlikeSizes => ({
  group,
  beside: { "account-size": size, rep: "a" },
  many,
  logs: { n: many, sum: many * log, squares: many * (log ** 2 + 0.25) },
});

const deals = (
  group: "first" | "second",
  size: string,
  rep: string,
  successes: number,
  many: number,
): Alike => ({
  group,
  beside: { "account-size": size, rep },
  many,
  successes,
});

// C. R. Charig et al., BMJ 292 (1986) 879-882: open surgery against the puncture of kidney stones, which did the small ones.
const KIDNEYS = [
  deals("first", "small", "r", 81, 87),
  deals("first", "large", "r", 192, 263),
  deals("second", "small", "r", 234, 270),
  deals("second", "large", "r", 55, 80),
];

describe("two groups", () => {
  it("of kidney stones are not alike in size, and what is behind taken together is ahead within each size", () => {
    const found = compare(KIDNEYS);
    if (found.kind === "too-early") throw new Error("too early");
    expect(found.plain.value).toBeCloseTo(273 / 350 - 289 / 350, 12);
    expect(found.plain.value).toBeLessThan(0);
    // 263 of 350 large ones against 80 of 350.
    expect(found.unlike).toEqual([{ beside: "account-size", apart: expect.closeTo(183 / 350, 12) }]);
    expect(found.within).toMatchObject({ besides: ["account-size"], first: 350, second: 350 });
    expect(found.within!.difference!.value).toBeGreaterThan(0.04);
  });

  it("are told to have turned where both are sure", () => {
    const found = compare(
      KIDNEYS.map((each) => ({ ...each, many: each.many * 10, successes: each.successes * 10 })),
    );
    expect(found).toMatchObject({ within: { verdict: "turned" } });
  });

  test.each<[string, Alike[]]>([
    [
      "holds",
      [
        deals("first", "s", "a", 60, 80),
        deals("first", "l", "a", 15, 20),
        deals("second", "s", "a", 8, 20),
        deals("second", "l", "a", 32, 80),
      ],
    ],
    [
      "gone",
      [
        deals("first", "s", "a", 72, 80),
        deals("first", "l", "a", 2, 20),
        deals("second", "s", "a", 18, 20),
        deals("second", "l", "a", 8, 80),
      ],
    ],
    [
      "found",
      [
        deals("first", "s", "a", 72, 80),
        deals("first", "l", "a", 10, 20),
        deals("second", "s", "a", 30, 50),
        deals("second", "l", "a", 2, 20),
        deals("second", "x", "a", 120, 120),
      ],
    ],
    [
      "unclear",
      [
        deals("first", "s", "a", 40, 80),
        deals("first", "l", "a", 10, 20),
        deals("second", "s", "a", 10, 20),
        deals("second", "l", "a", 40, 80),
      ],
    ],
    ["unclear", [deals("first", "s", "a", 40, 80), deals("second", "l", "a", 10, 80)]],
  ])("are told: %s", (verdict, items) => {
    expect(compare(items)).toMatchObject({ within: { verdict } });
  });

  it("that are alike need no strata", () => {
    const found = compare([
      deals("first", "s", "a", 20, 50),
      deals("first", "l", "b", 20, 50),
      deals("second", "s", "a", 10, 49),
      deals("second", "l", "b", 10, 51),
    ]);
    expect(found).toMatchObject({ kind: "compared", unlike: [], within: null });
  });

  it("may differ by their reps, and by both", () => {
    const items = [
      deals("first", "s", "a", 20, 60),
      deals("first", "l", "b", 20, 40),
      deals("second", "s", "b", 10, 30),
      deals("second", "l", "a", 10, 70),
    ];
    expect(unlikeIn(items).map(({ beside }) => beside)).toEqual(["account-size", "rep"]);
    // Nobody of one group has a like in the other, by size and rep.
    expect(compare(items)).toMatchObject({
      within: { difference: null, first: 0, second: 0, verdict: "unclear" },
    });
  });

  it("are too early under twenty of either", () => {
    expect(compare([deals("first", "s", "a", 5, 19), deals("second", "l", "a", 30, 400)])).toEqual({
      kind: "too-early",
      first: 19,
      second: 400,
    });
    expect(unlikeIn([deals("first", "s", "a", 5, 19), deals("second", "l", "a", 30, 400)])).toEqual([]);
  });

  const any = fc.array(
    fc
      .record({
        group: fc.constantFrom("first" as const, "second" as const),
        size: fc.constantFrom("s", "m", "l"),
        rep: fc.constantFrom("a", "b"),
        many: fc.nat(30),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ group, size, rep, many, share }) => deals(group, size, rep, Math.floor(many * share), many)),
    { maxLength: 20 },
  );

  it("turn the other way round with their names", () => {
    fc.assert(
      fc.property(any, (items) => {
        const swapped = items.map((each): Alike => ({
          ...each,
          group: each.group === "first" ? "second" : "first",
        }));
        const [one, other] = [compare(items), compare(swapped)];
        if (one.kind === "too-early" || other.kind === "too-early") return;
        expect(other.plain.value).toBeCloseTo(-one.plain.value, 10);
        expect(other.unlike.map(({ apart }) => apart.toFixed(9))).toEqual(
          one.unlike.map(({ apart }) => apart.toFixed(9)),
        );
        expect(other.within?.difference?.value ?? 0).toBeCloseTo(-(one.within?.difference?.value ?? 0), 8);
        for (const { apart } of one.unlike) expect(apart <= 1 + 1e-9 && apart >= 0.1).toBe(true);
      }),
    );
  });
});

const took = (group: Side, size: string, time: number, many: number): AlikeTimes => ({
  group,
  beside: { "account-size": size, rep: "a" },
  many,
  // Closed at `time`, in the days of the ages before it.
  ages: AGES.map((from, at) => {
    const until = AGES[at + 1] ?? Infinity;
    return {
      events: from <= time && time < until ? many : 0,
      time: many * Math.max(0, Math.min(time + 1, until) - from),
    };
  }),
});
const spread = (group: Side, size: string, around: number, n: number) =>
  Array.from({ length: n }, (_, at) => took(group, size, around + ((at * 7) % 11), 3));

test("who is faster is compared among likes", () => {
  const items = [
    ...spread("first", "small", 20, 33),
    ...spread("first", "large", 90, 11),
    ...spread("second", "small", 20, 11),
    ...spread("second", "large", 90, 33),
  ];
  const quicker = { value: -60, low: -70, high: -40 };
  const found = fasterWithin(items, quicker)!;
  expect(found).toMatchObject({ besides: ["account-size"], first: 132, second: 132, verdict: "gone" });
  expect(found.ratio!.low < 1 && 1 < found.ratio!.high).toBe(true);
  const faster = [
    ...spread("first", "small", 13, 33),
    ...spread("first", "large", 40, 11),
    ...items.filter(({ group }) => group === "second"),
  ];
  expect(fasterWithin(faster, quicker)!.verdict).toBe("holds");
  expect(fasterWithin(faster, null)!.verdict).toBe("found");
  expect(fasterWithin(faster, { low: 5, high: 20 })!.verdict).toBe("turned");
  expect(
    fasterWithin(
      items.filter(({ beside }) => beside["account-size"] === "small"),
      quicker,
    ),
  ).toBeNull();
  expect(
    fasterWithin([...spread("first", "small", 20, 9), ...spread("second", "large", 20, 9)], quicker),
  ).toMatchObject({ ratio: null, first: 0, second: 0, verdict: "unclear" });
});

test("who is larger is compared among likes", () => {
  const items = [
    won("first", "small", 9, 10),
    won("first", "large", 12, 40),
    won("second", "small", 9, 40),
    won("second", "large", 12, 10),
  ];
  const larger = { low: 100, high: 900 };
  expect(largerWithin(items, larger)).toMatchObject({ ratio: { value: 1 }, verdict: "gone" });
  const less = items.map((item) =>
    item.group === "first" ? { ...item, logs: won("first", "", 8.5, item.many).logs } : item,
  );
  expect(largerWithin(less, larger)).toMatchObject({ first: 50, second: 50, verdict: "turned" });
  expect(largerWithin([won("first", "small", 9, 10), won("second", "small", 9, 40)], larger)).toBeNull();
});
