import { type Money, minorDigits, parseMoney } from "#lib/kernel/money.ts";

export type DecimalMark = "." | ",";

/** What the cells of a column say about the decimal mark. */
export interface DecimalEvidence {
  point: number;
  comma: number;
}

export function newDecimalEvidence(): DecimalEvidence {
  return { point: 0, comma: 0 };
}

export function weighDecimal(evidence: DecimalEvidence, text: string): void {
  const marks = text.replace(/[^\d.,]/g, "");
  const point = marks.lastIndexOf(".");
  const comma = marks.lastIndexOf(",");
  if (point < 0 && comma < 0) return;
  const last = point > comma ? "." : ",";
  const hasBoth = point >= 0 && comma >= 0;
  const isOnly = marks.split(last).length === 2;
  // "1.234" may be either; "1.2345", "1.5" and "1,234.5" are not.
  const isDecimal = isOnly && (hasBoth || marks.length - marks.lastIndexOf(last) - 1 !== 3);
  if (isDecimal) evidence[last === "." ? "point" : "comma"]++;
  else if (!isOnly) evidence[last === "." ? "comma" : "point"]++;
}

/** The mark when the column uses only one; undefined leaves it to each amount. */
export function decimalMarkOf({ point, comma }: DecimalEvidence): DecimalMark | undefined {
  if (point > 0 && comma === 0) return ".";
  return comma > 0 && point === 0 ? "," : undefined;
}

/**
 * An amount in `currency`, or in the one that stands beside it ("USD 485,000.00", "$500"); null when it is no
 * amount that can be read for certain.
 */
export function readAmount(text: string, currency: string, decimal?: DecimalMark): Money | null {
  const own = parseMoney(text, currency, decimal);
  if (own) return own;
  const named = currencyIn(text.replace(/[\d.,'\s()+-]/g, ""), currency);
  return named && named !== currency ? parseMoney(text, named, decimal) : null;
}

/** The ISO code that a code or a sign means; a sign of several currencies means `usual` when it is one of them. */
export function currencyIn(text: string, usual: string): string | null {
  const word = text.trim().toUpperCase();
  if (word === "") return null;
  if (/^[A-Z]{3}$/.test(word)) return isCurrency(word) ? word : null;
  if (signOf(usual) === word) return usual;
  return SIGNS[word] ?? null;
}

const SIGNS: Record<string, string> = {
  $: "USD",
  US$: "USD",
  "€": "EUR",
  EURO: "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
  "₩": "KRW",
  "₽": "RUB",
  "₺": "TRY",
  "₪": "ILS",
  ZŁ: "PLN",
  R$: "BRL",
  A$: "AUD",
  C$: "CAD",
  FR: "CHF",
  SFR: "CHF",
};

function signOf(currency: string): string {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  return parts
    .formatToParts(1)
    .find(({ type }) => type === "currency")!
    .value.toUpperCase();
}

function isCurrency(code: string): boolean {
  try {
    minorDigits(code);
    return true;
  } catch {
    return false;
  }
}
