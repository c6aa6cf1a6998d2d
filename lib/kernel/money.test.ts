import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addMoney, byCurrency, checkMoney, formatMoney, minorDigits, parseMoney } from "./money.ts";
import { Problem } from "./problem.ts";

test.each([
  ["EUR", 2],
  ["USD", 2],
  ["JPY", 0],
  ["KWD", 3],
])("%s has %i decimals", (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

test.each(["", "eur", "EURO", "XQZ", "€"])("%j is no currency", (currency) => {
  expect(() => minorDigits(currency)).toThrow(Problem);
});

describe("parseMoney reads", () => {
  test.each([
    ["2200000", "USD", 220_000_000],
    ["500000.0", "USD", 50_000_000],
    ["2,200,000.00", "USD", 220_000_000],
    ["2.200.000,00", "EUR", 220_000_000],
    ["2.200.000", "EUR", 220_000_000],
    ["USD 1,234.5", "USD", 123_450],
    ["usd 5", "USD", 500],
    ["1.234,50 EUR", "EUR", 123_450],
    ["EUR1234", "EUR", 123_400],
    ["€ 1 234,50", "EUR", 123_450],
    ["1\u202f234,50\u00a0€", "EUR", 123_450],
    ["US$1,234.50", "USD", 123_450],
    ["1 234,50 $US", "USD", 123_450],
    ["CA$10", "CAD", 1000],
    ["$10", "CAD", 1000],
    ["1 234,50 kr", "SEK", 123_450],
    ["CHF 1'234.50", "CHF", 123_450],
    ["1’234.50", "CHF", 123_450],
    ["₹12,34,567.50", "INR", 123_456_750],
    ["(1,234.00)", "USD", -123_400],
    ["($1,234.00)", "USD", -123_400],
    ["$(1,234.00)", "USD", -123_400],
    ["-$5", "USD", -500],
    ["$-5", "USD", -500],
    ["−5,00 €", "EUR", -500],
    ["5.00-", "USD", -500],
    ["+5", "USD", 500],
    ["-0", "USD", 0],
    [" 12 ", "USD", 1200],
    [".5", "USD", 50],
    ["5.", "USD", 500],
    ["0.123", "USD", 12],
    ["007", "USD", 700],
    ["0.29", "USD", 29],
    ["1.005", "USD", 100_500],
    ["1.0050", "USD", 101],
    ["0.005", "USD", 1],
    ["-0.005", "USD", -1],
    ["0.0049999", "USD", 0],
    ["33333.333333", "USD", 3_333_333],
    ["1234.567", "USD", 123_457],
    ["1,234", "EUR", 123_400],
    ["1.234", "EUR", 123_400],
    ["1.234", "KWD", 1234],
    ["1,234", "KWD", 1_234_000],
    ["1234", "JPY", 1234],
    ["1,234", "JPY", 1234],
    ["¥1,234", "JPY", 1234],
    ["1234.5", "JPY", 1235],
    ["1.25E7", "USD", 1_250_000_000],
    ["1.23456789E5", "USD", 12_345_679],
    ["1.0E10", "JPY", 10_000_000_000],
    ["90071992547409.91", "USD", Number.MAX_SAFE_INTEGER],
    ["-90,071,992,547,409.91", "USD", -Number.MAX_SAFE_INTEGER],
  ])("%j in %s as %i", (text, currency, minor) => {
    const money = parseMoney(text, currency);
    expect(money).toEqual({ minor, currency });
    expect(Object.is(money?.minor, -0)).toBe(false);
  });
});

describe("parseMoney refuses", () => {
  test.each([
    ["", "USD"],
    [" ", "USD"],
    ["-", "USD"],
    ["()", "USD"],
    ["USD", "USD"],
    ["n/a", "USD"],
    ["12abc", "USD"],
    ["2.2M", "USD"],
    ["10%", "USD"],
    ["1,23,4", "USD"],
    ["1,2345,678", "USD"],
    ["1.2.3", "USD"],
    ["1,234.567,89", "USD"],
    ["1.234.5", "USD"],
    ["1,234 567", "USD"],
    ["1 2", "USD"],
    ["12 34 567", "USD"],
    ["123,45,678", "INR"],
    ["1..5", "USD"],
    [".", "USD"],
    [",,", "USD"],
    ["--5", "USD"],
    ["-5-", "USD"],
    ["(-5)", "USD"],
    ["(5", "USD"],
    ["1-2", "USD"],
    ["$5 $", "USD"],
    ["€5", "USD"],
    ["EUR 5", "USD"],
    ["£5", "EUR"],
    ["2.2E+06", "USD"],
    ["1e5", "USD"],
    ["1.0E99", "USD"],
    ["0x10", "USD"],
    ["Infinity", "USD"],
    ["٣", "USD"],
    ["90071992547409.92", "USD"],
    ["90071992547409.915", "USD"],
    ["9".repeat(100_000), "USD"],
  ])("%.40j in %s", (text, currency) => {
    expect(parseMoney(text, currency)).toBeNull();
  });
});

describe("a decimal mark known for the whole column", () => {
  test.each([
    ["1.234", ".", 123],
    ["1.234", ",", 123_400],
    ["1,234", ",", 123],
    ["1,234", ".", 123_400],
    ["100.000", ".", 10_000],
    ["1.234,5", ",", 123_450],
    ["1.234,5", ".", null],
    ["1.5", ",", null],
    ["1.234.50", ".", null],
  ] as const)("%s with %s", (text, decimal, minor) => {
    expect(parseMoney(text, "EUR", decimal)?.minor ?? null).toBe(minor);
  });
});

describe("formatMoney", () => {
  test.each([
    [123_450, "USD", "en-US", "$1,234.50"],
    [-123_450, "EUR", "de-DE", "-1.234,50\u00a0€"],
    [5, "USD", "en-US", "$0.05"],
    [-5, "USD", "en-US", "-$0.05"],
    [1234, "JPY", "en-US", "¥1,234"],
    [1234, "KWD", "en-US", "KWD\u00a01.234"],
    [Number.MAX_SAFE_INTEGER, "USD", "en-US", "$90,071,992,547,409.91"],
  ])("%i %s in %s is %s", (minor, currency, locale, expected) => {
    expect(formatMoney({ minor, currency }, locale)).toBe(expected);
  });

  it("is read back exactly, whatever the amount, the currency and the place", () => {
    const amounts = fc.maxSafeInteger();
    const currencies = fc.constantFrom("USD", "EUR", "GBP", "JPY", "KWD", "CHF", "INR", "SEK", "BRL", "PLN");
    const locales = fc.constantFrom(
      "en",
      "de",
      "fr",
      "de-CH",
      "en-IN",
      "es",
      "pt-BR",
      "sv",
      "pl",
      "it",
      "nl",
      "ja",
    );
    fc.assert(
      fc.property(amounts, currencies, locales, (minor, currency, locale) => {
        const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
        const decimal = parts.find(({ type }) => type === "decimal")!.value as "." | ",";
        const plain = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "code" });
        const digits = minorDigits(currency);
        const exact = `${minor}e-${digits}` as `${number}`;
        expect(parseMoney(plain.format(exact), currency, decimal)).toEqual({ minor, currency });
      }),
      { numRuns: 500 },
    );
  });

  it("is read back in English with the sign people write", () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom("USD", "EUR", "GBP", "JPY", "CAD", "INR"),
        (minor, currency) => {
          expect(parseMoney(formatMoney({ minor, currency }, "en"), currency)).toEqual({ minor, currency });
        },
      ),
    );
  });

  it("faults on parts of a minor unit", () => {
    expect(() => formatMoney({ minor: 1.5, currency: "USD" })).toThrow(RangeError);
  });
});

