import { addDays, dayIn, instantOf } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { isWorkday, type WorkCalendar } from "#lib/kernel/workdays.ts";

/** When letters may leave, and how fast. */
export interface SendingHours {
  /** "HH:MM", in the workspace's time zone: the first minute in which they may. */
  fromTime: string;
  /** "HH:MM": the first in which they may not any more. */
  untilTime: string;
  /** Also on weekends and holidays. */
  daysOff: boolean;
  perMinute: number;
}

export const DEFAULT_HOURS: SendingHours = {
  fromTime: "08:00",
  untilTime: "18:00",
  daysOff: false,
  perMinute: 120,
};

const MOST_A_MINUTE = 6_000;
const A_YEAR = 366;

/** Throws Problem invalid naming the field. */
export function checkHours({ fromTime, untilTime, perMinute }: SendingHours): void {
  for (const [field, time] of [
    ["fromTime", fromTime],
    ["untilTime", untilTime],
  ] as const)
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
      throw invalid(`"${time}" is not a time of day; write it as HH:MM, for example 18:00`, field);
  if (fromTime >= untilTime) throw invalid("they begin before they end", "untilTime");
  if (!Number.isInteger(perMinute) || perMinute < 1 || perMinute > MOST_A_MINUTE)
    throw invalid(`between 1 and ${MOST_A_MINUTE} letters a minute`, "perMinute");
}

/** The first instant from `at` on at which a letter may leave: `at` itself outside quiet hours. Null: on no day of a year. */
export function mayLeaveFrom(at: Date, hours: SendingHours, calendar: WorkCalendar): Date | null {
  let day = dayIn(at, calendar.timeZone);
  for (let ahead = 0; ahead < A_YEAR; ahead++) {
    if (hours.daysOff || isWorkday(day, calendar)) {
      const opens = instantOf(day, hours.fromTime, calendar.timeZone);
      const closes = instantOf(day, hours.untilTime, calendar.timeZone);
      if (at < closes) return at < opens ? opens : at;
    }
    day = addDays(day, 1);
  }
  return null;
}

/** No batch holds up other work of the workspace for long. */
const BATCH_EVERY_SECONDS = 10;
const MOST_A_BATCH = 100;

/** How many leave at once, and how long after its beginning the next batch begins: together the rate. */
export function batchOf(perMinute: number): { size: number; everyMs: number } {
  const size = Math.min(MOST_A_BATCH, Math.max(1, Math.floor((perMinute * BATCH_EVERY_SECONDS) / 60)));
  return { size, everyMs: (size / perMinute) * 60_000 };
}
