import { between, type Counts, type Hand } from "./hand.ts";

/** Something that is done by hand on the screens. `State`: what it begins with, and what was done in it. */
export interface Job<State> {
  key: string;
  name: string;
  /** What is promised: no more than this. */
  most?: Partial<Counts>;
  walk: (hand: Hand, state: State) => Promise<void>;
}

export interface Walked {
  key: string;
  counts: Counts;
  /** Seconds from the first tap until what it led to is on the screen. */
  machine: number;
  /** What of a promise was not kept, in words; null: nothing. */
  over: string | null;
}

/** One job after the other. Throws when a step of one cannot be done, with the job as the cause's name. */
export async function walkThrough<State>(
  jobs: readonly Job<State>[],
  hand: Hand,
  state: State,
  /** Seconds since whenever; without, nothing is timed. */
  stopwatch: () => number = () => 0,
): Promise<Walked[]> {
  const walked: Walked[] = [];
  for (const job of jobs) {
    const [before, began] = [hand.counts(), stopwatch()];
    await job.walk(hand, state).catch((cause: unknown) => {
      throw new Error(`"${job.name}" cannot be done`, { cause });
    });
    const counts = between(before, hand.counts());
    const machine = stopwatch() - began;
    walked.push({ key: job.key, counts, machine, over: overPromise(job, counts) });
  }
  return walked;
}

/** What of a promise was not kept, in words; null: nothing. */
export function overPromise(
  { name, most = {} }: { name: string; most?: Partial<Counts> },
  counts: Counts,
): string | null {
  const over = (Object.keys(most) as (keyof Counts)[]).filter((key) => counts[key] > (most[key] ?? 0));
  const words = over.map((key) => `${counts[key]} ${key} instead of ${most[key]}`);
  return words.length === 0 ? null : `"${name}" takes ${words.join(" and ")}`;
}
