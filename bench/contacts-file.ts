import { throwDice, type Dice } from "#demo/dice.ts";
import { inventCompany, inventPersonName, inventPhone, inventTitle, mailLocal } from "./invented.ts";

/** A row as Outlook exports it, without any id. */
interface Contact {
  given: string;
  family: string;
  company: string;
  title: string;
  email: string;
  phone: string;
  city: string;
}

/** Somebody who is in the workspace already. */
export interface KnownPerson {
  given: string;
  family: string;
  company: string;
  email: string;
  phone: string;
}

export interface ContactsFile {
  text: string;
  rows: number;
  /** Lines of rows that are about somebody who is there already, in the workspace or further up in the file. */
  planted: Set<number>;
}

const HEADER = "First Name,Last Name,Company,Job Title,E-mail Address,Business Phone,Business City";
const FIRST_LINE = 2;
const KNOWN_SHARE = 0.05;
const REPEATED_SHARE = 0.05;
// Behind the numbers of everybody in the workspace.
const FIRST_NUMBER = 1_000_000;

/**
 * So many contacts, a twentieth of whom are in the workspace and another twentieth further up in the file, each in another spelling
 * than there; all others are new and share no sign with anybody. Works at companies that are there and at others.
 */
export function makeContactsFile(
  rows: number,
  known: readonly KnownPerson[],
  companies: readonly string[],
): ContactsFile {
  const dice = throwDice(23);
  const wantedKnown = Math.min(known.length, Math.round(rows * KNOWN_SHARE));
  const wantedRepeats = Math.round(rows * REPEATED_SHARE);
  const fresh = Array.from({ length: rows - wantedKnown - wantedRepeats }, (_, number) =>
    newContact(dice, number, companies),
  );
  const step = Math.max(1, Math.floor(fresh.length / Math.max(1, wantedRepeats)));
  const contacts = fresh.map((contact) => ({ contact, isPlanted: false }));
  // Behind their originals, from the end on, so that the places before stay where they are.
  for (let number = wantedRepeats - 1; number >= 0; number--) {
    const repeated = { contact: spelledOtherwise(fresh[number * step]!, number), isPlanted: true };
    contacts.splice(Math.min(contacts.length, number * step + 1 + dice.between(0, 2_000)), 0, repeated);
  }
  for (let number = 0; number < wantedKnown; number++) {
    const person = { contact: knownContact(known[number]!, number), isPlanted: true };
    contacts.splice(dice.between(0, contacts.length), 0, person);
  }
  const planted = new Set(contacts.flatMap(({ isPlanted }, at) => (isPlanted ? [at + FIRST_LINE] : [])));
  const lines = contacts.map(({ contact }) => lineOf(contact));
  return { text: `${[HEADER, ...lines].join("\r\n")}\r\n`, rows: contacts.length, planted };
}

function newContact(dice: Dice, number: number, companies: readonly string[]): Contact {
  const { given, family } = inventPersonName(dice);
  const name = { given, family: family + syllables(number) };
  const invented = inventCompany(dice, companies.length + (number % 2_000));
  const company = dice.chance(0.6) && companies.length > 0 ? dice.pick(companies) : invented.name;
  return {
    ...name,
    company,
    title: inventTitle(dice),
    // Every third has none, so that only the name and the company or the phone tell who it is.
    email: number % 3 === 0 ? "" : `${mailLocal(name)}@post.example`,
    phone: number % 2 === 0 ? inventPhone(FIRST_NUMBER + number) : "",
    city: invented.city,
  };
}

/** As another address book has the same person: mail in capitals and only an initial, or the number without the country. */
function spelledOtherwise(contact: Contact, number: number): Contact {
  if (contact.email !== "") {
    const given = number % 2 === 0 ? `${contact.given.slice(0, 1)}.` : contact.given;
    return { ...contact, given, email: contact.email.toUpperCase(), phone: "", title: "" };
  }
  if (contact.phone !== "") return { ...contact, phone: dialledHere(contact.phone), company: "" };
  return {
    ...contact,
    given: contact.given.toUpperCase(),
    company: `  ${contact.company.replace(/ (GmbH|AG|KG|SE|e\.G\.)$/, "")}`,
  };
}

function knownContact(person: KnownPerson, number: number): Contact {
  const contact = { ...person, title: "", city: "" };
  if (number % 3 === 0) return { ...contact, email: person.email.toUpperCase(), phone: "", company: "" };
  if (number % 3 === 1 && person.phone !== "")
    return { ...contact, email: "", phone: dialledHere(person.phone) };
  return { ...contact, family: person.family.toUpperCase(), email: "", phone: "" };
}

function dialledHere(phone: string): string {
  return phone.replaceAll(" ", "").replace(/^\+4930/, "(030) ");
}

/** A different ending for each number, that can be said. */
function syllables(number: number): string {
  let rest = number;
  let text = "";
  do {
    text +=
      CONSONANTS[rest % CONSONANTS.length]! + VOWELS[Math.floor(rest / CONSONANTS.length) % VOWELS.length]!;
    rest = Math.floor(rest / (CONSONANTS.length * VOWELS.length));
  } while (rest > 0);
  return text;
}

const CONSONANTS = "bdfgklmnprstvwz";
const VOWELS = "aeiou";

function lineOf({ given, family, company, title, email, phone, city }: Contact): string {
  return [given, family, company, title, email, phone, city].map(cell).join(",");
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
