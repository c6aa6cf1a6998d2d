import { fold, searchWords } from "#lib/kernel/fold.ts";
import { bareName } from "./person-name.ts";

/** Family name first, as lists of people are sorted. Never empty for a name that is not. */
export function sortKey(person: {
  fullName: string;
  givenName: string | null;
  familyName: string | null;
}): string {
  const inOrder = [person.familyName, person.givenName].filter(Boolean).join(" ") || person.fullName;
  const key = bareName(fold(inOrder).split(" ")).join(" ");
  return key || person.fullName.trim().toLowerCase();
}

/** The name in spoken order, without form of address: people are found by its beginning as well. */
export function spokenKey(person: { fullName: string }): string {
  return bareName(fold(person.fullName).split(" ")).join(" ") || person.fullName.trim().toLowerCase();
}

/**
 * What typed search looks through: " words of the name | words of the rest ", each in every spelling it may be typed in.
 * The blanks at both ends let a search for " mül" find the beginnings of words.
 */
export function personSearchText(person: {
  fullName: string;
  title: string | null;
  accountName: string | null;
  emails: readonly string[];
}): string {
  const name = searchWords(person.fullName);
  const rest = searchWords([person.title, person.accountName, ...person.emails].filter(Boolean).join(" "));
  return ` ${name.join(" ")} | ${rest.filter((word) => !name.includes(word)).join(" ")} `;
}
