import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attend, NOBODY_YET, type Look } from "./active-time.ts";

const START = Date.UTC(2026, 10, 18, 10);

/** What is counted of these looks; `at` in seconds since the start. */
function counted(looks: readonly (Omit<Look, "at"> & { at: number })[]): number {
  let attention = NOBODY_YET;
  let sum = 0;
  for (const { at, ...look } of looks) {
    const [after, seconds] = attend(attention, { ...look, at: START + at * 1000 });
    attention = after;
    sum += seconds;
  }
  return sum;
}

const look = (at: number, seen = true) => ({ at, seen });
const touch = (at: number, seen = true) => ({ at, seen, touched: true });
/** A look each second from `from` to `to`. */
const eachSecond = (from: number, to: number, seen = true) =>
  Array.from({ length: to - from + 1 }, (_, at) => look(from + at, seen));

describe("active time", () => {
  it.each([
    ["a page nobody touched", eachSecond(0, 300), 0],
    ["a minute after one touch, and then no more", [touch(0), ...eachSecond(1, 300)], 60],
    [
      "while it is touched again within the minute",
      [touch(0), ...eachSecond(1, 50), touch(50), ...eachSecond(51, 300)],
      110,
    ],
    ["not the time between two touches an hour apart", [touch(0), ...eachSecond(1, 3600), touch(3600)], 60],
    ["parts of a second, added up", [touch(0), look(0.4), look(0.8), look(1.2), look(1.9), look(2.5)], 2],
    ["a hidden page", [touch(0, false), ...eachSecond(1, 30, false)], 0],
    ["until it is hidden", [touch(0), ...eachSecond(1, 10), ...eachSecond(11, 40, false)], 11],
    [
      "and on when it comes back within the minute",
      [touch(0), ...eachSecond(1, 10), ...eachSecond(11, 40, false), ...eachSecond(41, 200)],
      11 + 19,
    ],
    [
      "not when it comes back later",
      [touch(0), ...eachSecond(1, 10), ...eachSecond(11, 90, false), ...eachSecond(91, 200)],
      11,
    ],
    ["nothing of a night in which the device slept", [touch(0), ...eachSecond(1, 3), look(30_000)], 3],
    [
      "nothing of a nap, nor on after it without a touch",
      [touch(0), ...eachSecond(1, 3), ...eachSecond(20, 50)],
      3,
    ],
    ["nothing of a clock set forward", [touch(0), look(1), look(3600), ...eachSecond(3601, 3700)], 1],
    ["nothing of a clock set back", [touch(0), look(1), look(-3600), ...eachSecond(-3599, -3500)], 1],
    [
      "on after a clock set back and a touch",
      [touch(0), look(1), look(-3600), touch(-3599), ...eachSecond(-3598, -3500)],
      1 + 60,
    ],
    ["a second that came late", [touch(0), look(1), look(4), look(5)], 5],
  ])("counts %s", (_, looks, seconds) => {
    expect(counted(looks)).toBe(seconds);
  });

  it("is never more than the time that passed, nor than a minute after each touch", () => {
    const step = fc.record({
      after: fc.integer({ min: 0, max: 90_000 }),
      seen: fc.boolean(),
      touched: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let at = 0;
        const looks = steps.map(({ after, seen, touched }) => ({ at: (at += after) / 1000, seen, touched }));
        const seconds = counted(looks);
        expect(seconds).toBeLessThanOrEqual(at / 1000);
        expect(seconds).toBeLessThanOrEqual(60 * looks.filter((each) => each.touched).length);
      }),
    );
  });
});
