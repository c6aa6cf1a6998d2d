import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, defuse, undefuse } from "./csv-out.ts";

describe("cells of CSV that leave the house", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+cmd", "'+cmd"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    [" =1+1", "' =1+1"],
    ["＝1+1", "'＝1+1"],
    ["'=1+1", "''=1+1"],
    ["-", "'-"],
    ["+1-555-1212", "'+1-555-1212"],
    ["-5", "-5"],
    ["-1,234.50", "-1,234.50"],
    ["+49 30 123456", "+49 30 123456"],
    ["+4930123456", "+4930123456"],
    ["-12 %", "-12 %"],
    ["O'Neil", "O'Neil"],
    ["'quoted'", "'quoted'"],
    ["a=b", "a=b"],
    ["", ""],
  ])("%j goes out as %j", (cell, out) => expect(defuse(cell)).toBe(out));

  it("come back as they were, and never start a formula on the way", () => {
    const cell = fc.string({
      unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", " ", "1", ".", "a", "DDE"),
    });
    fc.assert(
      fc.property(cell, (drawn) => {
        const out = defuse(drawn);
        expect(undefuse(out)).toBe(drawn);
        expect(/^[=@\t\r]/.test(out)).toBe(false);
        expect(/^[+-]/.test(out) && !/^[+-]\d[\d.,' ]*%?\s*$/.test(out)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("make lines of RFC 4180", () => {
    expect(csvLine(["a", 'say "hi"', "x,y", "1\n2", " pad ", ""])).toBe(
      'a,"say ""hi""","x,y","1\n2"," pad ",\r\n',
    );
    expect(csvLine(["x,y", "x;y"], ";")).toBe('x,y;"x;y"\r\n');
  });
});
