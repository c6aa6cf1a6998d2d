import { expect, it, test } from "vitest";
import { rateOf } from "#lib/kernel/rates.ts";
import type { FunnelOf } from "../funnel.ts";
import type { FunnelView } from "../funnel-view.ts";
import {
  factWords,
  leakText,
  likelyText,
  partText,
  pointsText,
  weeksText,
  youngText,
} from "./funnel-words.ts";

const stepOf = (came: number, tried: number) => ({ came, tried, rate: rateOf(came, tried), mayStill: null });
const cohort = (introductions: [number, number], meetings: [number, number], deals: [number, number]) => ({
  from: "2026-01-05",
  to: "2026-03-29",
  steps: { introductions: stepOf(...introductions), meetings: stepOf(...meetings), deals: stepOf(...deals) },
  level: { came: 0, tried: 0, rate: rateOf(0, 0) },
});
const funnel = (compared: FunnelView["compared"], leak: FunnelView["leak"] = null): FunnelView => ({
  whose: { kind: "company", id: "w", name: "North" },
  asOf: null,
  whole: cohort([40, 120], [30, 40], [4, 12]),
  before: cohort([40, 120], [30, 40], [4, 12]),
  cohorts: [],
  compared,
  leak,
});

it("names the step that loses more than before, with both sides and the doubt", () => {
  const fewer = {
    step: "introductions" as const,
    weeks: 6,
    now: { came: 22, tried: 120 },
    before: { came: 45, tried: 130 },
    difference: { value: -0.16, low: -0.25, high: -0.08 },
  };
  expect(leakText(funnel([fewer], "introductions"))).toBe(
    "Fewer asks bring an introduction than before: 22 of 120 against 45 of 130 within 6 weeks, likely 8 to 25 points fewer.",
  );
  expect(leakText(funnel([{ ...fewer, difference: { value: 0, low: -0.1, high: 0.1 } }]))).toBe(
    "No step loses more than in as many weeks before, as far as it can be told from chance. Most is lost where 40 of 120 asks brought an introduction.",
  );
  expect(leakText(funnel([{ ...fewer, difference: null }]))).toMatch(
    /^Too early to say whether it leaks more/,
  );
});

test.each([
  [{ low: -0.25, high: -0.08 }, "8 to 25 points fewer"],
  [{ low: 0.02, high: 0.3 }, "2 to 30 points more"],
  [{ low: -0.03, high: 0.12 }, "between 3 points fewer and 12 more"],
  [{ low: -0.09, high: 0.001 }, "between 9 points fewer and 0 more"],
])("%j: %s", (interval, words) => expect(pointsText(interval)).toBe(words));

test.each([
  [null, null],
  [0.1, "about a tenth may still come"],
  [0.2, "about a fifth may still come"],
  [0.5, "about half may still come"],
  [1, "nearly all may still come"],
])("%j: %s", (mayStill, words) => expect(youngText(mayStill)).toBe(words));

it("says a rate with its doubt, or that it is too early", () => {
  expect(likelyText(rateOf(3, 12))).toBe("too early to say");
  expect(likelyText(rateOf(40, 120))).toBe("26 to 42 %");
  expect([0, 1, 6].map(weeksText)).toEqual(["the same week", "a week", "6 weeks"]);
});

it("leads from a fact to its page, and says what happened when", () => {
  const fact = {
    id: "r",
    kind: "referral" as const,
    begunOn: "2026-11-02",
    day: "2026-11-02",
    cameOn: "2026-11-16",
    memberName: "Mia Sommer",
    personName: "Jale Merz",
    sourceName: "Ilse Brandt",
  };
  const below = (of: FunnelOf, by: "ask" | "introduction", more: Partial<typeof fact> = {}) =>
    factWords({ of, by }, { ...fact, ...more }, "2026-11-18").below;
  expect(factWords({ of: "meetings", by: "introduction" }, fact, "2026-11-18")).toEqual({
    title: "Jale Merz",
    below: "Introduced Mon 2 Nov by Ilse Brandt, met Mon 16 Nov · Mia Sommer",
    to: "/referrals/r",
  });
  const asked = { begunOn: "2026-10-26" };
  expect(below("meetings", "ask", asked)).toBe(
    "Asked Mon 26 Oct, introduced Mon 2 Nov by Ilse Brandt, met Mon 16 Nov · Mia Sommer",
  );
  expect(below("deals", "ask", asked)).toBe(
    "Asked Mon 26 Oct, met Mon 2 Nov, client Mon 16 Nov, introduced by Ilse Brandt · Mia Sommer",
  );
  expect(below("deals", "introduction", asked)).toBe(
    "Introduced Mon 26 Oct by Ilse Brandt, met Mon 2 Nov, client Mon 16 Nov · Mia Sommer",
  );
  const ask = { ...fact, kind: "ask" as const, id: "a", cameOn: null, personName: null, sourceName: null };
  expect(factWords({ of: "introductions", by: "introduction" }, ask, "2026-11-18")).toEqual({
    title: "Somebody who was erased",
    below: "Asked Mon 2 Nov · Mia Sommer",
    to: "/asks/a",
  });
});

test.each([
  ["2025-12-01", "2025-12-28", "from 1 December 2025"],
  ["2025-09-29", "2025-11-30", "to 30 November 2025"],
  ["2025-10-06", "2025-11-30", "from 6 October 2025 to 30 November 2025"],
  ["2025-09-29", "2025-12-28", null],
])("a quarter of which was asked for %s to %s: %s", (from, to, said) =>
  expect(partText({ from, to }, { start: "2025-09-29", end: "2025-12-28" }, "2026-11-18")).toBe(said),
);

it("calls no quarter that runs a part of one", () =>
  expect(
    partText(
      { from: "2026-09-28", to: "2026-11-22" },
      { start: "2026-09-28", end: "2027-01-03" },
      "2026-11-18",
    ),
  ).toBeNull());
