import { describe, expect, it } from "vitest";
import { timeToInteractive } from "./first-load.ts";

const task = (start: number, end: number) => ({ start, end });

describe("time to interactive", () => {
  it.each([
    ["nothing came after the first content", 400, [], [], 400],
    ["a long task ended before it", 400, [task(100, 300)], [], 400],
    ["a long task was under way", 400, [task(300, 700)], [], 700],
    ["the last of several", 400, [task(500, 600), task(900, 1_100)], [], 1_100],
    ["not the one after five quiet seconds", 400, [task(500, 600), task(5_700, 6_000)], [], 600],
    ["two requests do no harm", 400, [task(6_000, 6_200)], [task(500, 5_900), task(500, 5_900)], 400],
    [
      "three do: it is not quiet yet",
      400,
      [task(6_000, 6_200)],
      [task(500, 2_000), task(500, 2_000), task(500, 1_500)],
      6_200,
    ],
  ])("%s", (_, firstContent, longTasks, requests, expected) => {
    expect(timeToInteractive(firstContent, longTasks, requests)).toBe(expected);
  });
});
