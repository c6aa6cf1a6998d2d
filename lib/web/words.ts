import { daysBetween } from "#lib/kernel/days.ts";
import type { Day } from "#lib/kernel/days.ts";
import { minorDigits } from "#lib/kernel/money.ts";
import type { Money } from "#lib/kernel/money.ts";
import type { Page } from "#lib/kernel/page.ts";

const LOCALE = "en-GB";
const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Numbers up to twelve as a word, for sentences: "three", "1,204". */
export function inWords(count: number): string {
  return NUMBERS[count] ?? count.toLocaleString(LOCALE);
}

/** "three people", "one person", "no people". */
export function counted(count: number, one: string, many: string): string {
  return `${inWords(count)} ${count === 1 ? one : many}`;
}

/** The same of what a list's first page holds: "100 or more people" where others follow. */
export function countedIn({ items, nextCursor }: Page<unknown>, one: string, many: string): string {
  if (nextCursor === null) return counted(items.length, one, many);
  return `${items.length.toLocaleString(LOCALE)} or more ${many}`;
}

/** For the beginning of a sentence: "Three people". */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

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

/** "today", "yesterday", "in 3 days", "12 days ago"; beyond a month the day itself. */
export function whenText(day: Day, today: Day): string {
  const away = daysBetween(today, day);
  if (Math.abs(away) > 31) return dayText(day, today);
  return new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" }).format(away, "day");
}

/** "€25,800", "€25,800.50": without a fraction where there is none. */
export function moneyText({ minor, currency }: Money): string {
  const format = new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  return format.format(minor / 10 ** minorDigits(currency));
}

function format(day: Day, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
