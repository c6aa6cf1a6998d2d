import { describe, expect, it } from "vitest";
import { NOTHING } from "#demo/hand.ts";
import { CHARACTER, secondsBy } from "./keystroke-level.ts";

describe("the keystroke-level model", () => {
  it.each([
    ["nothing", {}, 0],
    ["a tap that is thought of", { taps: 1 }, 2.65],
    ["two taps", { taps: 2 }, 5.3],
    ["a swipe", { swipes: 1 }, 1.3],
    ["a field of ten characters", { fields: 1, characters: 10 }, 2.15 + 10 * CHARACTER],
    ["238 words that are read", { words: 238 }, 60],
    ["a screen that opens by itself", { screens: 1 }, 0],
  ])("takes for %s", (_, counts, seconds) => {
    expect(secondsBy({ ...NOTHING, ...counts })).toBeCloseTo(seconds, 6);
  });

  it("types 36.2 words of five characters in a minute", () => {
    expect(36.2 * 5 * CHARACTER).toBeCloseTo(60, 6);
  });
});
