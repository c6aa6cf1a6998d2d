import { fold } from "#lib/kernel/fold.ts";
import { nameKeyAt } from "#people/likeness.ts";
import { linkedinKey, personNameKey } from "#people/person-key.ts";
import { splitName } from "#people/person-name.ts";

/** Somebody as a row or as our records know them; e-mails in lower case, phones in E.164 where they could be read. */
export interface Someone {
  fullName: string;
  emails: readonly string[];
  phones: readonly string[];
  linkedinUrl: string | null;
  companyName: string | null;
}

/**
 * By which signs rows without ids are called the same person within a file: stricter than samePerson, since nobody looks at
 * the pair before it is folded together.
 */
export function keysInFile(person: Someone): string[] {
  const name = personNameKey(person.fullName);
  const called = callKey(person.fullName);
  const page = person.linkedinUrl && linkedinKey(person.linkedinUrl);
  const at = person.companyName ? nameKeyAt(person.fullName, person.companyName) : null;
  return [
    ...person.emails.map((email) => `e:${email} ${called}`),
    ...person.phones.map((phone) => `p:${phone} ${name}`),
    ...(page ? [`l:${page}`] : []),
    ...(at ? [`${at} ${[...person.emails].toSorted().join(" ")}`] : []),
  ];
}

/** Whether a row means somebody who is here already, of whom it shares these keys (see people/likeness.ts). */
export function samePerson(row: Someone, other: Someone, sharedKeys: readonly string[]): boolean {
  return sharedKeys.some((key) => {
    if (key.startsWith("l:")) return true;
    if (key.startsWith("e:")) return namesFit(row.fullName, other.fullName);
    if (key.startsWith("p:")) return personNameKey(row.fullName) === personNameKey(other.fullName);
    return key.endsWith("@") ? saysNothingNew(row, other) : !haveRivalMailboxes(row.emails, other.emails);
  });
}

/** "J. Smith" fits "John Smith", "Ann" fits "Ann Lee"; "Ann Lee" and "Bob Lee" do not fit, though they share a mailbox. */
export function namesFit(one: string, other: string): boolean {
  if (callKey(one) === callKey(other)) return true;
  const [a, b] = [words(one), words(other)];
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.length > 0 && few.every((word) => many.includes(word));
}

/** First letter and family name. */
function callKey(name: string): string {
  const { given, family } = splitName(name);
  return family === "" ? fold(given) : `${fold(given).slice(0, 1)} ${fold(family)}`;
}

function words(name: string): string[] {
  return personNameKey(name).split(" ").filter(Boolean);
}

/** Of two of the same name without a company, one is only then taken for the other when it brings no sign of its own. */
function saysNothingNew(row: Someone, other: Someone): boolean {
  return (
    row.emails.every((email) => other.emails.includes(email)) &&
    row.phones.every((phone) => other.phones.includes(phone)) &&
    (row.linkedinUrl === null || row.linkedinUrl === other.linkedinUrl)
  );
}

/** Two different addresses at one company belong to two people, even of one name. */
function haveRivalMailboxes(one: readonly string[], other: readonly string[]): boolean {
  if (one.some((email) => other.includes(email))) return false;
  const domains = new Set(other.map(domain));
  return one.some((email) => domains.has(domain(email)));
}

function domain(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}
