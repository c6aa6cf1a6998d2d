import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { invalid } from "#lib/kernel/problem.ts";
import type { CalendarEvents, CalendarSpan } from "./calendar-event.ts";
import { calendarText } from "./calendar-text.ts";
import type { Answer } from "./calendar-worker.ts";

const PATIENCE_MS = 3000;
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
  try {
    const answer = await Promise.race([
      once(worker, "message").then(([told]) => told as Answer),
      sleep(patienceMs, null, { signal: given.signal }),
    ]).catch(() => null);
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
