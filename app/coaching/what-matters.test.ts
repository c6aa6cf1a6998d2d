import { describe, expect, it } from "vitest";
import { mattersText, whatMatters, type MattersOf } from "./what-matters.ts";

const QUIET: MattersOf = {
  lateWords: { all: 0, recent: 0 },
  promises: { kept: 2, missed: 1 },
  promisedThisWeek: true,
  away: false,
  holding: { holds: "neither", comfort: "not", technique: "not" },
  notMade: { count: 2, of: 24 },
  without: { count: 10, of: 24 },
  asked: { count: 9, usual: 8.4, than: "alike" },
  introductions: { count: 4, goal: 4.6 },
  practice: { kept: 3, missed: 0 },
};
const TOO_EARLY = { holds: "too-early", comfort: "too-early", technique: "too-early" } as const;
const says = (more: Partial<MattersOf> = {}) => mattersText(whatMatters({ ...QUIET, ...more }));

describe("the one line that matters", () => {
  it("is what others wait for first, then promises, then what holds asking back", () => {
    const all = {
      lateWords: { all: 3, recent: 3 },
      promises: { kept: 1, missed: 4 },
      holding: { holds: "comfort", comfort: "holds", technique: "not" } as const,
      asked: { count: 2, usual: 8.4, than: "fewer" as const },
    };
    expect(says(all)).toBe("3 loops with sources are overdue");
    const { lateWords: _late, ...others } = all;
    expect(says({ ...all, lateWords: { all: 1, recent: 1 } })).toBe("A loop with a source is overdue");
    // As many as its page says; what fell due long ago alone is nothing new.
    expect(says({ ...all, lateWords: { all: 11, recent: 3 } })).toBe(
      "11 loops with sources are overdue, 3 of them fell due in four weeks",
    );
    expect(says({ ...all, lateWords: { all: 8, recent: 0 } })).toBe("1 of 5 promises kept in four weeks");
    expect(says(others)).toBe("1 of 5 promises kept in four weeks");
    const kept = { ...others, promises: QUIET.promises };
    expect(says(kept)).toBe("Comfort: 2 of 24 plans were not made into asks");
    expect(says({ ...kept, holding: { holds: "technique", comfort: "not", technique: "holds" } })).toBe(
      "Technique: 10 of 24 asks brought no introduction",
    );
    expect(says({ ...kept, holding: TOO_EARLY })).toBe("2 people asked in four weeks, usually 8");
  });

  it("goes on with goals, practice and the week, and ends with what is good", () => {
    expect(says({ introductions: { count: 0, goal: 4.6 } })).toBe(
      "No introduction in four weeks, the goal is 5",
    );
    const few = { holding: { ...TOO_EARLY, comfort: "leans" as const }, notMade: { count: 8, of: 9 } };
    expect(says(few)).toBe("Leans to comfort: 8 of 9 plans were not made, few yet");
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
