import { describe, expect, it } from "vitest";
import { personSearchText, sortKey, spokenKey } from "./search-text.ts";

describe("what people are sorted and found by", () => {
  it.each([
    [{ fullName: "Anna Müller", givenName: "Anna", familyName: "Müller" }, "muller anna", "anna muller"],
    [{ fullName: "Dr. Anna Müller", givenName: "Anna", familyName: "Müller" }, "muller anna", "anna muller"],
    [
      { fullName: "Ludwig van Beethoven", givenName: "Ludwig", familyName: "van Beethoven" },
      "van beethoven ludwig",
      "ludwig van beethoven",
    ],
    [{ fullName: "Madonna", givenName: "Madonna", familyName: null }, "madonna", "madonna"],
    [{ fullName: "???", givenName: null, familyName: null }, "???", "???"],
  ])("%o", (person, sorted, spoken) => {
    expect(sortKey(person)).toBe(sorted);
    expect(spokenKey(person)).toBe(spoken);
  });

  it("keeps the name apart from the rest, says nothing twice and both spellings of an umlaut", () => {
    const text = personSearchText({
      fullName: "Anna Müller",
      title: "Leiterin Einkauf",
      accountName: "Müller & Söhne",
      emails: ["anna@mueller.example"],
    });
    expect(text).toBe(" anna muller mueller | leiterin einkauf sohne example soehne ");
  });
});
