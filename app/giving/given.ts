import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { counts, type Level } from "#referrals/referral.ts";
import { mayChangeFor, type Whose } from "#team/member.ts";

/** What an introduction is that we make; in words in KIND_WORDS. */
export const KINDS = ["resource", "prospect", "trade", "personal"] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_WORDS: Record<Kind, string> = {
  resource: "a resource to a client",
  prospect: "a client to a prospect",
  trade: "a seller in another trade",
  personal: "a personal request",
};

/** Of the two who meet: who gets the introduction, and whom they are introduced to. */
export const SIDES = ["to", "whom"] as const;
export type Side = (typeof SIDES)[number];

export const CONSENTS = ["asked", "agreed", "declined"] as const;
export type ConsentWord = (typeof CONSENTS)[number];

export const OUTCOMES = ["spoke", "business", "nothing"] as const;
export type OutcomeWord = (typeof OUTCOMES)[number];
export type GivenOutcome = "waits" | OutcomeWord;

export const OUTCOME_WORDS: Record<GivenOutcome, string> = {
  waits: "waits",
  spoke: "they spoke",
  business: "it came to business",
  nothing: "nothing came of it",
};

export const THANKED_HOW = ["call", "in-person", "note", "e-mail", "message", "gift"] as const;
export type ThankedHow = (typeof THANKED_HOW)[number];

/** What was said of one since, as it stands. Ids are made in the order of time. */
export interface Word {
  id: string;
  about: ConsentWord | OutcomeWord | "thanked";
  side: Side | null;
  how: ThankedHow | null;
  words: string | null;
  day: Day;
}

/** Where the two stand who are asked before names are joined; null: nobody was asked. */
export type Consent = "asked-one" | "asked-both" | "agreed" | "declined";

export const CONSENT_WORDS: Record<Consent, string> = {
  "asked-one": "one was asked, the other not yet",
  "asked-both": "both were asked",
  agreed: "both agreed",
  declined: "one would rather not",
};

export interface Said {
  outcome: GivenOutcome;
  outcomeDay: Day | null;
  thanked: { id: string; how: ThankedHow; words: string | null; day: Day } | null;
  consent: Consent | null;
  /** The last word of each side. */
  sides: Record<Side, ConsentWord | null>;
}

/** What the standing words come to, in whichever order they were written. */
export function saidOf(words: readonly Word[]): Said {
  const last = (fits: (word: Word) => boolean) => words.filter(fits).toSorted(latestFirst)[0] ?? null;
  const outcome = last(({ about }) => isOneOf(OUTCOMES, about));
  const thanked = last(({ about }) => about === "thanked");
  const of = (side: Side) => (last((word) => word.side === side)?.about ?? null) as ConsentWord | null;
  const sides = { to: of("to"), whom: of("whom") };
  return {
    outcome: (outcome?.about ?? "waits") as GivenOutcome,
    outcomeDay: outcome?.day ?? null,
    thanked: thanked?.how
      ? { id: thanked.id, how: thanked.how, words: thanked.words, day: thanked.day }
      : null,
    consent: consentOf(sides),
    sides,
  };
}

/** One no is enough, and nobody is told whose it was; otherwise how far both have come. */
export function consentOf({ to, whom }: Record<Side, ConsentWord | null>): Consent | null {
  if (to === "declined" || whom === "declined") return "declined";
  if (to === "agreed" && whom === "agreed") return "agreed";
  if (to !== null && whom !== null) return "asked-both";
  return to === null && whom === null ? null : "asked-one";
}

/** Why this cannot be an introduction yet, to be said as it stands; null: it can. */
export function whyNotYet(level: Level, consent: Consent | null): string | null {
  if (!counts(level) || consent === null || consent === "agreed") return null;
  return consent === "declined"
    ? "one of them would rather not; leave it at that"
    : "they are being asked first: introduce them once both have agreed";
}

/** What came of it can be said once they were introduced, or at least a name was passed on. */
export function mayComeToSomething(consent: Consent | null): boolean {
  return consent === null || consent === "agreed";
}

/** Reps change their own, managers their teams', leaders all. */
export function mayChange(actor: Pick<Actor, "member" | "leads">, given: Whose): boolean {
  return mayChangeFor(actor, given);
}

export function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}

function latestFirst(a: Word, b: Word): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
