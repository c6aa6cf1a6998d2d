import { invalid } from "./problem.ts";

/** `minor` is a whole number of the currency's smallest unit: cents, pence, yen. */
export interface Money {
  minor: number;
  currency: string;
}

/** Digits behind the decimal mark: 2 for EUR, 0 for JPY, 3 for KWD. Throws Problem invalid for no ISO 4217 code. */
export function minorDigits(currency: string): number {
  return factsOf(currency).digits;
}

/**
 * An amount as people and CRMs write it, or null when it cannot be read for certain: no number, another currency's
 * sign, groups that are not groups, more than 2^53 minor units. Fractions of a minor unit are rounded, halves away
 * from zero. A lone mark before exactly three digits ("1.234") separates thousands, unless the currency has three
 * decimals and the mark is a point; `decimal` settles it when the whole column is known. Throws Problem invalid when
 * `currency` is no ISO 4217 code.
 */
export function parseMoney(text: string, currency: string, decimal?: "." | ","): Money | null {
  const { digits, signs } = factsOf(currency);
  const amount = amountIn(text, signs);
  if (!amount) return null;
  const number = numberIn(amount.body, digits, decimal);
  if (!number) return null;
  const minor = toMinor(number, digits);
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return { minor: minor === 0n || !amount.negative ? Number(minor) : -Number(minor), currency };
}

