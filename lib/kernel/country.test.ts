import { describe, expect, it } from "vitest";
import { countryCode, countryNames } from "./country.ts";

describe("a country as somebody wrote it", () => {
  it.each([
    ["DE", "DE"],
    ["de", "DE"],
    [" Germany ", "DE"],
    ["Deutschland", "DE"],
    ["Allemagne", "DE"],
    ["DEU", "DE"],
    ["Österreich", "AT"],
    ["Osterreich", "AT"],
    ["France", "FR"],
    ["Frankreich", "FR"],
    ["UK", "GB"],
    ["U.K.", "GB"],
    ["England", "GB"],
    ["Großbritannien", "GB"],
    ["Vereinigtes Königreich", "GB"],
    ["USA", "US"],
    ["U.S.A.", "US"],
    ["United States", "US"],
    ["Vereinigte Staaten", "US"],
    ["Kanada", "CA"],
    ["the Netherlands", "NL"],
    ["Holland", "NL"],
    ["Česko", "CZ"],
    ["Czech Republic", "CZ"],
    ["Schweiz", "CH"],
    ["España", "ES"],
  ])("%s is %s", (text, code) => {
    expect(countryCode(text)).toBe(code);
  });
  it.each([[null], [""], ["  "], ["Hamburg"], ["Lummerland"], ["ZZ"], ["XX"], ["D"]])(
    "%s is none",
    (text) => {
      expect(countryCode(text)).toBeNull();
    },
  );
});

describe("the countries one chooses from", () => {
  it("are each found again by the name that is chosen, the likeliest first", () => {
    const names = countryNames("DE");
    expect(names.slice(0, 2)).toEqual(["Germany", "Afghanistan"]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect([name, countryCode(name)]).toEqual([name, expect.any(String)]);
    expect(countryNames(null)[0]).toBe("Afghanistan");
  });
});