it("parseMoney never throws and answers in whole minor units, whatever the text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."0123456789.,' -()$€E".split("")) }),
  );
  fc.assert(
    fc.property(text, (any) => {
      const money = parseMoney(any, "EUR");
      expect(money === null || Number.isSafeInteger(money.minor)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it("puts amounts in the order of their currencies' codes, however large they are", () => {
  const some = [
    { minor: 900, currency: "USD" },
    { minor: 800, currency: "JPY" },
    { minor: 1, currency: "EUR" },
  ];
  expect(some.toSorted(byCurrency).map(({ currency }) => currency)).toEqual(["EUR", "JPY", "USD"]);
});

function check(minor: number, currency: string, least: 0 | 1): void {
  checkMoney({ minor, currency }, { field: "amount", least, most: 1_000 });
}

describe("checkMoney", () => {
  test.each([
    [0, "EUR", 0],
    [1, "JPY", 1],
    [1_000, "KWD", 0],
  ] as const)("takes %i %s from %i on", (minor, currency, least) =>
    expect(() => check(minor, currency, least)).not.toThrow(),
  );

  test.each([
    [0, "EUR", 1, "more than nothing"],
    [-1, "EUR", 0, "nothing or more"],
    [1.5, "EUR", 0, "a whole number"],
    [1_001, "EUR", 0, "a whole number"],
    [5, "eur", 0, "three capital letters"],
  ] as const)("refuses %d %s from %i on: %s", (minor, currency, least, why) =>
    expect(() => check(minor, currency, least)).toThrow(
      expect.objectContaining({ kind: "invalid", field: "amount", reason: expect.stringContaining(why) }),
    ),
  );
});

describe("addMoney", () => {
  it("adds one currency", () => {
    expect(addMoney({ minor: 1050, currency: "EUR" }, { minor: -50, currency: "EUR" })).toEqual({
      minor: 1000,
      currency: "EUR",
    });
  });

  it("faults on two currencies and on sums that are not exact", () => {
    expect(() => addMoney({ minor: 1, currency: "EUR" }, { minor: 1, currency: "USD" })).toThrow(RangeError);
    const most = { minor: Number.MAX_SAFE_INTEGER, currency: "EUR" };
    expect(() => addMoney(most, { minor: 1, currency: "EUR" })).toThrow(RangeError);
  });
});
