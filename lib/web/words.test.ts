import { describe, expect, it } from "vitest";
import { capital, counted, countedIn, inWords } from "./words.ts";

describe("numbers in sentences", () => {
  it.each([
    [0, "no people"],
    [1, "one person"],
    [3, "three people"],
    [12, "twelve people"],
    [13, "13 people"],
    [1204, "1,204 people"],
  ])("%i", (count, expected) => {
    expect(counted(count, "person", "people")).toBe(expected);
  });
  it("say when a list goes on", () => {
    expect(countedIn({ items: [1, 2], nextCursor: null }, "person", "people")).toBe("two people");
    expect(countedIn({ items: [1, 2], nextCursor: "on" }, "person", "people")).toBe("2 or more people");
  });
  it("begin a sentence", () => {
    expect(capital(inWords(4))).toBe("Four");
  });
});
