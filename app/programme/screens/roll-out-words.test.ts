import { describe, expect, it } from "vitest";
import type { LineView } from "../roll-out-view.ts";
import { lineText } from "./roll-out-words.ts";

const TODAY = "2026-11-18";
const line = (some: Partial<LineView>): LineView => ({
  line: "everybody-coached",
  count: 8,
  of: 10,
  on: null,
  lastName: null,
  missing: [],
  ...some,
});

describe("a line of the first ninety days", () => {
  it.each([
    [{}, "8 of 10."],
    [{ missing: ["Nina"] }, "8 of 10. Missing: Nina and 1 more."],
    [{ missing: ["Nina", "Tom"] }, "8 of 10. Missing: Nina, Tom."],
    [{ count: 5, missing: ["A", "B", "C", "D"] }, "5 of 10. Missing: A, B, C and 2 more."],
    [{ of: 0, count: 0 }, "Nobody is there yet."],
    [{ count: 10, on: TODAY }, "18 November: the last of them was coached."],
    [{ count: 10, on: TODAY, lastName: "Nina" }, "18 November: the last of them was coached, Nina."],
  ])("%j", (some, said) => {
    expect(lineText(line(some), TODAY)).toBe(said);
  });
});
