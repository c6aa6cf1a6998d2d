import { daysBetween, type Day } from "./days.ts";

const LOCALE = "en-GB";

// Made once: to make one takes many times as long as to use it.
const DAY = formatsOf({ day: "numeric", month: "long" });
const SHORT = formatsOf({ weekday: "short", day: "numeric", month: "short" });
const FULL = formatsOf({ weekday: "long", day: "numeric", month: "long" });
const AWAY = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" });

/** "16 November", with the year when it is not this one's. */
export function dayText(day: Day, today: Day): string {
  return said(DAY, day, today);
}

/** "Mon 16 Nov", with the year when it is not this one's. */
export function shortDay(day: Day, today: Day): string {
  return said(SHORT, day, today).replace(",", "");
}

/** "Friday 27 November", with the year when it is not this one's. */
export function fullDay(day: Day, today: Day): string {
  return said(FULL, day, today).replace(",", "");
}

/** "today", "yesterday", "in 3 days", "12 days ago"; beyond a month the day itself. */
export function whenText(day: Day, today: Day): string {
  const away = daysBetween(today, day);
  if (Math.abs(away) > 31) return dayText(day, today);
  return AWAY.format(away, "day");
}

function said({ thisYear, withYear }: Formats, day: Day, today: Day): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? thisYear : withYear;
  return format.format(new Date(`${day}T00:00:00Z`));
}

interface Formats {
  thisYear: Intl.DateTimeFormat;
  withYear: Intl.DateTimeFormat;
}

function formatsOf(options: Intl.DateTimeFormatOptions): Formats {
  return {
    thisYear: new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" }),
    withYear: new Intl.DateTimeFormat(LOCALE, { ...options, year: "numeric", timeZone: "UTC" }),
  };
}
