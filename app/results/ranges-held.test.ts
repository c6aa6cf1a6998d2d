import { expect, test } from "vitest";
import { rangesHeld, type Said } from "./ranges-held.ts";

const said = (held: number, missed: number, open = 0): Said[] => [
  ...Array.from({ length: held }, (_, at) => ({ low: 4, high: 9, came: at % 2 === 0 ? 4 : 9 })),
  ...Array.from({ length: missed }, (_, at) => ({ low: 4, high: 9, came: at % 2 === 0 ? 3 : 10 })),
  ...Array.from({ length: open }, () => ({ low: 4, high: 9, came: null })),
];

test.each([
  [16, 3, "too-early"],
  [16, 4, "fits"],
  [33, 7, "fits"],
  [20, 20, "narrow"],
  [40, 0, "wide"],
  [13, 7, "fits"],
  [12, 8, "narrow"],
] as const)("%d held and %d missed: %s", (held, missed, verdict) => {
  expect(rangesHeld(said(held, missed, 5))).toMatchObject({ held, of: held + missed, verdict });
});

test("nothing was said yet", () => {
  expect(rangesHeld([])).toEqual({ held: 0, of: 0, rate: { kind: "too-early", n: 0 }, verdict: "too-early" });
});
