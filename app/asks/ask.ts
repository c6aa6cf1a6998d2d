import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, isDay, type Day } from "#lib/kernel/days.ts";
import type { Channel } from "#people/channel.ts";
import { mayChangeFor, type Whose } from "#team/member.ts";

export const MOMENTS = [
  "discovery",
  "proposal",
  "delivered",
  "account-review",
  "lost-deal",
  "anytime",
] as const;
export type Moment = (typeof MOMENTS)[number];

export const OUTCOMES = ["named-someone", "will-think", "not-now", "no", "sent-to-colleague"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What may forbid an ask, in the order in which it is said; budget.ts has the rules. */
export const BUDGET_RULES = [
  "do-not-ask",
  "serious-issue",
  "open-ask",
  "rest-period",
  "quarter",
  "approver",
  "no-go",
] as const;
export type BudgetRule = (typeof BUDGET_RULES)[number];

/** What the source said. `outcome` is null while nothing was said yet. */
export interface Answer {
  outcome: Outcome | null;
  /** When to come back: of "not now" always, of "will think" when a day was agreed. */
  untilDay: Day | null;
  /** Of "sent me to a colleague": whom to. */
  colleagueId: string | null;
}

/** One conversation of an ask. In one that did not ask only the answer came; it has no channel and no moment. */
export interface Conversation extends Answer {
  id: string;
  day: Day;
  asked: boolean;
  channel: Channel | null;
  moment: Moment | null;
  forWhom: string | null;
  targetPersonId: string | null;
  targetAccountId: string | null;
  /** The day this answer was let go: we do not come back. */
  settledOn: Day | null;
  /** The rule that would have forbidden it, had it not happened already. */
  against: BudgetRule | null;
  /** What let it happen against a rule. */
  permitId: string | null;
}

/** What an ask is, by its standing conversations. */
export interface AskSum extends Answer {
  /** Of the first conversation that asked: the ask belongs to its week. */
  day: Day;
  lastDay: Day;
  channel: Channel;
  moment: Moment;
  forWhom: string | null;
  targetPersonId: string | null;
  targetAccountId: string | null;
  settledOn: Day | null;
  against: BudgetRule | null;
  permitId: string | null;
}

/** Null when none of them asked: then there is no ask. */
export function sumOf(conversations: readonly Conversation[]): AskSum | null {
  const inOrder = conversations.toSorted(earlierFirst);
  const asked = inOrder.filter((each) => each.asked);
  const [first, last] = [asked[0], asked.at(-1)];
  if (!first || !last) return null;
  const said = tellingOf(inOrder);
  const pictured = asked.findLast((each) => each.forWhom ?? each.targetPersonId ?? each.targetAccountId);
  return {
    day: first.day,
    lastDay: inOrder.at(-1)?.day ?? last.day,
    channel: last.channel ?? "call",
    moment: last.moment ?? "anytime",
    forWhom: pictured?.forWhom ?? null,
    targetPersonId: pictured?.targetPersonId ?? null,
    targetAccountId: pictured?.targetAccountId ?? null,
    outcome: said?.outcome ?? null,
    untilDay: said?.untilDay ?? null,
    colleagueId: said?.colleagueId ?? null,
    settledOn: said?.settledOn ?? null,
    against: inOrder.find((each) => each.against !== null)?.against ?? null,
    permitId: inOrder.find((each) => each.permitId !== null)?.permitId ?? null,
  };
}

/** The conversation that gives an ask its outcome: the latest in which someone was named, or else the latest with any answer. */
export function tellingOf<C extends Conversation>(conversations: readonly C[]): C | null {
  const answered = conversations.filter((each) => each.outcome !== null).toSorted(earlierFirst);
  return answered.findLast((each) => each.outcome === "named-someone") ?? answered.at(-1) ?? null;
}

/** Whoever named someone has done it; anything else may still become another answer. */
export function mayBecome(from: Outcome | null, to: Outcome): boolean {
  return from !== "named-someone" || to === "named-someone";
}

/** What is wrong with an answer, and at which field; null when it can be. `sourceId` is who was asked. */
export function outcomeProblem(
  said: Omit<Answer, "colleagueId"> & { day: Day; colleagueId?: string | null; newColleague?: boolean },
  sourceId: string,
): { field: string; reason: string } | null {
  const { outcome, untilDay, day } = said;
  const colleague = Boolean(said.colleagueId) || said.newColleague === true;
  if (outcome === "not-now" || (outcome === "will-think" && untilDay)) {
    if (!isDay(untilDay))
      return { field: "untilDay", reason: "say until when: the day on which to ask again" };
    if (untilDay <= day)
      return { field: "untilDay", reason: "the day to ask again comes after the conversation" };
  } else if (untilDay) {
    return { field: "untilDay", reason: 'only "not now" and "will think" have a day to come back' };
  }
  if (outcome === "sent-to-colleague") {
    if (!colleague) return { field: "colleagueId", reason: "say to whom you were sent" };
    if (said.colleagueId === sourceId)
      return { field: "colleagueId", reason: "the colleague is somebody else than the person you asked" };
  } else if (colleague) {
    return { field: "colleagueId", reason: "a colleague belongs to the answer that you were sent to one" };
  }
  return null;
}

/** Reps change their own asks, managers their teams', leaders all. */
export function mayChange(actor: Pick<Actor, "member" | "leads">, ask: Whose): boolean {
  return mayChangeFor(actor, ask);
}

/** So many days after its last conversation an ask ends that got no answer, or a "will think" without a day. */
export const OPEN_DAYS = 30;
/** So many days after the day to come back an ask ends that nobody took up. */
export const RETURN_DAYS = 14;

type Open = Pick<AskSum, "outcome" | "lastDay" | "untilDay" | "settledOn">;

/** The last day on which the source owes an answer, or we owe them another try; null when neither is owed. */
export function openUntil({ outcome, lastDay, untilDay, settledOn }: Open): Day | null {
  if (settledOn !== null) return null;
  if (untilDay !== null) return addDays(untilDay, RETURN_DAYS);
  return outcome === null || outcome === "will-think" ? addDays(lastDay, OPEN_DAYS) : null;
}

/** Whether the source still owes an answer, or we still owe them another try. Neither is owed for ever. */
export function isOpen(ask: Open, today: Day): boolean {
  const last = openUntil(ask);
  return last !== null && today <= last;
}

/** The same rule turned round, for asking many at once: what lies before these days has ended by today. */
export function openSince(today: Day): { lastDay: Day; untilDay: Day } {
  return { lastDay: addDays(today, -OPEN_DAYS), untilDay: addDays(today, -RETURN_DAYS) };
}

/** The day to come back has come, and not so long ago that nobody will any more. */
export function hasReturned(ask: Open, today: Day): boolean {
  return ask.untilDay !== null && ask.untilDay <= today && isOpen(ask, today);
}

/** Of these asks those whose day to come back has come and which that rep has not asked again since, longest due first. */
export function returningAsks<
  A extends Open & Pick<AskSum, "day"> & { id: string; memberId: string; sourceId: string },
>(asks: readonly A[], today: Day): A[] {
  const askedAgain = (ask: A) =>
    asks.some(
      (later) =>
        later.id !== ask.id &&
        later.memberId === ask.memberId &&
        later.sourceId === ask.sourceId &&
        later.day >= ask.lastDay,
    );
  return asks
    .filter((ask) => hasReturned(ask, today) && !askedAgain(ask))
    .toSorted((a, b) => compare(a.untilDay ?? "", b.untilDay ?? "") || compare(a.id, b.id));
}

/** Asked in writing, and nothing came of it yet: a call does what a letter does not. */
export function shouldCallInstead(ask: Pick<AskSum, "channel" | "outcome">): boolean {
  return (
    (ask.channel === "e-mail" || ask.channel === "message") &&
    (ask.outcome === null || ask.outcome === "will-think")
  );
}

function earlierFirst(a: Conversation, b: Conversation): number {
  return compare(a.day, b.day) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
