import { describe, expect, it } from "vitest";
import { isNearlySameName, personKeys, reasonsOf } from "./likeness.ts";

describe("keys of a person", () => {
  it("are equal however things are spelled", () => {
    const one = personKeys(
      {
        fullName: "Dr. Anna Müller",
        emails: ["Anna@Hafen.example"],
        phones: ["040 1234567"],
        linkedinUrl: "https://de.linkedin.com/in/anna-m/",
        accountName: "Hafen Logistik GmbH",
      },
      "DE",
    );
    const other = personKeys(
      {
        fullName: "MULLER, Anna",
        emails: ["anna@hafen.example "],
        phones: ["+49 40 1234-567"],
        linkedinUrl: "linkedin.com/in/Anna-M",
        accountName: "hafen logistik",
      },
      null,
    );
    expect(one).toEqual(other);
    expect(one).toEqual([
      "e:anna@hafen.example",
      "p:+49401234567",
      "l:in/anna-m",
      "n:anna muller@hafen logistik",
    ]);
  });

  it("are none for what says nothing", () => {
    expect(
      personKeys(
        { fullName: "?", emails: [], phones: ["ext. 5"], linkedinUrl: null, accountName: null },
        null,
      ),
    ).toEqual([]);
  });
});

describe("reasons", () => {
  it.each([
    [["e:anna@hafen.example"], "Anna Müller", "A. Mueller-Koch", ["same e-mail (anna@hafen.example)"]],
    [["e:info@hafen.example"], "Anna Müller", "Ben Koch", []],
    [["e:info@hafen.example"], "Anna Müller", "Anna Koch", ["same e-mail (info@hafen.example)"]],
    [["p:+49401234567"], "Anna Müller", "Ben Koch", []],
    [["p:+49401234567;ext=5"], "Anna Müller", "Müller", ["same phone (+49 40 1234567 ext. 5)"]],
    [["l:in/anna"], "Anna Müller", "Somebody", ["same LinkedIn page"]],
    [["n:anna muller@hafen"], "Anna Müller", "Müller, Anna", ["same name at the same company"]],
    [["n:anna muller@"], "Anna Müller", "Müller, Anna", ["same name, and no company known of either"]],
  ])("%j of %s and %s", (keys, one, other, reasons) => {
    expect(reasonsOf(keys, one, other)).toEqual(reasons);
  });

  it.each([
    ["Anna Müller", "Anna Mülller", true],
    ["Anna Müller", "Anna Mlüler", true],
    ["Anna Müller", "Müller Anna", true],
    ["Anna Müller", "Hanna Müller", true],
    ["Anna Müller", "Anna Miller", true],
    ["Anna Müller", "Anna Moeller", false],
    ["Jo Li", "Jo Lu", false],
    ["Anna Schmidt", "Anna Schneider", false],
  ])("%s and %s nearly the same: %s", (one, other, is) => {
    expect(isNearlySameName(one, other)).toBe(is);
    expect(isNearlySameName(other, one)).toBe(is);
  });
});
