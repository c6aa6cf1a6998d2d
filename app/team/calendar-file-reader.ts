import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { invalid } from "#lib/kernel/problem.ts";
import type { Answer } from "./calendar-days-server.ts";
import { calendarText, checkDays, type CalendarDays, type Span } from "./calendar-file.ts";

const PATIENCE_MS = 3000;
const MOST_MEMORY_MB = 128;

/**
 * The days of a calendar file, read beside the server: a rule such as "each 30 February" keeps the library busy for ever, and a
 * server must not be. Throws Problem invalid, in words, for a file that is no calendar or holds no days.
 */
export async function readCalendarFile(
  bytes: Uint8Array,
  span: Span,
  patienceMs = PATIENCE_MS,
): Promise<CalendarDays> {
  const text = calendarText(bytes);
  const worker = new Worker(new URL("./calendar-days-server.ts", import.meta.url), {
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
    checkDays(answer.found, span);
    return answer.found;
  } finally {
    given.abort();
    await worker.terminate();
  }
}
