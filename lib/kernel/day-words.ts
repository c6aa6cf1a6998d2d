import { daysBetween, type Day } from "./days.ts";

const LOCALE = "en-GB";

/** "16 November", with the year when it is not this one's. */
export function dayText(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  return format(day, { day: "numeric", month: "long", year });
}

/** "Mon 16 Nov", with the year when it is not this one's. */
export function shortDay(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  return format(day, { weekday: "short", day: "numeric", month: "short", year }).replace(",", "");
}

/** "Friday 27 November", with the year when it is not this one's. */
export function fullDay(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  return format(day, { weekday: "long", day: "numeric", month: "long", year }).replace(",", "");
}

/** "today", "yesterday", "in 3 days", "12 days ago"; beyond a month the day itself. */
export function whenText(day: Day, today: Day): string {
  const away = daysBetween(today, day);
  if (Math.abs(away) > 31) return dayText(day, today);
  return new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" }).format(away, "day");
}

function format(day: Day, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
