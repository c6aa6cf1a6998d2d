import { describe, expect, it } from "vitest";
import { headingFor } from "./today-words.ts";

describe("the heading of Today", () => {
  it.each([
    [0, false, "Done for today"],
    [1, false, "One conversation, then you are done"],
    [3, false, "Three conversations, then you are done"],
    [12, false, "Twelve conversations, then you are done"],
    [6, true, "A good handful, then you are done"],
  ])("for %i left (more: %s) is %s", (left, more, says) => {
    expect(headingFor(left, more)).toBe(says);
  });
});
