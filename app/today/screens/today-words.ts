import type { AskLine } from "#asks/ask-view.ts";
import { capital, counted } from "#lib/web/words.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import type { WhyRefused } from "../suggest.ts";
import type { SuggestionView } from "../suggestion-view.ts";

/** The heading of Today: how much is left, as a sentence. */
export function headingFor(people: number, owed: number): string {
  if (people > 0) return `${capital(counted(people, "conversation", "conversations"))}, then you are done`;
  if (owed > 0) return `${capital(counted(owed, "answer", "answers"))}, then you are done`;
  return "Done for today";
}

/** The last line. `more`: something waits that is not on the card. */
export function endingFor(left: number, more: boolean): string {
  const end = left > 0 ? "After these, close the laptop." : "Go and talk to somebody.";
  return more ? `${end} What else waits comes tomorrow.` : end;
}

/** What to say first to somebody we were introduced to: it names who did. */
export function answerLine({ sourceName }: Pick<ReferralView, "sourceName">): string {
  return `“${sourceName} thought that we should talk. When would be good for you?”`;
}

/** What to say to somebody who said "not now", now that their day has come. */
export function askAgainLine({ forWhom }: Pick<AskLine, "forWhom">): string {
  const whom = forWhom ? ` I would like to meet ${forWhom}.` : "";
  return `“You asked me to come back about now.${whom} Who comes to mind?”`;
}

export const WHY_REFUSED_WORDS: Record<WhyRefused, string> = {
  "not-the-moment": "Not the moment",
  "not-well-enough": "Don’t know them well enough",
  unhappy: "They are unhappy",
  "already-asked": "Already asked",
  "not-a-source": "Not a source",
};

/** What came of suggestions like this one; nothing while it is too early to say. */
export function chanceText(chance: SuggestionView["chance"]): string | null {
  if (chance.kind === "too-early") return null;
  const range = `${Math.round(100 * chance.low)} to ${Math.round(100 * chance.high)} %`;
  return `Of ${chance.n} suggestions like this one ${Math.round(chance.value * chance.n)} named someone (${range}).`;
}
