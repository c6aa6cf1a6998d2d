import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "#lib/kernel/problem.ts";
import {
  byWeek,
  checkSpent,
  KEPT_MS,
  stillCounting,
  weeksWithin,
  withSeconds,
  type Spent,
} from "./screen-time.ts";

const NOW = new Date("2026-11-18T10:05:00Z");
const ms = (instant: string) => Date.parse(instant);

describe("seconds", () => {
  it.each([
    ["the first", [], 5, "2026-11-18T10:05:00Z", [["10:00", 5]]],
    ["more of the same quarter", [["10:00", 5]], 5, "2026-11-18T10:05:05Z", [["10:00", 10]]],
    [
      "the next quarter",
      [["10:00", 5]],
      1,
      "2026-11-18T10:15:01Z",
      [
        ["10:00", 5],
        ["10:15", 1],
      ],
    ],
    ["the last of a quarter, seen as the next begins", [], 1, "2026-11-18T10:15:00.400Z", [["10:00", 1]]],
    ["no more than a quarter has", [["10:00", 899]], 3, "2026-11-18T10:14:59Z", [["10:00", 900]]],
  ] as [string, [string, number][], number, string, [string, number][]][])(
    "are kept by quarters of an hour: %s",
    (_, before, seconds, at, after) => {
      expect(withSeconds(before.map(quarter), seconds, ms(at))).toEqual(after.map(quarter));
    },
  );

  it("are let go once they are too old to be added", () => {
    const spent = [quarter(["10:00", 5]), { from: "2026-11-16T11:00:00.000Z", seconds: 7 }];
    expect(stillCounting(spent, ms("2026-11-18T10:00:00Z"))).toEqual(spent);
    expect(stillCounting(spent, ms("2026-11-18T10:00:01Z"))).toEqual(spent.slice(0, 1));
  });
});

describe("a batch", () => {
  it.each([
    ["of this quarter", [quarter(["10:00", 300])], "taken"],
    ["by a device that is a little ahead", [quarter(["10:00", 330])], "taken"],
    ["with more seconds than passed", [quarter(["10:00", 331])], "have not passed yet"],
    ["of a time to come", [quarter(["10:15", 1])], "have not passed yet"],
    ["of a whole quarter", [quarter(["09:45", 900])], "taken"],
    ["as late as can be", [{ from: "2026-11-16T11:15:00Z", seconds: 1 }], "taken"],
    ["too late", [{ from: "2026-11-16T11:00:00Z", seconds: 1 }], "two days ago"],
    ["that begins anywhere", [{ from: "2026-11-18T10:00:01Z", seconds: 1 }], "beginning of a quarter"],
    [
      "with a quarter twice, spelled otherwise",
      [quarter(["10:00", 200]), { from: "2026-11-18T10:00:00Z", seconds: 200 }],
      "stands once",
    ],
  ] as [string, Spent[], string][])("%s", (_, spent, says) => {
    expect(reasonOf(() => checkSpent(spent, NOW)) ?? "taken").toContain(says);
  });

  it("belongs to the week in which it was spent, by the clocks of the workspace", () => {
    const overMidnight = [
      { from: "2026-11-15T22:45:00Z", seconds: 60 },
      { from: "2026-11-15T23:00:00Z", seconds: 40 },
    ];
    expect(byWeek(overMidnight, "Europe/Berlin", 1)).toEqual([
      { midWeek: "2026-11-12", seconds: 60 },
      { midWeek: "2026-11-19", seconds: 40 },
    ]);
    expect(byWeek(overMidnight, "UTC", 1)).toEqual([{ midWeek: "2026-11-12", seconds: 100 }]);
    expect(byWeek(overMidnight, "Europe/Berlin", 7)).toEqual([{ midWeek: "2026-11-18", seconds: 100 }]);
    // Nepal is 5:45 ahead: its Monday begins at 18:15.
    const kathmandu = [
      { from: "2026-11-15T18:00:00Z", seconds: 1 },
      { from: "2026-11-15T18:15:00Z", seconds: 2 },
    ];
    expect(byWeek(kathmandu, "Asia/Kathmandu", 1)).toEqual([
      { midWeek: "2026-11-12", seconds: 1 },
      { midWeek: "2026-11-19", seconds: 2 },
    ]);
  });

  it("made of any seconds is taken, and its weeks hold all of them", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 3_600 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(gaps, (seconds) => {
        let at = NOW.getTime();
        const ends = seconds
          .map((gap) => (at -= gap * 1000) + gap * 1000)
          .filter((end) => end > NOW.getTime() - KEPT_MS + 900_000);
        const spent = ends.toReversed().reduce<Spent[]>((kept, end) => withSeconds(kept, 1, end), []);
        checkSpent(spent, NOW);
        const sum = byWeek(spent, "Europe/Berlin", 1).reduce((all, week) => all + week.seconds, 0);
        expect(sum).toBe(ends.length);
      }),
    );
  });
});

describe("weeks asked for", () => {
  it("are those that hold the days, a year of them at most", () => {
    expect(weeksWithin("2026-11-18", "2026-11-23", 1)).toEqual(["2026-11-16", "2026-11-23"]);
    expect(weeksWithin("2025-11-17", "2026-11-22", 1)).toHaveLength(53);
    expect(reasonOf(() => weeksWithin("2025-11-16", "2026-11-22", 1))).toContain("53 weeks");
    expect(reasonOf(() => weeksWithin("2026-11-18", "2026-11-17", 1))).toContain("before it begins");
  });
});

function quarter([time, seconds]: readonly [string, number]): Spent {
  return { from: `2026-11-18T${time}:00.000Z`, seconds };
}

function reasonOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.reason;
    throw error;
  }
}
