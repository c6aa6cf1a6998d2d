import { describe, expect, it } from "vitest";
import { chipAfter } from "./listbox.ts";

describe("chips side by side, by the keyboard", () => {
  it.each<[string, at: number, count: number, atEnd: boolean, to: number | null]>([
    ["ArrowRight", 0, 4, true, 1],
    ["ArrowRight", 0, 4, false, null],
    ["ArrowRight", 0, 1, true, null],
    ["ArrowRight", 1, 4, false, 2],
    ["ArrowRight", 3, 4, false, 3],
    ["ArrowLeft", 0, 4, true, null],
    ["ArrowLeft", 1, 4, true, 0],
    ["ArrowLeft", 3, 4, false, 2],
    ["Escape", 0, 4, true, null],
    ["Escape", 2, 4, true, 0],
    ["Enter", 2, 4, true, null],
    ["a", 2, 4, true, null],
  ])("%s at %i of %i (caret at the end: %s) leads to %s", (key, at, count, atEnd, to) => {
    expect(chipAfter(key, { at, count, atEnd })).toBe(to);
  });
});
