import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { mayChangeFor, type Rights } from "#team/member.ts";

/** Why somebody should take the meeting: one sentence, and where it holds. Null: anywhere, for any problem. */
export interface ReasonFacts {
  sentence: string;
  industry: string | null;
  problem: string | null;
}

/** Characters that a source can say in one breath. */
export const LONG_REASON = 200;

const LONGEST = { sentence: 500, industry: 200, problem: 300 } as const;

/** Throws Problem invalid naming the field that cannot be. Too long to say is no refusal: see adviceOn. */
export function cleanReason(said: Partial<ReasonFacts>): ReasonFacts {
  const sentence = cleanText(said.sentence?.replaceAll(/\s+/g, " "), LONGEST.sentence, "sentence");
  if (sentence === null) throw invalid("write the reason in one sentence", "sentence");
  return {
    sentence,
    industry: cleanText(said.industry, LONGEST.industry, "industry"),
    problem: cleanText(said.problem, LONGEST.problem, "problem"),
  };
}

/** Whoever wrote it, their manager, or a leader; everybody uses it. */
export function mayReword(actor: Rights, { by }: { by: { id: string; teamId: string | null } }): boolean {
  return mayChangeFor(actor, { memberId: by.id, teamId: by.teamId });
}

/** What would make it easier to say; null: nothing. */
export function adviceOn(sentence: string): string | null {
  const text = sentence.trim();
  const count = sentencesIn(text);
  if (count > 1)
    return `These are ${count === 2 ? "two" : count} sentences. A source passes on one: which would they remember?`;
  const { length } = text;
  if (length > LONG_REASON)
    return `${length} characters are more than one breath. Under ${LONG_REASON} it is passed on as it is.`;
  return null;
}

/** A stop ends a sentence when another begins after it; one in a number, or after a short form, does not. */
export function sentencesIn(text: string): number {
  if (text === "") return 0;
  const ends = [...text.matchAll(/(\S+?)([.!?…]+["”’»)]*)\s+(?=["“‘«(]?[\p{Lu}\p{N}])/gu)];
  return 1 + ends.filter(([, word = "", stop = ""]) => !(stop === "." && isShortForm(word))).length;
}

function isShortForm(word: string): boolean {
  const bare = word.replace(/^["“‘«(]+/, "");
  return /^\p{L}$/u.test(bare) || bare.includes(".") || SHORT_FORMS.has(bare.toLowerCase());
}

const SHORT_FORMS = new Set(
  "approx bzw ca co corp dr etc inc incl ltd max min mio mr mrs ms no nr prof resp sr st std str tsd usw vs".split(
    " ",
  ),
);
