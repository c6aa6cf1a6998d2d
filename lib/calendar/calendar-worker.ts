import { isMainThread, parentPort, workerData } from "node:worker_threads";
import type { CalendarEvents, CalendarSpan } from "./calendar-event.ts";
import { eventsInCalendar } from "./events-in-calendar.ts";

export interface Answer {
  /** Null: the text is no calendar. */
  found: CalendarEvents | null;
}

if (!isMainThread && workerData?.calendar) {
  // From here on the time counts that somebody waits: to begin takes as long as the machine is busy.
  parentPort?.postMessage(null, []);
  const { text, span } = workerData.calendar as { text: string; span: CalendarSpan };
  let answer: Answer = { found: null };
  try {
    answer = { found: eventsInCalendar(text, span) };
  } catch {
    // Said by the one who asked: this text is no calendar.
  }
  parentPort?.postMessage(answer, []);
}
