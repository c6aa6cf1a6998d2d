import { fold } from "#lib/kernel/fold.ts";
import { matchPeople, type KnownPerson } from "./name-match.ts";

const FEW = 8;

/** Whom of these somebody means who types a part of a name or company; for "" the first few. For when nobody can be asked. */
export function amongKnown<P extends KnownPerson>(typed: string, people: readonly P[]): P[] {
  const words = fold(typed).split(" ").filter(Boolean);
  if (words.length === 0) return people.slice(0, FEW);
  const begun = people.filter((person) => {
    const theirs = fold(`${person.fullName} ${person.accountName ?? ""}`).split(" ");
    return words.every((word) => theirs.some((each) => each.startsWith(word)));
  });
  const alike = matchPeople(typed, people).map(({ who }) => who as P);
  return [...new Set([...begun, ...alike])].slice(0, FEW);
}
