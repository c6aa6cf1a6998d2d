import { describe, expect, it } from "vitest";
import { capital, counted, countedIn, dayText, inWords, shortDay, whenText } from "./words.ts";

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

describe("days", () => {
  const today = "2026-11-22";
  it.each([
    ["2026-11-16", "16 November", "Mon 16 Nov", "6 days ago"],
    ["2026-11-22", "22 November", "Sun 22 Nov", "today"],
    ["2026-11-21", "21 November", "Sat 21 Nov", "yesterday"],
    ["2026-11-25", "25 November", "Wed 25 Nov", "in 3 days"],
    ["2025-03-01", "1 March 2025", "Sat 1 Mar 2025", "1 March 2025"],
  ])("%s", (day, long, short, when) => {
    expect([dayText(day, today), shortDay(day, today), whenText(day, today)]).toEqual([long, short, when]);
  });
});
