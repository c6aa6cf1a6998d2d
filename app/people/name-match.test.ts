import { describe, expect, it } from "vitest";
import { likeliest, matchAccounts, matchPeople, type KnownPerson } from "./name-match.ts";

const nicknames = [
  ["robert", "bob", "rob"],
  ["josef", "sepp"],
  ["alexander", "alex"],
  ["alexandra", "alex"],
];
const people: KnownPerson[] = [
  known("Anna Albers", "Hafen Logistik GmbH"),
  known("Anna Müller", "Kessler AG"),
  known("Robert Miller", "Acme Ltd"),
  known("Bob Stone", "Acme Ltd"),
  known("Josef Huber", "Alpen Bau"),
  known("Alexander Wolf", null),
  known("Alexandra Wolf", null),
  known("Siobhán O'Brien", null),
  known("Dr. Søren A. Ødegård", null),
  known("Jan Rowe", null),
];

describe("people by a typed name", () => {
  it.each([
    ["Anna Albers", "Anna Albers exact"],
    ["anna ALBERS", "Anna Albers exact"],
    ["Mueller", "Anna Müller part"],
    ["anna mueller", "Anna Müller folded"],
    ["Müller", "Anna Müller part"],
    ["Albers", "Anna Albers part"],
    ["Albers Anna", "Anna Albers exact"],
    ["Ana Albers", "Anna Albers typo"],
    ["Anna Albres", "Anna Albers typo"],
    ["Ana Albres", "Anna Albers typo"],
    ["Jan Roe", "Jan Rowe typo"],
    ["A. Albers", "Anna Albers initials"],
    ["AA", "Anna Albers initials"],
    ["bob miller", "Robert Miller nickname"],
    ["Bob", "Bob Stone part"],
    ["Sepp", "Josef Huber nickname"],
    ["obrien", "Siobhán O'Brien part"],
    ["siobhan o’brien", "Siobhán O'Brien exact"],
    ["Soren Odegard", "Dr. Søren A. Ødegård exact"],
    ["soeren oedegaard", "Dr. Søren A. Ødegård folded"],
    ["Anna Kessler", "Anna Müller part"],
    ["Anna", "Anna Albers part, Anna Müller part"],
    ["Alex Wolf", "Alexander Wolf nickname, Alexandra Wolf nickname"],
  ])("%s: %s", (typed, expected) => {
    const found = likeliest(matchPeople(typed, people, nicknames));
    expect(found.map(({ who, how }) => `${who.fullName} ${how}`).join(", ")).toBe(expected);
  });

  it.each(["", "  ", "?", "An", "A", "A. M.", "Zoe", "Anna Schmidt", "Bo", "Jane Roe", "Hubert Josef Anna"])(
    "nobody is meant by “%s”",
    (typed) => {
      expect(matchPeople(typed, people, nicknames)).toEqual([]);
    },
  );

  it("are all answered, the surest first", () => {
    const found = matchPeople("Müller", people, nicknames).map(({ who, how }) => [who.fullName, how]);
    expect(found).toEqual([
      ["Anna Müller", "part"],
      ["Robert Miller", "typo"],
    ]);
  });
});

describe("accounts by a typed name", () => {
  const accounts = ["Hafen Logistik GmbH", "Kessler AG", "Kessler & Söhne KG", "Müller Maschinenbau"].map(
    (name) => ({ id: name, name }),
  );
  it.each([
    ["Hafen Logistik GmbH", "Hafen Logistik GmbH exact"],
    ["hafen logistik", "Hafen Logistik GmbH folded"],
    ["Hafen", "Hafen Logistik GmbH part"],
    ["Kessler", "Kessler AG folded"],
    ["Kessler und Söhne", "Kessler & Söhne KG folded"],
    ["Kesler", "Kessler AG typo"],
    ["Logistik Hafen", "Hafen Logistik GmbH exact"],
    ["Mueller", "Müller Maschinenbau part"],
    ["Globex", ""],
    ["", ""],
  ])("%s: %s", (typed, expected) => {
    const found = likeliest(matchAccounts(typed, accounts));
    expect(found.map(({ who, how }) => `${who.name} ${how}`).join(", ")).toBe(expected);
  });
});

function known(fullName: string, accountName: string | null): KnownPerson {
  return { id: fullName, fullName, accountId: accountName, accountName };
}
