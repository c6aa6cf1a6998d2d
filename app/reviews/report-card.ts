import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { mayChangeFor, type Rights } from "#team/member.ts";

/** open: it can be answered · handed-in: it counts · withdrawn: by us · expired: nobody answered in time */
export const CARD_STATES = ["open", "handed-in", "withdrawn", "expired"] as const;
export type CardState = (typeof CARD_STATES)[number];

/** So long a link opens, unanswered. */
export const OPEN_DAYS = 60;
export const MOST_OPEN_DAYS = 365;
/** So long after it was handed in an answer may be changed; it stays to be read. */
const CHANGE_DAYS = 14;

export interface CardTimes {
  withdrawnAt: Date | null;
  handedInOn: Day | null;
  untilDay: Day;
}

export function cardStateOf({ withdrawnAt, handedInOn, untilDay }: CardTimes, today: Day): CardState {
  if (withdrawnAt !== null) return "withdrawn";
  if (handedInOn !== null) return "handed-in";
  return today > untilDay ? "expired" : "open";
}

/** The last day on which whoever answers may change it. */
export function changeUntil({ handedInOn, untilDay }: CardTimes): Day {
  return handedInOn === null ? untilDay : addDays(handedInOn, CHANGE_DAYS);
}

export function mayBeChanged(card: CardTimes, today: Day): boolean {
  const state = cardStateOf(card, today);
  return (state === "open" || state === "handed-in") && today <= changeUntil(card);
}

/** Whoever sent it, whoever sees to it, their managers, and leaders. */
export function mayHandle(
  actor: Rights,
  card: { memberId: string; memberTeamId: string | null; ownerId: string; ownerTeamId: string | null },
): boolean {
  return (
    mayChangeFor(actor, { memberId: card.memberId, teamId: card.memberTeamId }) ||
    mayChangeFor(actor, { memberId: card.ownerId, teamId: card.ownerTeamId })
  );
}

/** Who is told of a low number: whoever sees to it and, where nobody holds the relationship, whoever sent the card as well. */
export function isTold(
  memberId: string,
  card: { memberId: string; ownerId: string; ownerHolds: boolean },
): boolean {
  return card.ownerId === memberId || (!card.ownerHolds && card.memberId === memberId);
}

/** METHOD, rule 5 and the report card: a low number is looked at within so many hours. */
export const LOOK_HOURS = 48;

/** So long a high number suggests a talk. */
const TALK_DAYS = 30;

/** Whether to suggest a talk: they are glad of us, it is fresh, nobody refused it, and nobody asked them since. */
export function suggestsTalk(
  card: { score: number | null; handedInOn: Day | null; talkPassedAt: Date | null; askedSince: boolean },
  today: Day,
): boolean {
  const { score, handedInOn, talkPassedAt, askedSince } = card;
  if (score === null || score < 9 || handedInOn === null || talkPassedAt !== null || askedSince) return false;
  return daysBetween(handedInOn, today) < TALK_DAYS;
}

export const WHY_NO_TALK = ["talked-already", "bad-time", "not-the-person", "other"] as const;
export type WhyNoTalk = (typeof WHY_NO_TALK)[number];
export const WHY_NO_TALK_WORDS: Record<WhyNoTalk, string> = {
  "talked-already": "we have talked already",
  "bad-time": "a bad time for them",
  "not-the-person": "not a person to ask",
  other: "another reason",
};
