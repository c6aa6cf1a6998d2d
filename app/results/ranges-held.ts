import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import { MEANT_TO_HOLD } from "./range.ts";

/** A range that was said, and what came; null while its weeks are not over. */
export interface Said {
  low: number;
  high: number;
  came: number | null;
}

export interface RangesHeld {
  held: number;
  of: number;
  /** With its interval; "too early" under twenty. */
  rate: Rate;
  /** fits: 8 of 10 is within the interval · narrow: they held fewer, so that they promise too much · wide: more, so that they say too little. */
  verdict: "too-early" | "fits" | "narrow" | "wide";
}

/** How often what came lay in the range that was said before: "our ranges have held N of M times". What is not over says nothing. */
export function rangesHeld(said: readonly Said[]): RangesHeld {
  const over = said.flatMap(({ low, high, came }) => (came === null ? [] : [low <= came && came <= high]));
  const [held, of] = [over.filter(Boolean).length, over.length];
  const rate = rateOf(held, of);
  return { held, of, rate, verdict: verdictOf(rate) };
}

function verdictOf(rate: Rate): RangesHeld["verdict"] {
  if (rate.kind === "too-early") return "too-early";
  return rate.high < MEANT_TO_HOLD ? "narrow" : rate.low > MEANT_TO_HOLD ? "wide" : "fits";
}
