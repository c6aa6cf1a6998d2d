import { expect, test } from "vitest";
import { curveOf } from "./curve.ts";

test("a curve is the average of each week, and leaves weeks without a rehearsal open", () => {
  const practised = [
    { day: "2026-10-30", share: 0.1 },
    { day: "2026-11-02", share: 0.4 },
    { day: "2026-11-08", share: 0.6 },
    { day: "2026-11-18", share: 1 },
  ];
  expect(curveOf(practised, "2026-11-18", 1, 3)).toEqual([
    { week: "2026-11-02", n: 2, share: 0.5 },
    { week: "2026-11-09", n: 0, share: null },
    { week: "2026-11-16", n: 1, share: 1 },
  ]);
});

test("weeks begin on the workspace's day", () => {
  const practised = [{ day: "2026-11-15", share: 1 }];
  expect(curveOf(practised, "2026-11-18", 7, 1)).toEqual([{ week: "2026-11-15", n: 1, share: 1 }]);
});
