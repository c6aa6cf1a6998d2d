import { minorDigits } from "#lib/kernel/money.ts";
import type { Money } from "#lib/kernel/money.ts";
import type { Rate } from "#lib/kernel/rates.ts";
import type { Page } from "#lib/kernel/page.ts";

const LOCALE = "en-GB";
const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Numbers up to twelve as a word, for sentences: "three", "1,204". */
export function inWords(count: number): string {
  return NUMBERS[count] ?? numberText(count);
}

/** "1,204" */
export function numberText(count: number): string {
  return count.toLocaleString(LOCALE);
}

/** "three people", "one person", "no people". */
export function counted(count: number, one: string, many: string): string {
  return `${inWords(count)} ${count === 1 ? one : many}`;
}

/** The same of what a list's first page holds: "100 or more people" where others follow. */
export function countedIn({ items, nextCursor }: Page<unknown>, one: string, many: string): string {
  if (nextCursor === null) return counted(items.length, one, many);
  return `${numberText(items.length)} or more ${many}`;
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
  const said = `${numberText(count)} of ${numberText(rate.n)}`;
  if (rate.kind === "too-early") return `${said}: too early to say`;
  return `${said}: ${hundredthsText(rate)} % (95 % interval)`;
}

/** A range of shares, in hundredths: "19 to 34"; "79.8 to 80.1" where whole ones would not tell its ends apart. */
export function hundredthsText({ low, high }: { low: number; high: number }): string {
  const digits = hundredthDigits({ low, high });
  return `${hundredths(low, digits)} to ${hundredths(high, digits)}`;
}

/** How many digits it takes to tell the ends of a range apart. */
export function hundredthDigits({ low, high }: { low: number; high: number }): 0 | 1 {
  return Math.round(low * 100) === Math.round(high * 100) ? 1 : 0;
}

/** "42", "79.8": a share in hundredths. */
export function hundredths(share: number, digits: 0 | 1): string {
  return (share * 100).toFixed(digits);
}
