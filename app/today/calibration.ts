import { ENOUGH_EVENTS, rateOf, wilson, type Rate } from "#lib/kernel/rates.ts";

/** An ask that had been suggested: with which score, and whether it named someone within NAMED_WITHIN_DAYS. */
export interface Tried {
  /** Of the ask: for one order. */
  id: string;
  score: number;
  named: boolean;
}

/** An ask is judged once so many days have gone by, never before: those that named someone early would weigh too much. */
export const NAMED_WITHIN_DAYS = 60;
const MOST_BINS = 5;
const FOLDS = 5;
// Quantile of the standard normal distribution.
const ONE_SIDED_95 = 1.645;

export interface Bin {
  /** The scores it holds, both included. */
  from: number;
  to: number;
  n: number;
  named: number;
  /** With its interval; "too early" under twenty. */
  rate: Rate;
}

export interface Calibration {
  n: number;
  /** The lowest scores first; shares never fall from one to the next. */
  bins: Bin[];
  /** Everybody's share. */
  base: Rate;
  /** The mean of (chance - what happened)², each asked of bins made without it; null under twenty. */
  brier: number | null;
  /** The same for saying everybody's share of everyone. */
  baseline: number | null;
  /** Whether the bins err less than everybody's share by more than chance (one-sided, 95 %): only then chances are shown. */
  holds: boolean;
}

/**
 * Chances from the team's own outcomes: up to five bins of scores with as many outcomes each, neighbours joined until each bin's
 * share lies above what chance makes of the one below it, its 90 % interval (isotonic regression by pooling adjacent violators; Ayer et al., Ann. Math. Statist. 26
 * (1955) 641-647). Brier: G. W. Brier, Mon. Wea. Rev. 78 (1950) 1-3.
 */
export function calibrate(tried: readonly Tried[]): Calibration {
  const n = tried.length;
  const base = rateOf(countOf(tried), n);
  const bins = binsOf(tried);
  if (n < ENOUGH_EVENTS) return { n, bins, base, brier: null, baseline: null, holds: false };
  return { n, bins, base, ...scoresOf(tried) };
}

/** The chance that somebody with this score names someone; "too early" where there are too few outcomes or they say nothing. */
export function chanceOf({ bins, holds }: Pick<Calibration, "bins" | "holds">, score: number): Rate {
  const bin = bins.findLast(({ from }) => score >= from) ?? bins[0];
  if (!bin) return { kind: "too-early", n: 0 };
  return holds ? bin.rate : { kind: "too-early", n: bin.n };
}

/** Bins of any outcomes; each of at least twenty where there are so many. */
export function binsOf(tried: readonly Tried[]): Bin[] {
  const inOrder = tried.toSorted((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1));
  const count = Math.max(1, Math.min(MOST_BINS, Math.floor(inOrder.length / ENOUGH_EVENTS)));
  const parts = Array.from({ length: count }, (_, at) =>
    inOrder.slice(Math.floor((at * inOrder.length) / count), Math.floor(((at + 1) * inOrder.length) / count)),
  ).filter((part) => part.length > 0);
  const pooled: Tried[][] = [];
  for (const part of parts) {
    let joined = part;
    while (pooled.length > 0 && !rises(pooled.at(-1)!, joined)) joined = [...pooled.pop()!, ...joined];
    pooled.push(joined);
  }
  return pooled.map((part) => ({
    from: part[0]!.score,
    to: part.at(-1)!.score,
    n: part.length,
    named: countOf(part),
    rate: rateOf(countOf(part), part.length),
  }));
}

/** By more than chance plays with the one below; and with different scores, for equal scores must get equal chances. */
function rises(below: readonly Tried[], above: readonly Tried[]): boolean {
  if (below.at(-1)!.score === above[0]!.score) return false;
  return countOf(above) / above.length > wilson(countOf(below), below.length, 0.9).high;
}

/** Five times four fifths say what they would have said of the last fifth. */
function scoresOf(tried: readonly Tried[]): { brier: number; baseline: number; holds: boolean } {
  const inOrder = tried.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const errors = Array.from({ length: FOLDS }, (_, fold) => {
    const known = inOrder.filter((_each, at) => at % FOLDS !== fold);
    const bins = binsOf(known);
    const everybody = countOf(known) / known.length;
    return inOrder
      .filter((_each, at) => at % FOLDS === fold)
      .map(({ score, named }) => {
        const bin = bins.findLast(({ from }) => score >= from) ?? bins[0]!;
        return { ours: (bin.named / bin.n - Number(named)) ** 2, theirs: (everybody - Number(named)) ** 2 };
      });
  }).flat();
  const brier = mean(errors.map(({ ours }) => ours));
  const baseline = mean(errors.map(({ theirs }) => theirs));
  const gain = baseline - brier;
  const spread = mean(errors.map(({ ours, theirs }) => (theirs - ours - gain) ** 2));
  return { brier, baseline, holds: gain > ONE_SIDED_95 * Math.sqrt(spread / errors.length) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function countOf(tried: readonly Tried[]): number {
  return tried.filter(({ named }) => named).length;
}
