import { describe, expect, it } from "vitest";
import { currencyIn, decimalMarkOf, newDecimalEvidence, readAmount, weighDecimal } from "./amount-text.ts";

describe("amounts", () => {
  it.each([
    ["500000.0", "USD", { minor: 50_000_000, currency: "USD" }],
    ["1,234.50", "USD", { minor: 123_450, currency: "USD" }],
    ["1.234,50 €", "EUR", { minor: 123_450, currency: "EUR" }],
    ["USD 485,000.00", "EUR", { minor: 48_500_000, currency: "USD" }],
    ["$500", "EUR", { minor: 50_000, currency: "USD" }],
    ["$500", "CAD", { minor: 50_000, currency: "CAD" }],
    ["£9,001", "EUR", { minor: 900_100, currency: "GBP" }],
    ["1 250 000 kr", "USD", null],
    ["abc", "USD", null],
    ["12 apples", "USD", null],
    ["", "USD", null],
  ])("%j in a workspace of %s", (text, currency, money) => expect(readAmount(text, currency)).toEqual(money));

  it.each([
    ["USD", "EUR", "USD"],
    ["eur", "USD", "EUR"],
    ["$", "AUD", "AUD"],
    ["$", "EUR", "USD"],
    ["€", "USD", "EUR"],
    ["XYZ", "USD", null],
    ["dollars", "USD", null],
    ["", "USD", null],
  ])("the currency %j beside %s is %j", (text, usual, code) => expect(currencyIn(text, usual)).toBe(code));

  it.each([
    [["1.234", "1.234,50"], ","],
    [["1,234", "500000.0"], "."],
    [["1.234", "5.678"], undefined],
    [["12,5"], ","],
    [["1.234.567"], ","],
    [["1,5", "1.5"], undefined],
    [["100", ""], undefined],
  ])("the column %j has the decimal mark %j", (cells, mark) => {
    const seen = newDecimalEvidence();
    for (const cell of cells) weighDecimal(seen, cell);
    expect(decimalMarkOf(seen)).toBe(mark);
  });
});
