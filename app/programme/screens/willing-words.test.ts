import { describe, expect, it } from "vitest";
import type { WillingView } from "../willing-view.ts";
import { waitingText, willingHeading } from "./willing-words.ts";

const view = (words: number[], telling: number, unsorted = 0): WillingView => ({
  since: "2024-11-18",
  telling,
  unsorted,
  mayAddThemes: true,
  themes: words.map((each, at) => ({
    key: `t${at}`,
    name: ["Being asked", "Promises kept", "Results"][at] ?? "",
    own: false,
    signs: [],
    words: each,
    share: { kind: "too-early", n: telling },
  })),
});

describe("the heading", () => {
  it.each([
    [view([9, 4, 1], 12), "“Being asked” is named most: 9 of 12 times"],
    [view([4, 4, 1], 9), "“Being asked” and “Promises kept” are named most: 4 of 9 times"],
    [view([2, 2, 2], 5), "3 themes are named most: 2 of 5 times"],
    [view([0, 0, 0], 0, 3), "What makes clients willing is not sorted yet"],
    [view([0, 0, 0], 0), "What makes clients willing"],
  ])("%#", (said, heading) => {
    expect(willingHeading(said)).toBe(heading);
  });

  it("says what waits", () => {
    expect([0, 1, 14].map(waitingText)).toEqual([
      "Everything that was said is sorted.",
      "One thing that was said waits for a theme.",
      "14 things that were said wait for a theme.",
    ]);
  });
});
