import { expect, test } from "vitest";
import { shareKept } from "./rubric.ts";

const points = ["whom", "reason", "next", "gratitude"].map((key) => ({ key, act: key, why: key }));

test.each([
  [{}, 0],
  [{ whom: true }, 0.25],
  [{ whom: true, reason: false, next: true }, 0.5],
  [{ whom: true, reason: true, next: true, gratitude: true }, 1],
  [{ else: true }, 0],
])("%j is a share of %d", (kept, share) => {
  expect(shareKept({ points }, kept)).toBe(share);
});

test("a rubric without points is never kept", () => {
  expect(shareKept({ points: [] }, {})).toBe(0);
});
