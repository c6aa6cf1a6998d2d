import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeText } from "./csv-text.ts";
import { CARD_COLUMNS } from "./vcard.ts";
import { openCards } from "./vcard-table-reader.ts";

const FOLDER = new URL("../../../shared/data/3-vcard-ical/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: the foreign address books, because ${FOLDER.pathname} is not there.`);

type Card = Partial<Record<(typeof CARD_COLUMNS)[number], string>>;

async function cardsIn(path: string, take = (text: string) => text): Promise<Card[]> {
  const text = take(await decodeText(readFileSync(new URL(path, FOLDER))));
  const cards: Card[] = [];
  for await (const batch of openCards(inOne(text)).batches)
    for (const row of batch)
      // Some are cut off on purpose: what there is of them is read all the same.
      cards.push(Object.fromEntries(CARD_COLUMNS.map((column, at) => [column, row.cells?.[at] ?? ""])));
  return cards;
}

async function* inOne(text: string): AsyncGenerator<string> {
  // In pieces that end anywhere, as they come from a file.
  for (let at = 0; at < text.length; at += 997) yield text.slice(at, at + 997);
}

// One man as nine programs write him, with what each of them has of him (mangstadt/ez-vcard).
const JOHN: [name: string, first: Card, phones: number][] = [
  ["ANDROID", { "Full name": "", "E-mail": "john.doe@company.com" }, 1],
  ["BLACK_BERRY", { "First name": "john", "Last name": "Doe", Organisation: "Acme Solutions" }, 1],
  [
    "EVOLUTION",
    { "First name": "John", "Last name": "Doe", "E-mail": "john.doe@ibm.com", Organisation: "IBM" },
    2,
  ],
  [
    "GMAIL",
    { "First name": "John", "Last name": "Doe", "E-mail": "john.doe@ibm.com", Organisation: "IBM" },
    2,
  ],
  ["IPHONE", { "First name": "John", "Last name": "Doe", Organisation: "IBM", City: "New York" }, 4],
  [
    "LOTUS_NOTES",
    { "First name": "John", "Last name": "Doe", Organisation: "IBM", Title: "Generic Accountant" },
    1,
  ],
  ["MAC_ADDRESS_BOOK", { "First name": "John", "Last name": "Doe", "E-mail": "john.doe@ibm.com" }, 4],
  [
    "MS_OUTLOOK",
    {
      "First name": "John",
      "Last name": "Doe",
      "E-mail": "john.doe@ibm.cm",
      Organisation: "IBM",
      City: "Albaney",
      Title: "Money Counter",
    },
    2,
  ],
];

describe.skipIf(missing)("address books of many programs (mangstadt/ez-vcard)", () => {
  it.each(JOHN)("%s", async (program, first, phones) => {
    const cards = await cardsIn(`ez-vcard/John_Doe_${program}.vcf`);
    expect(cards[0]).toMatchObject(first);
    expect(cards[0]?.Phone?.split("; ").length).toBe(phones);
  });

  it.each([
    ["gmail-list.vcf", ["Arnold Smith", "Chris Beatle", "Doug White"]],
    ["outlook-2003.vcf", ["John Doe III"]],
    ["outlook-2007.vcf", ["Mr. Michael Angstadt Jr."]],
    ["rfc6350-example.vcf", ["Simon Perreault"]],
    ["rfc2426-example.vcf", ["Frank Dawson", "Tim Howes"]],
    ["thunderbird-MoreFunctionsForAddressBook-extension.vcf", ["John Doe"]],
    ["fullcontact.vcf", ["Prefix FirstName MiddleName LastName Suffix"]],
  ])("%s", async (file, names) => {
    expect((await cardsIn(`ez-vcard/${file}`)).map((card) => card["Full name"])).toEqual(names);
  });
});

describe.skipIf(missing)("cards and their normal form (stalwartlabs/calcard)", () => {
  const names = missing
    ? []
    : readdirSync(new URL("calcard/vcard/", FOLDER))
        .filter((file) => file.endsWith(".vcf"))
        .map((file) => file.slice(0, -4));

  it.each(names)("%s says the same in both", async (name) => {
    // The end of a line within a text stands there as two signs, one of which no version of vCard knows.
    const normal = await cardsIn(`calcard/vcard/${name}.vcf.out`, (text) => text.replaceAll("\\r", ""));
    expect(await cardsIn(`calcard/vcard/${name}.vcf`)).toEqual(normal);
  });
});
