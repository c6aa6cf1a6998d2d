import { describe, expect, it } from "vitest";
import type { Duty } from "./duty.ts";
import { loopFactOf, measuresOf, type LoopFact } from "./loop-measure.ts";

const NOW = new Date("2026-11-25T12:00:00Z");
const at = (text: string) => new Date(text);
const duty = (kind: Duty["kind"], some: Partial<Duty> = {}): Duty => ({
  id: kind,
  referralId: "r",
  kind,
  sourceId: "anna",
  dueAt: at("2026-11-20T17:00:00Z"),
  doneAt: null,
  settled: null,
  heardOn: null,
  ...some,
});
const answered = {
  arrivedAt: at("2026-11-18T09:00:00Z"),
  respondedAt: at("2026-11-18T09:45:00Z"),
  closed: false,
};

describe("what became of the clocks of an introduction", () => {
  it.each<[string, Parameters<typeof loopFactOf>[0], Duty[], LoopFact]>([
    [
      "answered, thanks late",
      answered,
      [duty("thank")],
      { respondMinutes: 45, thankedInTime: false, knows: null, wordDue: false },
    ],
    [
      "thanked in time",
      answered,
      [duty("thank", { doneAt: at("2026-11-20T17:00:00Z") })],
      { respondMinutes: 45, thankedInTime: true, knows: null, wordDue: false },
    ],
    [
      "still to be thanked",
      answered,
      [duty("thank", { dueAt: at("2026-11-26T17:00:00Z") })],
      { respondMinutes: 45, thankedInTime: null, knows: null, wordDue: false },
    ],
    [
      "logged on a later day: the hour is not known",
      { ...answered, arrivedAt: null },
      [],
      { respondMinutes: null, thankedInTime: null, knows: null, wordDue: false },
    ],
    [
      "closed, and nobody told the source",
      { ...answered, closed: true },
      [duty("report-close")],
      { respondMinutes: 45, thankedInTime: null, knows: false, wordDue: true },
    ],
    [
      "closed, and told",
      { ...answered, closed: true },
      [duty("report-close", { doneAt: NOW, settled: { letGoWhy: null } as Duty["settled"] })],
      { respondMinutes: 45, thankedInTime: null, knows: true, wordDue: true },
    ],
    [
      "closed, and let go",
      { ...answered, closed: true },
      [duty("report-close", { doneAt: NOW, settled: { letGoWhy: "left" } as Duty["settled"] })],
      { respondMinutes: 45, thankedInTime: null, knows: false, wordDue: true },
    ],
    [
      "closed, and nobody told them yet: it counts from the close on",
      { ...answered, closed: true },
      [duty("report-close", { dueAt: at("2026-11-26T17:00:00Z") })],
      { respondMinutes: 45, thankedInTime: null, knows: false, wordDue: true },
    ],
    [
      "thirty days are over, and nobody told the source",
      answered,
      [duty("report")],
      { respondMinutes: 45, thankedInTime: null, knows: false, wordDue: true },
    ],
    [
      "thirty days are over, and they know",
      answered,
      [duty("report", { doneAt: NOW, settled: { letGoWhy: null } as Duty["settled"] })],
      { respondMinutes: 45, thankedInTime: null, knows: true, wordDue: true },
    ],
    [
      "told early: it counts when its day has come",
      answered,
      [
        duty("report", {
          dueAt: at("2026-12-18T17:00:00Z"),
          doneAt: NOW,
          settled: { letGoWhy: null } as Duty["settled"],
        }),
      ],
      { respondMinutes: 45, thankedInTime: null, knows: true, wordDue: false },
    ],
  ])("%s", (_, introduction, duties, fact) => {
    expect(loopFactOf(introduction, duties, NOW)).toEqual(fact);
  });
});

describe("the measures", () => {
  it("are the middle and the ninth tenth of answers, and two shares with what they are shares of", () => {
    const facts = [10, 20, 30, 40, null].map((respondMinutes, nth) => ({
      respondMinutes,
      thankedInTime: nth < 3,
      knows: nth < 2 ? true : null,
      wordDue: nth === 0,
    }));
    expect(measuresOf(facts)).toMatchObject({
      introductions: 5,
      response: { n: 4, median: 25, p90: 37 },
      thankedInTime: { count: 3, rate: { n: 5 } },
      knows: { count: 1, rate: { n: 1 } },
    });
    expect(measuresOf([])).toMatchObject({ introductions: 0, response: null });
  });
});
