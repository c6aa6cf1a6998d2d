import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipped, linesIn, widthOf } from "./text-room.ts";

const SMALL = { size: 14 };

describe("the room of a text", () => {
  it("is wider for wide letters, bold ones and large ones", () => {
    expect(widthOf("WWW", SMALL)).toBeGreaterThan(widthOf("www", { size: 10 }));
    expect(widthOf("iii", SMALL)).toBeLessThan(widthOf("nnn", SMALL));
    expect(widthOf("你好", SMALL)).toBeGreaterThan(widthOf("no", SMALL));
    expect(widthOf("no", { size: 14, bold: true })).toBeGreaterThan(widthOf("no", SMALL));
  });

  it("is as many lines as its words need", () => {
    expect(linesIn("", SMALL, 100)).toBe(0);
    expect(linesIn("one", SMALL, 100)).toBe(1);
    expect(linesIn("one two three four five", SMALL, 130)).toBe(2);
    expect(linesIn("x".repeat(100), SMALL, 100)).toBeGreaterThanOrEqual(9);
  });

  it("is never more than it is given, and the text itself where that fits", () => {
    const words = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: "grapheme", maxLength: 120 }));
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 60, max: 400 }),
        (text, lines, width) => {
          const cut = clipped(text, SMALL, width, lines);
          expect(linesIn(cut, SMALL, width)).toBeLessThanOrEqual(lines);
          expect(cut === text).toBe(linesIn(text, SMALL, width) <= lines);
          expect(cut === text || cut === "" || cut.endsWith("…")).toBe(true);
        },
      ),
    );
  });

  it("cuts between words where it can", () => {
    expect(clipped("She plans shifts on paper and is tired of it", SMALL, 130, 1)).toBe("She plans shifts…");
  });
});