/** For reading by a person; `locale` defaults to the reader's own. */
export function formatMoney(money: Money, locale?: string): string {
  const decimal = decimalOf(money) as `${number}`;
  return formatOf(money.currency, locale).format(decimal);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Made once each: to make one takes many times as long as to use it. */
function formatOf(currency: string, locale = ""): Intl.NumberFormat {
  const which = `${currency} ${locale}`;
  const made =
    formats.get(which) ?? new Intl.NumberFormat(locale || undefined, { style: "currency", currency });
  formats.set(which, made);
  return made;
}

/** Throws RangeError for two currencies or a sum beyond 2^53. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${b.currency} to ${a.currency}`);
  const minor = a.minor + b.minor;
  if (!Number.isSafeInteger(minor)) throw new RangeError("the sum is too large to be exact");
  return { minor, currency: a.currency };
}

/** In the order of their codes: amounts in two currencies say nothing of which is more. */
export function byCurrency(a: { currency: string }, b: { currency: string }): number {
  return a.currency < b.currency ? -1 : Number(a.currency > b.currency);
}

/** Throws Problem invalid of that field unless it is a whole number of minor units from `least` to `most`, in an ISO 4217 currency. */
export function checkMoney(
  { minor, currency }: Money,
  { field, least, most }: { field: string; least: 0 | 1; most: number },
): void {
  if (!currencyCodes().has(currency)) throw invalid(notACode(currency), field);
  if (!Number.isSafeInteger(minor) || minor < least || minor > most) {
    throw invalid(
      `an amount is a whole number of the smallest unit, ${least === 0 ? "nothing or more" : "more than nothing"}`,
      field,
    );
  }
}

interface Digits {
  whole: string;
  fraction: string;
}

function amountIn(text: string, signs: string[]): { body: string; negative: boolean } | null {
  let body = plain(text).trim();
  let negative = false;
  let sign = false;
  let minus = false;
  for (;;) {
    const named: string | undefined = sign
      ? undefined
      : signs.find((s) => body.startsWith(s) || body.endsWith(s));
    if (named !== undefined) {
      body = body.startsWith(named) ? body.slice(named.length) : body.slice(0, -named.length);
      sign = true;
    } else if (!minus && /^\(.*\)$/.test(body)) {
      body = body.slice(1, -1);
      negative = minus = true;
    } else if (!minus && /^[-+]|-$/.test(body)) {
      negative = body.startsWith("-") || body.endsWith("-");
      body = /^[-+]/.test(body) ? body.slice(1) : body.slice(0, -1);
      minus = true;
    } else {
      return { body, negative };
    }
    body = body.trim();
  }
}

/** The blanks, dashes and apostrophes that number formats write, as the ones on a keyboard. */
function plain(text: string): string {
  return text
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replace(/\s+/g, " ")
    .replace(/[\u2212\u2013\u2012\ufe63\uff0d]/g, "-")
    .replace(/[\u2019\u02bc]/g, "'");
}

function numberIn(body: string, digits: number, decimal: "." | "," | undefined): Digits | null {
  // Java (and so Salesforce's Data Loader) writes 12500000 as 1.25E7, exactly; Excel's 1.25E+07 has lost digits.
  const java = /^(\d)\.(\d+)E(\d{1,2})$/.exec(body);
  if (java) return shift(java[1]!, java[2]!, Number(java[3]));
  if (body.length > 60 || !/^[\d.,' ]*\d[.,]?$/.test(body)) return null;
  const mark = decimal ?? decimalMarkIn(body, digits);
  const at = mark === null ? -1 : body.lastIndexOf(mark);
  const whole = at < 0 ? body : body.slice(0, at);
  const fraction = at < 0 ? "" : body.slice(at + 1);
  if (!/^\d*$/.test(fraction) || (whole === "" && fraction === "")) return null;
  return isGrouped(whole, mark) ? { whole: whole.replace(/\D/g, ""), fraction } : null;
}

function decimalMarkIn(body: string, digits: number): "." | "," | null {
  const point = body.lastIndexOf(".");
  const comma = body.lastIndexOf(",");
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  if (point < 0 && comma < 0) return null;
  const mark = point >= 0 ? "." : ",";
  const [before = "", after = "", ...more] = body.split(mark);
  if (more.length > 0) return null;
  const mayBeGroup = after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
  return mayBeGroup && !(mark === "." && digits === 3) ? null : mark;
}

function isGrouped(whole: string, mark: "." | "," | null): boolean {
  if (/^\d*$/.test(whole)) return true;
  const separator = /\D/.exec(whole)![0];
  if (separator === mark) return false;
  const groups = whole.split(separator);
  const [first = "", ...rest] = groups;
  if (groups.some((group) => !/^\d+$/.test(group)) || rest.at(-1)!.length !== 3) return false;
  const middle = rest.slice(0, -1);
  // Thousands, or India's lakh and crore: 12,34,567.
  const inThousands = first.length <= 3 && middle.every((group) => group.length === 3);
  const inLakhs = separator === "," && first.length <= 2 && middle.every((group) => group.length === 2);
  return inThousands || inLakhs;
}

function shift(whole: string, fraction: string, places: number): Digits {
  const all = whole + fraction.padEnd(places, "0");
  return { whole: all.slice(0, whole.length + places), fraction: all.slice(whole.length + places) };
}

function toMinor({ whole, fraction }: Digits, digits: number): bigint {
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  return (fraction[digits] ?? "0") >= "5" ? kept + 1n : kept;
}

function decimalOf({ minor, currency }: Money): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of minor units: ${minor}`);
  const digits = minorDigits(currency);
  const all = String(Math.abs(minor)).padStart(digits + 1, "0");
  const text = digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
  return minor < 0 ? `-${text}` : text;
}

interface CurrencyFacts {
  digits: number;
  /** What may stand beside an amount in this currency, longest first. */
  signs: string[];
}

const known = new Map<string, CurrencyFacts>();
let codes: Set<string> | undefined;

function factsOf(currency: string): CurrencyFacts {
  const facts = known.get(currency);
  if (facts) return facts;
  if (!currencyCodes().has(currency)) throw invalid(notACode(currency));
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const made = { digits: format.resolvedOptions().maximumFractionDigits ?? 2, signs: signsOf(currency) };
  known.set(currency, made);
  return made;
}

function currencyCodes(): Set<string> {
  codes ??= new Set(Intl.supportedValuesOf("currency"));
  return codes;
}

function notACode(currency: string): string {
  return `"${currency}" is not a currency code; use three capital letters, for example EUR`;
}

function signsOf(currency: string): string[] {
  const signs = new Set([currency, currency.toLowerCase()]);
  for (const locale of ["en", "en-CA", "fr", "de"]) {
    for (const currencyDisplay of ["symbol", "narrowSymbol"] as const) {
      const parts = new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        currencyDisplay,
      }).formatToParts(1);
      signs.add(plain(parts.find((part) => part.type === "currency")!.value));
    }
  }
  return [...signs].toSorted((a, b) => b.length - a.length);
}
