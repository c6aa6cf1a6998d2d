import { describe, expect, it } from "vitest";
import { CARD_VERSIONS, writeCard, type Carded } from "#people/person-card.ts";
import { newEvidence, settle } from "./assumptions.ts";
import { isFault } from "./csv-record.ts";
import { readRow } from "./read-row.ts";
import { recognise } from "./recognise.ts";
import { planReading } from "./row-cells.ts";
import { openCards } from "./vcard-table-reader.ts";

const PEOPLE: Carded[] = [
  {
    id: "019a0000-0000-7000-8000-000000000001",
    fullName: "Jale Merz",
    givenName: "Jale",
    familyName: "Merz",
    title: "Head of operations; Hamburg, Kiel",
    accountName: "Hafen, Logistik; GmbH \\ Co.",
    emails: ["jale.merz@hafen.example", "jale@home.example"],
    phones: ["+49 40 1234567", "+49 170 7654321"],
    linkedinUrl: "https://www.linkedin.com/in/jale-merz",
    city: "Hamburg",
    country: "Germany",
  },
  {
    id: "019a0000-0000-7000-8000-000000000002",
    fullName: "María-José 漢字 O’Größe-van der Längsten-Vorstellbaren",
    givenName: "María-José 漢字",
    familyName: "O’Größe-van der Längsten-Vorstellbaren",
    title: "Überaus lange Bezeichnung einer Stelle 😀 die nicht in eine Zeile passt",
    accountName: null,
    emails: [],
    phones: [],
    linkedinUrl: null,
    city: null,
    country: null,
  },
];

describe("what we write into an address book, we read", () => {
  it.each(CARD_VERSIONS)("as version %s", async (version) => {
    const text = PEOPLE.map((person) => writeCard(person, version)).join("");
    const lines = text.split("\r\n");
    expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
    const table = openCards(inOne(text));
    const found = recognise(table.headers);
    expect(found?.format).toBe("vcard");
    const mapping = found!.mapping;
    const assumptions = settle(newEvidence(table.headers, mapping), "day-first");
    const plan = planReading(table.headers, mapping, assumptions, {
      currency: "EUR",
      country: "DE",
    } as never);
    const read: unknown[] = [];
    for await (const batch of table.batches)
      for (const row of batch) read.push(isFault(row) ? row : readRow(plan, row.cells));
    expect(read).toMatchObject(
      PEOPLE.map(
        ({ id, givenName, familyName, title, accountName, emails, phones, linkedinUrl, city, country }) => ({
          notes: [],
          record: {
            externalId: `urn:uuid:${id}`,
            given: givenName,
            family: familyName,
            title,
            companyName: accountName,
            emails,
            phones,
            linkedin: linkedinUrl,
            city,
            country,
          },
        }),
      ),
    );
  });
});

async function* inOne(text: string): AsyncGenerator<string> {
  yield text;
}
