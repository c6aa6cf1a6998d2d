import { describe, expect, it } from "vitest";
import { mattersText, whatMatters, type MattersOf } from "./what-matters.ts";

const QUIET: MattersOf = {
  lateWords: 0,
  promises: { kept: 2, missed: 1 },
  promisedThisWeek: true,
  away: false,
  holds: "neither",
  notMade: { count: 2, of: 24 },
  without: { count: 10, of: 24 },
  asked: { count: 9, usual: 8.4, than: "alike" },
  introductions: { count: 4, goal: 4.6 },
  practice: { kept: 3, missed: 0 },
};
const says = (more: Partial<MattersOf> = {}) => mattersText(whatMatters({ ...QUIET, ...more }));

describe("the one line that matters", () => {
  it("is what others wait for first, then promises, then what holds asking back", () => {
    const all = {
      lateWords: 3,
      promises: { kept: 1, missed: 4 },
      holds: "comfort" as const,
      asked: { count: 2, usual: 8.4, than: "fewer" as const },
    };
    expect(says(all)).toBe("3 words owed to sources are late");
    expect(says({ ...all, lateWords: 1 })).toBe("A word owed to a source is late");
    expect(says({ ...all, lateWords: 0 })).toBe("1 of 5 promises kept in four weeks");
    const kept = { ...all, lateWords: 0, promises: QUIET.promises };
    expect(says(kept)).toBe("Comfort: 2 of 24 plans were not made into asks");
    expect(says({ ...kept, holds: "technique" })).toBe("Technique: 10 of 24 asks brought no introduction");
    expect(says({ ...kept, holds: "too-early" })).toBe("2 people asked in four weeks, usually 8");
  });

  it("goes on with goals, practice and the week, and ends with what is good", () => {
    expect(says({ introductions: { count: 0, goal: 4.6 } })).toBe(
      "No introduction in four weeks, the goal is 5",
    );
    expect(says({ practice: { kept: 1, missed: 3 } })).toBe("Practice missed in 3 of 4 weeks");
    expect(says({ promisedThisWeek: false })).toBe("Nothing promised for this week");
    expect(says({ promisedThisWeek: false, away: true })).toBe("2 of 3 promises kept in four weeks");
    expect(says({ asked: { count: 20, usual: 8, than: "more" } })).toBe(
      "20 people asked in four weeks, usually 8: ask what changed",
    );
    expect(says({ promises: { kept: 5, missed: 0 } })).toBe("All 5 promises kept in four weeks: praise it");
    expect(says({ promises: { kept: 0, missed: 0 } })).toBe("Nothing stands out");
    expect(says({ asked: { count: 0, usual: 8, than: "fewer" } })).toBe(
      "Nobody asked in four weeks, usually 8",
    );
  });
});
