import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import type { Projection } from "./projection.ts";
import type { Range } from "./range.ts";
import { STEPS, type Step } from "./step.ts";
import { rangesHeld, type RangesHeld } from "./ranges-held.ts";

/** said: in the week it speaks from · worked-back: later, from nothing but what was known then. */
export const HOWS_SAID = ["said", "worked-back"] as const;
export type HowSaid = (typeof HOWS_SAID)[number];

/** How far ahead something is said each week. */
export const HORIZONS = [4, 8, 13] as const;
/** Weeks between what is worked back, so that ranges of four weeks do not overlap. */
const BACK_STEP = 4;
/** As far back as that is worked, in weeks. */
export const MOST_BACK = 104;

/**
 * The next week to work back to from this one, the latest first; null: there is none left. `said`: weeks of which something was said, in
 * whatever order. A gap is one of four weeks and more, whoever left it.
 */
export function nextBack(said: readonly Day[], from: Day): Day | null {
  const most = addDays(from, -7 * MOST_BACK);
  let at = from;
  for (const day of said
    .filter((each) => each < from)
    .toSorted()
    .toReversed()) {
    if (day < addDays(at, -7 * BACK_STEP)) break;
    at = day;
  }
  const next = addDays(at, -7 * BACK_STEP);
  return next < most ? null : next;
}

export interface SaidRange extends Range {
  /** First day of its first week. */
  saidOn: Day;
  weeks: number;
  step: Step;
  how: HowSaid;
}

/** What one projection says of each horizon. */
export function rangesIn(projection: Projection): (Range & { weeks: number; step: Step })[] {
  if (projection.kind === "too-early") return [];
  return HORIZONS.flatMap((weeks) =>
    STEPS.flatMap((step) => {
      const range = projection.steps[step][weeks - 1];
      return range === undefined ? [] : [{ weeks, step, ...range }];
    }),
  );
}

/** `came`: null while its weeks are not over. */
export interface HeldLine extends SaidRange {
  until: Day;
  came: number | null;
}

export interface HeldOverWeeks extends RangesHeld {
  weeks: number;
  /** Of those that are over. */
  said: { held: number; of: number };
  workedBack: { held: number; of: number };
  /** The latest first. */
  lines: HeldLine[];
}

/**
 * What was said beside what came in the weeks it spoke of, by horizon. Ranges whose weeks overlap tell the same twice: of those only every
 * so-manieth is taken, from the latest that is over back. `arrived`: in weeks from `first` on.
 */
export function heldByHorizon(
  said: readonly SaidRange[],
  arrived: readonly { step: Step; week: number; many: number }[],
  { first, today }: { first: Day; today: Day },
): HeldOverWeeks[] {
  const inWeek = new Map(arrived.map(({ step, week, many }) => [`${step} ${week}`, many]));
  const cameOf = ({ saidOn, weeks, step }: SaidRange): number | null => {
    if (addDays(saidOn, 7 * weeks) > today) return null;
    const begin = daysBetween(first, saidOn) / 7;
    return Array.from({ length: weeks }, (_, at) => inWeek.get(`${step} ${begin + at}`) ?? 0).reduce(
      (sum, many) => sum + many,
      0,
    );
  };
  return HORIZONS.map((weeks) => {
    const own = said
      .filter((each) => each.weeks === weeks)
      .map((each) => ({ ...each, until: addDays(each.saidOn, 7 * weeks - 1), came: cameOf(each) }));
    const apart = apartIn(
      own.map(({ saidOn, came }) => (came === null ? null : saidOn)),
      weeks,
    );
    const lines = own
      .filter(({ saidOn, came }) => came === null || apart.has(saidOn))
      .toSorted((a, b) =>
        a.saidOn === b.saidOn ? STEPS.indexOf(a.step) - STEPS.indexOf(b.step) : a.saidOn < b.saidOn ? 1 : -1,
      );
    const of = (how: HowSaid) => {
      const { held, of: all } = rangesHeld(lines.filter((line) => line.how === how));
      return { held, of: all };
    };
    return { weeks, ...rangesHeld(lines), said: of("said"), workedBack: of("worked-back"), lines };
  });
}

function apartIn(over: readonly (Day | null)[], weeks: number): Set<Day> {
  const apart = new Set<Day>();
  let begun: Day | null = null;
  for (const day of [...new Set(over)]
    .filter((each) => each !== null)
    .toSorted()
    .toReversed()) {
    if (begun !== null && addDays(day, 7 * weeks) > begun) continue;
    apart.add(day);
    begun = day;
  }
  return apart;
}
