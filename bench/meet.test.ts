import { describe, expect, it } from "vitest";
import { byChance, byFormula, byWords, measure, type Measured } from "./meet-measure.ts";
import { KEPT_APART, WORKED_ON } from "./meet-people.ts";

const precision = ({ right, proposed }: Measured) => right / proposed;
const recall = ({ right, good }: Measured) => right / good;

describe.each([
  ["the people the weights were chosen on", WORKED_ON],
  ["people kept apart until the weights stood", KEPT_APART],
])("proposals among %s", (_, labelled) => {
  const ours = measure(labelled, byFormula);

  it("are right more often than words in common are, and find more", () => {
    const words = measure(labelled, byWords);
    expect(precision(ours)).toBeGreaterThan(2 * precision(words));
    expect(recall(ours)).toBeGreaterThan(recall(words));
  });

  it("are right far more often than chance is", () => {
    const lots = Array.from({ length: 50 }, (__, at) => measure(labelled, byChance(at + 1)));
    expect(precision(ours)).toBeGreaterThan(5 * Math.max(...lots.map(precision)));
    expect(recall(ours)).toBeGreaterThan(Math.max(...lots.map(recall)));
  });

  it("are labelled pair by pair among so many people that half would be enough", () => {
    const size = labelled.people.length;
    expect((size * (size - 1)) / 2).toBeGreaterThanOrEqual(60);
    const keys = new Set(labelled.people.map(({ personId }) => personId));
    expect(labelled.good.flat().filter((key) => !keys.has(key))).toEqual([]);
  });
});
