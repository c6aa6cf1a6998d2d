import { expect, test } from "vitest";
import { firstWritten, type CountedLine } from "./credit-rule.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 2, hour));
const line = (id: string, day: string, hour: number): CountedLine => ({
  id,
  day,
  at: at(hour),
  undoes: null,
});
const gone = (of: string, hour: number): CountedLine => ({ id: `-${of}`, day: "", at: at(hour), undoes: of });

test.each([
  ["nothing else was written", [line("a", "2026-11-01", 8)], 8],
  [
    "corrected twice, the second time to another day",
    [
      line("a", "2026-11-01", 8),
      gone("a", 9),
      line("b", "2026-11-01", 9),
      gone("b", 10),
      line("c", "2026-10-30", 10),
    ],
    8,
  ],
  [
    "taken back, and later so again",
    [line("a", "2026-11-01", 8), gone("a", 9), line("b", "2026-11-01", 12)],
    8,
  ],
  [
    "taken back, and later won on another day",
    [line("a", "2026-11-01", 8), gone("a", 9), line("b", "2026-11-02", 12)],
    12,
  ],
  [
    "won on another day, and then corrected to the first",
    [
      line("a", "2026-11-01", 8),
      gone("a", 9),
      line("b", "2026-11-02", 12),
      gone("b", 13),
      line("c", "2026-11-01", 13),
    ],
    8,
  ],
])("the rule of a win is of when it was first written: %s", (_, lines, hour) => {
  expect(firstWritten(lines.at(-1)!, lines)).toEqual(at(hour));
});
