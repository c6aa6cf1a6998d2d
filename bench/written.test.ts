import { expect, test } from "vitest";
import { agreementOn, labelledAsks, precisionOf, recallOf, SET_LANGUAGES } from "./written-measure.ts";

// Floors a little below what docs/benchmarks.md says of asks that no rule was written for.
const FLOORS = { en: { precision: 0.8, recall: 0.6 }, de: { precision: 0.8, recall: 0.6 } };

test.each(SET_LANGUAGES)("asks never seen are read in %s no worse than was measured", (language) => {
  const agreement = agreementOn(labelledAsks(language, "held-out"));
  const sum = agreement.reduce((one, other) => ({
    key: one.key,
    right: one.right + other.right,
    wrong: one.wrong + other.wrong,
    overlooked: one.overlooked + other.overlooked,
  }));
  expect(precisionOf(sum)).toBeGreaterThan(FLOORS[language].precision);
  expect(recallOf(sum)).toBeGreaterThan(FLOORS[language].recall);
});

test("each label is counted against every ask", () => {
  const asks = labelledAsks("en", "tuning");
  for (const { key, right, overlooked } of agreementOn(asks)) {
    const labelled = asks.filter((ask) => ({ ...ask.points, ...ask.weakens })[key]).length;
    expect(right + overlooked).toBe(labelled);
  }
});
