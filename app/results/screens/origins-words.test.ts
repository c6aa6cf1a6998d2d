import { describe, expect, it, test } from "vitest";
import type { ComparisonView } from "../comparison-view.ts";
import type { OriginsView } from "../origins-view.ts";
import {
  daysText,
  fasterText,
  fractionText,
  largerText,
  likesText,
  oftenerText,
  pointsRange,
  revenueText,
  sizeText,
  timesRange,
} from "./origins-words.ts";

test.each([
  [0, "none"],
  [0.02, "hardly any"],
  [12 / 36, "a third"],
  [0.3, "about a third"],
  [0.47, "about half"],
  [0.66, "two thirds"],
  [0.97, "nearly all"],
  [1, "all"],
])("a share of %d is %s", (share, words) => {
  expect(fractionText(share)).toBe(words);
});

test.each([
  [{ kind: "median", n: 40, closed: 30, value: 60.5, low: 50, high: 74 }, "61 days, likely 50 to 74"],
  [{ kind: "median", n: 40, closed: 30, value: 60, low: 50, high: null }, "60 days, likely 50 or more"],
  [{ kind: "median", n: 99, closed: 20, value: null, low: 80, high: null }, "longer than was seen so far"],
  [{ kind: "too-early", n: 9, closed: 2 }, "too early to say"],
] as const)("%j is %s", (time, words) => {
  expect(daysText(time)).toBe(words);
});

const sizesSaid = (introductions: object, inbound: object) =>
  sizeText({
    introductions: { sizes: [introductions] },
    items: [{ origin: "inbound", sizes: [inbound] }],
  } as unknown as OriginsView);
test("sizes are said of introductions together, of another origin only while it is too early for them", () => {
  const early = { currency: "EUR", kind: "too-early", n: 12 };
  const median = {
    currency: "EUR",
    kind: "median",
    n: 24,
    value: 90_000_00,
    low: 80_000_00,
    high: 95_000_00,
  };
  expect(sizesSaid(median, { ...median, n: 99 })).toBe(
    "Introductions: half of the deals won are larger than €90,000, likely €80,000 to €95,000.",
  );
  expect(sizesSaid(early, median)).toContain("They came to us: half");
  expect(sizesSaid(early, early)).toContain("Too early to say");
});

test.each([
  [61, "In money, introductions brought €9,000 of €12,000 (75\u00a0%)."],
  [15, "In money, introductions brought €9,000 of €12,000."],
])("of %d deals won money is told, and its share from twenty on", (count, said) => {
  const line = (minor: number, share: number) => ({
    won: { count },
    revenue: [{ minor, currency: "EUR", share }],
  });
  const data = { introductions: line(9_000_00, 0.75), all: line(12_000_00, 1) };
  expect(revenueText(data as unknown as OriginsView)).toContain(said);
});

it.each([
  [0, 0, "No deal was opened in these weeks."],
  [1, 0, "One deal was opened; none came from introductions."],
  [14, 9, "14 deals were opened; nine came from introductions."],
])("says of no revenue that of %i deals opened %i were introduced", (all, introduced, said) => {
  const [introductions, every] = [introduced, all].map((count) => ({ revenue: [], opened: { count } }));
  expect(revenueText({ introductions, all: every } as unknown as OriginsView)).toBe(said);
});

const rate = (value: number, n: number) => ({ kind: "rate" as const, value, low: 0, high: 1, n });
const median = (value: number, n: number) => ({
  kind: "median" as const,
  n,
  closed: n,
  value,
  low: value,
  high: value,
});
const PAIR = { first: "referral", second: "cold-call" } as const;

const often = (low: number, high: number) =>
  oftenerText({
    ...PAIR,
    winRate: {
      first: rate(0.42, 60),
      second: rate(0.28, 120),
      compared: {
        kind: "compared",
        first: 60,
        second: 120,
        plain: { value: 0.14, low, high },
        unlike: [],
        within: null,
      },
    },
  } as unknown as ComparisonView);

const fast = (later: object | null) =>
  fasterText({
    ...PAIR,
    timeToClose: { first: median(61, 120), second: median(89, 140), later },
  } as unknown as ComparisonView);

const large = (larger: { value: number; low: number; high: number } | null) =>
  largerText(PAIR, {
    currency: "EUR",
    first: { ...median(1_200_000, 30) },
    second: { ...median(900_000, 40) },
    larger,
    unlike: [],
    within: null,
  });

describe("a difference in plain words", () => {
  it("says by how much, likely, and of how many", () => {
    expect(often(0.03, 0.25)).toBe(
      "Deals from introductions are won more often than deals from cold calls: 42 against 28 of 100, likely 3 to 25 more (60 and 120 deals that ended).",
    );
    expect(often(-0.25, -0.03)).toContain("are won less often than deals from cold calls");
    expect(often(-0.25, -0.03)).toContain("likely 3 to 25 fewer");
    expect(often(-0.05, 0.25)).toBe(
      "Deals from introductions and deals from cold calls may be won as often: 42 against 28 of 100, anything from 5 fewer to 25 more (60 and 120 deals that ended).",
    );
  });

  it("says of times who is faster", () => {
    expect(fast({ value: -28, low: -44, high: -12 })).toBe(
      "Deals from introductions close faster than deals from cold calls: 61 against 89 days, likely 12 to 44 days faster (120 and 140 deals opened).",
    );
    expect(fast({ value: -28, low: -44, high: 5 })).toContain(
      "anything from 5 days slower to 44 days faster",
    );
    expect(fast(null)).toContain("no middle to compare yet");
  });

  it("says of sizes whose are larger, in their currency", () => {
    expect(large({ value: 300_000, low: 100_000, high: 500_000 })).toBe(
      "Deals from introductions are larger than deals from cold calls: €12,000 against €9,000 in the middle, likely €1,000 to €5,000 more (30 and 40 deals won).",
    );
    expect(large(null)).toContain("Too early to say whose are larger in EUR");
  });
});

describe("groups that are not alike", () => {
  const likes = { besides: ["account-size", "rep"], first: 40, second: 60 } as const;
  it.each([
    ["holds", "it holds: 3 to 25 of 100 more (40 and 60 deals)"],
    ["gone", "there may be no difference"],
    ["turned", "it is the other way round"],
    ["found", "a difference shows"],
    ["unclear", "no difference either"],
  ] as const)("%s: %s", (verdict, words) => {
    const text = likesText({ ...likes, verdict, said: pointsRange({ low: 0.03, high: 0.25 }) });
    expect(text).toContain("not alike in size of the company and rep, so the numbers above may mislead");
    expect(text).toContain(words);
  });

  it("are told that too few have a like", () => {
    expect(likesText({ ...likes, verdict: "unclear", said: null })).toContain("Too few of them have a like");
    expect(timesRange({ low: 1.234, high: 12.3 }, "fast")).toBe("1.2 to 12 times as fast");
    expect(pointsRange({ low: -0.1, high: 0.2 })).toBe("anything from 10 of 100 fewer to 20 more");
  });
});
