import type { Day } from "#lib/kernel/days.ts";
import { capital, inWords } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { HOW_WORDS, ROLE_WORDS, WHY_WORDS } from "#people/screens/source-words.ts";
import type { BuyingRole } from "#people/standing.ts";
import type { CoveredView } from "../coverage-view.ts";
import type { Coverage, CoverageState } from "../coverage.ts";
import { agoText, answerText } from "../answer-words.ts";

export const STATE_WORDS: Record<CoverageState, string> = {
  "not-yet": "not asked yet",
  "not-met": "not met, not asked",
  returning: "comes back",
  asked: "asked",
  cannot: "cannot be asked",
};

const MANY_WORDS: Record<BuyingRole, string> = {
  "economic-buyer": "the economic buyer",
  "decision-maker": "the decision makers",
  champion: "the champions",
  influencer: "the influencers",
  user: "the users",
  gatekeeper: "the gatekeepers",
  blocker: "the blockers",
};

/** "Four of nine asked; nobody has asked the users yet." */
export function holeText(
  { asked, can }: Pick<Coverage, "asked" | "can">,
  leftOut: readonly BuyingRole[] = [],
): string {
  if (can === 0) return "Nobody there can be asked just now.";
  const share = shareText({ asked, can });
  const names = leftOut.slice(0, 2).map((role) => MANY_WORDS[role]);
  return names.length === 0 || asked === 0
    ? `${share}.`
    : `${share}; nobody has asked ${names.join(" or ")} yet.`;
}

/** "Four of nine asked", "Nobody of nine asked", "All nine asked". */
export function shareText({ asked, can }: Pick<Coverage, "asked" | "can">): string {
  if (asked === 0) return `Nobody of ${inWords(can)} asked`;
  if (asked === can) return can === 1 ? "The one asked" : `All ${inWords(can)} asked`;
  return `${capital(inWords(asked))} of ${inWords(can)} asked`;
}

/** "24 %" of a share that has somebody in it. */
export function percentText({ asked, can }: Pick<Coverage, "asked" | "can">): string {
  return can === 0 ? "–" : `${Math.floor((100 * asked) / can)} %`;
}

export function roleText(role: BuyingRole | null): string | null {
  return role === null ? null : capital(ROLE_WORDS[role]);
}

/** "2 November at an event" */
export function metShort({ met }: Pick<CoveredView, "met">, today: Day): string | null {
  return met === null ? null : `${dayText(met.day, today)} ${HOW_WORDS[met.how]}`;
}

/** "Mia Sommer 8 days ago: no" */
export function askShort({ ask }: Pick<CoveredView, "ask">, today: Day): string | null {
  return ask === null ? null : `${ask.memberName} ${agoText(ask.day, today)}: ${answerText(ask, today)}`;
}

/** "they said stop, 2 November: “Bitte nicht.”" */
export function hindranceText({ hindrance }: Pick<CoveredView, "hindrance">, today: Day): string | null {
  if (hindrance === null) return null;
  const when = dayText(hindrance.day, today);
  if (hindrance.kind === "do-not-ask") {
    const words = hindrance.words === null ? "" : `: “${hindrance.words}”`;
    return `${WHY_WORDS[hindrance.why]}, ${when}${words}`;
  }
  return `an open issue${hindrance.ofAccount ? " of their company" : ""} since ${when}`;
}
