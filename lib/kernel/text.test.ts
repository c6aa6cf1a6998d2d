import { describe, expect, it } from "vitest";
import { cleanText } from "./text.ts";

describe("text that is kept", () => {
  it.each([
    ["  Anna \n", "Anna"],
    ["two\n\nlines", "two\n\nlines"],
    [" a  b ", "a  b"],
    ["with\0out", "without"],
    [" \0\t\n", null],
    ["", null],
    ["\u200b \u00ad\ufeff", null],
    ["a\u200db", "a\u200db"],
    [null, null],
    [undefined, null],
    [` ${"x".repeat(20)} `, "x".repeat(20)],
  ])("%j is %j", (text, clean) => {
    expect(cleanText(text, 20, "note")).toBe(clean);
  });

  it("is refused at its field when it is too long", () => {
    expect(() => cleanText("x".repeat(21), 20, "note")).toThrow(
      expect.objectContaining({ kind: "invalid", reason: "at most 20 characters", field: "note" }),
    );
  });
});
