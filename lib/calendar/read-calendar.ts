import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { invalid } from "#lib/kernel/problem.ts";
import type { CalendarEvents, CalendarSpan } from "./calendar-event.ts";
import { calendarText } from "./calendar-text.ts";
import type { Answer } from "./calendar-worker.ts";

const PATIENCE_MS = 3_000;
const BEGINS_WITHIN_MS = 15_000;
const MOST_MEMORY_MB = 128;

/**
 * The events of a calendar file, read beside the server: a rule such as "each 30 February" keeps the library busy for ever, and a
 * server must not be. Throws Problem invalid, in words, for a file that is no calendar.
 */
export async function readCalendar(
  bytes: Uint8Array,
  span: CalendarSpan,
  patienceMs = PATIENCE_MS,
): Promise<CalendarEvents> {
  const text = calendarText(bytes);
  const worker = new Worker(new URL("./calendar-worker.ts", import.meta.url), {
    workerData: { calendar: { text, span } },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const given = new AbortController();
  const begun = Promise.withResolvers<null>();
  const told = Promise.withResolvers<Answer | null>();
  const broken = () => {
    begun.resolve(null);
    told.resolve(null);
  };
  worker.on("message", (said: Answer | null) => (said === null ? begun.resolve(null) : told.resolve(said)));
  worker.on("error", broken);
  worker.on("exit", broken);
  const late = (ms: number) => sleep(ms, null, { signal: given.signal }).catch(() => null);
  try {
    await Promise.race([begun.promise, late(BEGINS_WITHIN_MS)]);
    const answer = await Promise.race([told.promise, late(patienceMs)]);
    if (answer === null)
      throw invalid(
        "an event in this calendar repeats in a way that has no end; take it out and bring the rest",
        "file",
      );
    if (answer.found === null)
      throw invalid("this calendar file is broken somewhere; export it once more", "file");
    return answer.found;
  } finally {
    given.abort();
    await worker.terminate();
  }
}
