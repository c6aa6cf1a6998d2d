import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";

/** The plan in blocks of weeks: what is to be true by the end of each. Nobody ticks a line: the data do. */
export const ROLL_OUT = [
  { name: "say", weeks: [1, 2], lines: ["statement", "areas-owned", "goals-set"] },
  { name: "practise", weeks: [3, 4], lines: ["leads-rehearsed", "reps-rehearsed", "partners-found"] },
  { name: "ask", weeks: [5, 6], lines: ["weeks-promised", "everybody-asked", "everybody-coached"] },
  {
    name: "hold",
    weeks: [7, 9],
    lines: ["meetings-led", "ten-introductions", "three-aligned", "poll-answered"],
  },
  {
    name: "keep",
    weeks: [10, 13],
    lines: ["everybody-introduced", "all-aligned", "coached-again", "said-anew"],
  },
] as const;
export type RollOutBlock = (typeof ROLL_OUT)[number]["name"];
export type RollOutLine = (typeof ROLL_OUT)[number]["lines"][number];
export const BLOCK_NAMES = ROLL_OUT.map(({ name }) => name) as [RollOutBlock, ...RollOutBlock[]];
export const ROLL_OUT_LINES = ROLL_OUT.flatMap(({ lines }) => [...lines] as RollOutLine[]) as [
  RollOutLine,
  ...RollOutLine[],
];

export const ROLL_OUT_DAYS = 90;
export const INTRODUCTIONS_WANTED = 10;
export const ALIGNED_WANTED = 3;
/** The statement is said anew once two months of the ninety days are over. */
export const ANEW_AFTER_DAYS = 60;

/** The first day and the last of a block; the plan's last block ends with the plan. */
export function spanOfBlock(
  [first, last]: readonly [number, number],
  startOn: Day,
): { start: Day; end: Day } {
  const end = Math.min(7 * last, ROLL_OUT_DAYS) - 1;
  return { start: addDays(startOn, 7 * (first - 1)), end: addDays(startOn, end) };
}

/** Which of the ninety days it is; under 1 before, over 90 after. */
export function dayOfRollOut(startOn: Day, today: Day): number {
  return daysBetween(startOn, today) + 1;
}

/** How far a line is: so many of so many, and since when all of them. */
export interface Progress {
  count: number;
  of: number;
  /** The day on which it became true; null: it is not. */
  on: Day | null;
  /** Who was the last of them, and whom it waits for. */
  lastId: string | null;
  missingIds: string[];
}

/**
 * Of everybody who is expected, by when each did it. It became true on the day of the last of them, and is undone with what made it
 * true. Nobody expected: it is not true of anybody.
 */
export function everybody(ids: readonly string[], firsts: ReadonlyMap<string, Day>): Progress {
  const done = ids.flatMap((id) => {
    const day = firsts.get(id);
    return day === undefined ? [] : [{ id, day }];
  });
  const missingIds = ids.filter((id) => !firsts.has(id));
  const last = done.reduce<{ id: string; day: Day } | null>(
    (latest, each) => (latest === null || each.day > latest.day ? each : latest),
    null,
  );
  const isTrue = missingIds.length === 0 && last !== null;
  return {
    count: done.length,
    of: ids.length,
    on: isTrue ? last.day : null,
    lastId: isTrue ? last.id : null,
    missingIds,
  };
}

/** Of things that happen one after the other: true on the day of the one that was still wanted. `days` in their order. */
export function soMany(days: readonly Day[], wanted: number): Progress {
  return {
    count: Math.min(days.length, wanted),
    of: wanted,
    on: days[wanted - 1] ?? null,
    lastId: null,
    missingIds: [],
  };
}
