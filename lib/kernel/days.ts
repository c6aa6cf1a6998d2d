import { invalid, type Problem } from "./problem.ts";

/** A calendar day as text, "2026-11-22", in the years 0001 to 9999. Sorts as text. */
export type Day = string;

export function isDay(text: unknown): text is Day {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const [year, month, date] = partsOf(text);
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** A day within what calendars are asked about here; years beyond are typing errors, or half typed. */
export function isDayInReach(text: unknown): text is Day {
  return isDay(text) && text >= "1900-01-01" && text <= "2199-12-31";
}

/** Throws a Problem when the result leaves the years 1 to 9999. */
export function addDays(day: Day, count: number): Day {
  return dayOfEpoch(epochOf(day) + count);
}

/** Days from `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: Day, b: Day): number {
  return epochOf(b) - epochOf(a);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return weekdayOfEpoch(epochOf(day));
}

/** The day that the calendar on the wall shows at this instant in this time zone. */
export function dayIn(instant: Date, timeZone: string): Day {
  const at = instant.getTime();
  if (Number.isNaN(at)) throw new RangeError("dayIn was given an invalid Date");
  return dayOfEpoch(Math.floor((at + offsetAt(at, timeZone)) / DAY_MS));
}

/** What clocks in this time zone show at this instant: "HH:MM", 24 hours. */
export function timeOfDayIn(instant: Date, timeZone: string): string {
  const at = instant.getTime();
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(11, 16);
}

/**
 * The instant at which clocks in the zone show `time` ("HH:MM", 24 hours) on this day. A time shown twice is
 * the earlier one; a time skipped is moved on by as much as was skipped (Temporal's "compatible").
 */
export function instantOf(day: Day, time: string, timeZone: string): Date {
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!clock) throw invalid(`"${time}" is not a time of day. Write it as HH:MM, for example 18:00.`);
  const local = epochOf(day) * DAY_MS + (Number(clock[1]) * 60 + Number(clock[2])) * 60_000;
  const before = offsetAt(local - DAY_MS, timeZone);
  const after = offsetAt(local + DAY_MS, timeZone);
  const shownAt = [local - before, local - after].filter((at) => at + offsetAt(at, timeZone) === local);
  return new Date(shownAt.length > 0 ? Math.min(...shownAt) : local - before);
}

/** True for names of the IANA time zone database ("Europe/Berlin", "UTC"); bare offsets are not zones. */
export function isTimeZone(text: unknown): text is string {
  if (typeof text !== "string" || !/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return false;
  try {
    wallClockOf(text);
    return true;
  } catch {
    return false;
  }
}

/** Days since 1970-01-01, for arithmetic on many days. Throws RangeError when the text is not a day. */
export function epochOf(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${JSON.stringify(day)}`);
  const [year, month, date] = partsOf(day);
  return epochOfParts(year, month, date);
}

/** The inverse of epochOf. Throws a Problem outside the years 1 to 9999. */
export function dayOfEpoch(epoch: number): Day {
  const [year, month, date] = partsOfEpoch(epoch);
  if (year < 1 || year > 9999) throw tooFar();
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

// The next two are days_from_civil and civil_from_days of Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms": years start in March, so that the leap day comes last; an era is 400 years.
export function epochOfParts(year: number, month: number, date: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function partsOfEpoch(epoch: number): [year: number, month: number, date: number] {
  if (!Number.isSafeInteger(epoch)) throw new RangeError(`not a whole number of days: ${epoch}`);
  const shifted = epoch + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date];
}

export function weekdayOfEpoch(epoch: number): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // 1970-01-01 was a Thursday.
  return (((((epoch + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

const DAY_MS = 86_400_000;

function tooFar(): Problem {
  return invalid("That day is too far away. Use days in the years 1 to 9999.");
}

function partsOf(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Milliseconds that the zone's clocks are ahead of UTC at this instant. */
function offsetAt(at: number, timeZone: string): number {
  // Before the year 1 the format counts years backwards.
  if (at < epochOfParts(1, 1, 2) * DAY_MS) throw tooFar();
  const shown: Record<string, number> = {};
  for (const { type, value } of wallClockOf(timeZone).formatToParts(at)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  const local = epochOfParts(year, month, day) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000;
  return local - Math.floor(at / 1000) * 1000;
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClockOf(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone);
  if (known) return known;
  const made = newWallClock(timeZone);
  // Names come in any spelling of upper and lower case, so bound what is kept.
  if (wallClocks.size >= 1000) wallClocks.clear();
  wallClocks.set(timeZone, made);
  return made;
}

function newWallClock(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    throw invalid(`"${timeZone}" is not a known time zone. Choose one such as Europe/Berlin.`);
  }
}
