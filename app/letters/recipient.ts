import type { StopReach } from "#people/consent.ts";
import type { ContactLaw } from "#people/contact-law.ts";
import { GROUP_WORDS, type Group } from "#touches/rhythm.ts";
import type { Chosen } from "./newsletter.ts";

/** Why a letter goes to somebody: it stands at the letter's end. */
export const BECAUSE = ["subscribed", "agreed", "law"] as const;
export type Because = (typeof BECAUSE)[number];

/** Why it does not: first what one could do something about, then a no of theirs, then who was not chosen. */
export const WHY_NOT = [
  "not-agreed",
  "country-unknown",
  "not-confirmed",
  "no-address",
  "rests",
  "same-address",
  "withdrawn",
  "unsubscribed",
  "stopped",
  "not-yours",
  "in-peace",
  "not-chosen",
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/** What is known of somebody that speaks for or against a letter to many. */
export interface Candidate {
  groups: readonly Group[];
  /** Their own rhythm says that they are left to come by themselves. */
  inPeace: boolean;
  /** Whether the letter's writer holds the relationship. */
  isOwn: boolean;
  /** Whether there is an address at all. */
  hasAddress: boolean;
  /** Why letters to every address of theirs come back; null: there is one to write to. */
  rests: "hard" | "soft" | null;
  /** What they do not want, as it stands. */
  stop: StopReach | null;
  /** To what they agreed, as it stands; withdrawn: they did once. A first letter is no newsletter. */
  consent: "everything" | "introduction" | "withdrawn" | null;
  /** subscribed: they pressed it themselves, and it stands · asked: they have not yet. */
  subscription: "subscribed" | "asked" | null;
  law: ContactLaw;
}

export type Verdict = { gets: true; because: Because } | { gets: false; why: WhyNot };

/**
 * Whether a letter to many goes to somebody. A no of theirs wins over all; whom it is not for does not get it; then they must have
 * agreed, unless the law of their country lets one write without. See docs/contact-law.md.
 */
export function judge(them: Candidate, chosen: Chosen): Verdict {
  const why = whyNotWanted(them) ?? whyNotMeant(them, chosen);
  return why === null ? judgeStill(them) : { gets: false, why };
}

/** The same of somebody for whom it was meant when it was sent off: what they said since then holds. */
export function judgeStill(them: Candidate): Verdict {
  const why = whyNotWanted(them) ?? whyNotReached(them);
  if (why !== null) return { gets: false, why };
  if (them.subscription === "subscribed") return { gets: true, because: "subscribed" };
  if (them.consent === "everything") return { gets: true, because: "agreed" };
  if (!them.law.newsletter.consentFirst) return { gets: true, because: "law" };
  if (them.subscription === "asked") return { gets: false, why: "not-confirmed" };
  return { gets: false, why: them.law.knows === "nothing" ? "country-unknown" : "not-agreed" };
}

function whyNotMeant(them: Candidate, chosen: Chosen): WhyNot | null {
  if (chosen.whose === "own" && !them.isOwn) return "not-yours";
  if (chosen.subscribers && them.subscription === "subscribed") return null;
  if (!them.groups.some((group) => chosen.groups.includes(group))) return "not-chosen";
  return them.inPeace ? "in-peace" : null;
}

function whyNotWanted(them: Candidate): WhyNot | null {
  if (them.stop !== null) return them.stop === "newsletter" ? "unsubscribed" : "stopped";
  return them.consent === "withdrawn" ? "withdrawn" : null;
}

function whyNotReached(them: Candidate): WhyNot | null {
  if (!them.hasAddress) return "no-address";
  return them.rests === null ? null : "rests";
}

/** In words for whoever sends it, after the name. */
export function becauseText(because: Because, law: Pick<ContactLaw, "name">): string {
  if (because === "subscribed") return "subscribed, and confirmed it themselves";
  if (because === "agreed") return "agreed to hear from us";
  return `the law of ${law.name} lets one write until they say no`;
}

export function whyNotText(
  why: WhyNot,
  them: { law: Pick<ContactLaw, "name">; rests: "hard" | "soft" | null; groups: readonly Group[] },
): string {
  if (why === "not-chosen") {
    const kinds = them.groups.map((group) => GROUP_WORDS[group]).join(", ");
    return `${WHY_NOT_WORDS[why]}: ${kinds === "" ? "of no kind" : `one of our ${kinds}`}`;
  }
  if (why === "rests" && them.rests === "soft") return `${WHY_NOT_WORDS[why]}, several in a row`;
  if (why === "not-agreed") return `has not agreed, which the law of ${them.law.name} wants first`;
  return WHY_NOT_WORDS[why];
}

/** Of many; whyNotText says the same of one, and which kind, country or letter. */
export const WHY_NOT_WORDS: Record<WhyNot, string> = {
  "not-chosen": "not among those chosen",
  "in-peace": "is left to come by themselves",
  "not-yours": "held by a colleague",
  stopped: "does not want our e-mails",
  unsubscribed: "wants no newsletter",
  withdrawn: "agreed once, and does not any more",
  "no-address": "has no e-mail address here",
  rests: "letters to their address came back",
  "same-address": "somebody else with the same address gets it",
  "not-confirmed": "was asked, and has not confirmed yet",
  "country-unknown": "has not agreed, and no country is noted whose law could let us write",
  "not-agreed": "has not agreed, which the law wants first",
};
