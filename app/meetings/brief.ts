import { callName } from "#people/call-name.ts";
import type { Level } from "#referrals/referral.ts";

/** What happened with somebody before, that one would speak of. */
export const WORD_KINDS = ["met", "asked", "answered", "seed"] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** What the source's effort means for the first minute; `source` and `contact` are called by their first names. */
export function levelMeans(level: Level, source: string, contact: string): string {
  const means: Record<Level, string> = {
    0: `${contact} does not expect you: say first where you have the name from.`,
    1: `${contact} expects you and knows little more: say who you are and why you are here.`,
    2: `${contact} has our material: ask what of it matters, and do not repeat it.`,
    3: `${source} put in a word for us: begin with ${source}, not with us.`,
    4: `${source} made this meeting: thank both for it, then come to the reason.`,
    5: `${source} brought you together: go on from where that ended.`,
  };
  return means[level];
}

/** One sentence to begin with; METHOD.md, rule 18: the first words name the source. It says nothing that nobody said. */
export function openingLine(level: Level, sourceName: string): string {
  const source = callName(sourceName);
  const lines: Record<Level, string> = {
    0: `${sourceName} mentioned you to me. May I say in a sentence why I asked for your time?`,
    1: `${sourceName} said that you would expect me. What did ${source} tell you?`,
    2: `${sourceName} passed on to you what we do. What of it made you take this meeting?`,
    3: `${sourceName} told you about us. What did you hear, and what would you like to know?`,
    4: `${sourceName} arranged this hour for us, and I thank you both for it. Where shall we begin?`,
    5: `It was good of ${sourceName} to bring us together. Shall we go on from there?`,
  };
  return lines[level];
}
