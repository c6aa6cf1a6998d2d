import { describe, expect, it } from "vitest";
import { dayText, fullDay, shortDay, whenText } from "./day-words.ts";

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

  it("are named with their weekday, and the year when it is another", () => {
    expect(fullDay("2026-11-27", today)).toBe("Friday 27 November");
    expect(fullDay("2027-01-06", today)).toBe("Wednesday 6 January 2027");
  });
});
