import { quantile, sortedUp } from "#lib/kernel/quantiles.ts";
import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import { inTime, type Duty } from "./duty.ts";

/** What became of the clocks of one introduction. */
export interface LoopFact {
  /** From its arrival to our answer; null while it waits, or where the hour is not known. */
  respondMinutes: number | null;
  /** Null while nobody is late yet. */
  thankedInTime: boolean | null;
  /** Whether the source was told what came of it, after the close how it ended; null while they were not, and still may be. */
  knows: boolean | null;
  /** Whether they are to know by now: thirty days are over, or it has ended. */
  wordDue: boolean;
}

export interface LoopMeasures {
  introductions: number;
  /** In minutes, of those that were answered and of which the hour is known. */
  response: { n: number; median: number; p90: number } | null;
  thankedInTime: Share;
  /** Of those whose source is to know by now: who does. Told early counts when its day has come. */
  knows: Share;
}

export interface Share {
  /** How many of `rate.n`. */
  count: number;
  rate: Rate;
}

/** `duties` are all of one introduction. */
export function loopFactOf(
  { arrivedAt, respondedAt, closed }: { arrivedAt: Date | null; respondedAt: Date | null; closed: boolean },
  duties: readonly Duty[],
  now: Date,
): LoopFact {
  const thanks = duties.find(({ kind }) => kind === "thank");
  const word = duties.find(({ kind }) => kind === (closed ? "report-close" : "report"));
  const wordDue = word !== undefined && (closed || now > word.dueAt);
  const known = arrivedAt !== null && respondedAt !== null && respondedAt >= arrivedAt;
  return {
    respondMinutes: known ? (respondedAt.getTime() - arrivedAt.getTime()) / 60_000 : null,
    thankedInTime: thanks === undefined ? null : inTime(thanks, now),
    knows: word !== undefined && (wordDue || word.doneAt !== null) ? isTold(word) : null,
    wordDue,
  };
}

/** What was let go was not told. */
function isTold({ doneAt, settled }: Duty): boolean {
  return doneAt !== null && settled?.letGoWhy === null;
}

export function measuresOf(facts: readonly LoopFact[]): LoopMeasures {
  const minutes = sortedUp(facts.flatMap(({ respondMinutes }) => respondMinutes ?? []));
  return {
    introductions: facts.length,
    response:
      minutes.length === 0
        ? null
        : { n: minutes.length, median: quantile(minutes, 0.5), p90: quantile(minutes, 0.9) },
    thankedInTime: shareOf(facts.flatMap(({ thankedInTime }) => thankedInTime ?? [])),
    knows: shareOf(facts.flatMap(({ knows, wordDue }) => (wordDue && knows !== null ? [knows] : []))),
  };
}

function shareOf(each: readonly boolean[]): Share {
  const count = each.filter(Boolean).length;
  return { count, rate: rateOf(count, each.length) };
}
