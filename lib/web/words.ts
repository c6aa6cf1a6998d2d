import { minorDigits } from "#lib/kernel/money.ts";
import type { Money } from "#lib/kernel/money.ts";
import type { Rate } from "#lib/kernel/rates.ts";
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

/** "€25,800", "€25,800.50": without a fraction where there is none. */
export function moneyText({ minor, currency }: Money): string {
  const format = new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  return format.format(minor / 10 ** minorDigits(currency));
}

/** "3 of 12: too early to say", "31 of 120: 19 to 34 % (95 % interval)"; never a share alone. */
export function rateText(count: number, rate: Rate): string {
  if (rate.n === 0) return "–";
  const said = `${count} of ${rate.n}`;
  if (rate.kind === "too-early") return `${said}: too early to say`;
  return `${said}: ${percent(rate.low)} to ${percent(rate.high)} % (95 % interval)`;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
