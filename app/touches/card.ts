import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";

/** What one may write to somebody about, as far as it is known here. */
export interface CardFacts {
  introduced: { name: string; day: Day; became: "deal" | "meeting" | null } | null;
  /** What they said our work was worth, in their words. */
  said: string | null;
  need: string | null;
  last: { kindName: string; day: Day; words: string | null } | null;
}

/** What to write about, the best first: one's own words are for the card itself. At most three. */
export function promptsOf({ introduced, said, need, last }: CardFacts, today: Day): string[] {
  const prompts = [
    introduced &&
      `Thank them again for ${introduced.name}, ${BECAME[introduced.became ?? "nothing"]} (${dayText(introduced.day, today)}).`,
    said && `They said: “${said}” Say what that meant to you.`,
    need && `They need ${need}. Do you know somebody?`,
    last?.words &&
      `You last spoke of “${last.words}” (${last.kindName}, ${dayText(last.day, today)}). How did it go on?`,
  ].filter((prompt) => typeof prompt === "string");
  if (prompts.length === 0)
    return ["Three sentences will do: what you remember of them, what you wish them, your name."];
  return prompts.slice(0, 3);
}

const BECAME = {
  deal: "who became a client",
  meeting: "whom you met",
  nothing: "whom they introduced",
} as const;

export interface Addressed {
  fullName: string;
  title: string | null;
  accountName: string | null;
  city: string | null;
  country: string | null;
}

/** The lines of an envelope as far as they are known; where the street is not, it is written by hand, or typed before printing. */
export function addressOf(
  { fullName, accountName, city, country }: Addressed,
  { lines, of }: { lines: string | null; of: "person" | "account" | null } = { lines: null, of: null },
): string {
  // Somebody's own address stands as it was given: it may be at home.
  if (lines !== null)
    return [fullName, of === "account" ? accountName : null, lines]
      .filter((line) => line !== null)
      .join("\n");
  return [fullName, accountName, "", [city, country].filter(Boolean).join(", ")]
    .filter((line) => line !== null)
    .join("\n");
}

/** What stands below the name in an address as it was typed. */
export function linesBelow(address: string, { fullName }: Pick<Addressed, "fullName">): string {
  const [first, ...rest] = address.split("\n");
  return (first?.trim() === fullName ? rest.join("\n") : address).trim();
}
