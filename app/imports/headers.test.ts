import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headerDoubt, headerKey, plainHeader, uniqueHeaders } from "./headers.ts";

describe("headers", () => {
  it.each([
    ["  Account   Name ", "account name"],
    ["\uFEFFID", "id"],
    ["Close Date ↑", "close date"],
    ["Person - Name*", "person - name"],
    ["STRASSE", "strasse"],
  ])("%j is plainly %j", (header, plain) => expect(plainHeader(header)).toBe(plain));

  it("become unique even when the made-up name is taken", () => {
    expect(uniqueHeaders(["A", "a", "A (2)", "", ""])).toEqual([
      "A",
      "a (2)",
      "A (2) (2)",
      "Column 4",
      "Column 5",
    ]);
  });

  it("are unique and as many as before, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("A", "a", "A (2)", "", " ", "Column 1", "B")), (titles) => {
        const headers = uniqueHeaders(titles);
        expect(headers.length).toBe(titles.length);
        expect(new Set(headers.map(plainHeader)).size).toBe(titles.length);
      }),
    );
  });

  it("have one key in any order and case, another with another column", () => {
    expect(headerKey(["Name", "E-mail"])).toBe(headerKey(["e-mail ", "NAME"]));
    expect(headerKey(["Name", "E-mail"])).not.toBe(headerKey(["Name", "E-mail", "Phone"]));
    expect(headerKey(["a,b"])).not.toBe(headerKey(["a", "b"]));
  });

  it.each([
    [["Name", "Phone 1 - Value", "E-mail"], null],
    [["Ann Lee", "ann@lee.example"], "ann@lee.example"],
    [["Acme", "https://acme.example"], "https://acme.example"],
    [["Acme", "+49 30 123456"], "+49 30 123456"],
  ])("%j are doubted for %j", (headers, suspect) => {
    const doubt =
      suspect &&
      `The first row holds "${suspect}", which looks like a record and not like the name of a column.`;
    expect(headerDoubt(headers)).toBe(doubt);
  });
});
