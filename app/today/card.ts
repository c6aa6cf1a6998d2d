import type { AskLine } from "#asks/ask-view.ts";
import type { DueReminderView } from "#asks/coverage-view.ts";
import type { MomentView } from "#asks/moment-view.ts";
import { personAt } from "#asks/moment.ts";
import type { PlanView } from "#asks/plan-view.ts";
import type { Day } from "#lib/kernel/days.ts";
import { comesUp, inGroups, type DutyGroup } from "#loops/duty-group.ts";
import type { DutyView } from "#loops/duty-view.ts";
import type { MeetingView } from "#meetings/meeting-view.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import { speaksGlad } from "./suggest.ts";
import type { SuggestionView } from "./suggestion-view.ts";

/** So many people a day, and so many duties beside them. */
export const AT_MOST = 3;

/** What waits for somebody: introductions without an answer, asks whose day has come, moments that are due, accounts handed over, plans, whom one might ask, meetings nobody spoke of. */
export interface Waiting {
  introductions: readonly ReferralView[];
  returned: readonly AskLine[];
  moments: readonly MomentView[];
  /** Others look after the account, and nobody there was asked for a quarter. */
  reminders: readonly DueReminderView[];
  /** Planned for this week or before, and not asked. */
  plans: readonly PlanView[];
  /** For the places that the others leave. */
  suggestions: readonly SuggestionView[];
  meetings: readonly MeetingView[];
  /** Words and thanks to sources that are due, the first due first. */
  loops: readonly DutyGroup<DutyView>[];
}

/** What the rooms list for a member; `duties` with those of theirs that a colleague sees to. */
export interface Lists extends Omit<Waiting, "suggestions" | "loops"> {
  duties: readonly DutyView[];
}

/** What of it is this member's to do at that time. */
export function waitingFrom(
  { introductions, plans, duties, ...lists }: Lists,
  { memberId, thisWeek, now, timeZone }: { memberId: string; thisWeek: Day; now: Date; timeZone: string },
): Omit<Waiting, "suggestions"> {
  const mine = duties.filter(({ responsible }) => responsible.id === memberId);
  const elsewhere = new Set(
    duties.flatMap(({ kind, responsible, referralId }) =>
      kind === "respond" && responsible.id !== memberId ? [referralId] : [],
    ),
  );
  return {
    ...lists,
    introductions: introductions.filter(({ id }) => !elsewhere.has(id)),
    plans: plans.filter(({ week }) => week <= thisWeek).toReversed(),
    loops: inGroups(mine.filter((duty) => comesUp(duty, now, timeZone))),
  };
}

export type Conversation =
  | { kind: "answer"; id: string; personId: string; referral: ReferralView }
  | { kind: "ask"; id: string; personId: string; ask: AskLine }
  | { kind: "moment"; id: string; personId: string; moment: MomentView }
  | { kind: "reminder"; id: string; personId: string; reminder: DueReminderView }
  | { kind: "plan"; id: string; personId: string; plan: PlanView }
  | { kind: "suggestion"; id: string; personId: string; suggestion: SuggestionView };

export type Duty =
  | { kind: "answer"; id: string; referral: ReferralView }
  | { kind: "meeting"; id: string; meeting: MeetingView }
  | { kind: "loop"; id: string; loop: DutyGroup<DutyView> };

/** What the day's card has shown so far, done or not. */
export interface Dealt {
  people: readonly string[];
  owed: readonly string[];
}

export interface Card {
  people: Conversation[];
  owed: Duty[];
  /** Whether anything waits that is not on the card: it comes on another day. */
  more: boolean;
  dealt: Dealt;
}

/**
 * The card of a day, which ends: what was on it stays until it is done, and what is done is not replaced. Only what comes
 * up on the day itself is added. `before` is what was dealt this day already, `time` is "HH:MM".
 */
export function dealCard(waiting: Waiting, before: Dealt, now: { today: Day; time: string }): Card {
  const introductions = waiting.introductions.toSorted((a, b) =>
    (a.answerBy ?? "").localeCompare(b.answerBy ?? ""),
  );
  const waits = [
    ...waiting.returned.map(askingAgain),
    ...waiting.moments.map(atMoment),
    // That they are glad of us is news, and a plan can wait a day.
    ...waiting.suggestions.filter(speaksGlad).map(asSuggested),
    ...remindersLeft(waiting).map(asReminded),
    ...waiting.plans.map(asPlanned),
  ];
  const known = new Set([...introductions.map(answering), ...waits].map(({ personId }) => personId));
  const asks = [
    ...waits,
    ...waiting.suggestions.filter(({ personId }) => !known.has(personId)).map(asSuggested),
  ];
  const people = deal(oneEach([...introductions.map(answering), ...asks]), {
    before: before.people,
    fresh: (each) =>
      (each.kind === "answer" && each.referral.countsFrom === now.today) ||
      (each.kind === "suggestion" && speaksGlad(each.suggestion) && isNew(each.suggestion, now.today)),
  });
  const spoken = new Set(people.cards.map(({ id }) => id));
  const meetings = waiting.meetings.filter((meeting) => isOver(meeting, now));
  const duties: Duty[] = [
    ...introductions.filter(({ id }) => !spoken.has(id)).map(answering),
    // Asked once, and answered in one tap: it does not wait behind words that are owed for longer.
    ...meetings.map((meeting): Duty => ({ kind: "meeting", id: meeting.id, meeting })),
    ...waiting.loops.map((loop): Duty => ({ kind: "loop", id: loop.id, loop })),
  ];
  const owed = deal(duties, {
    before: before.owed,
    fresh: (each) =>
      (each.kind === "meeting" && each.meeting.day === now.today) ||
      // Thanks have two days, and wait their turn behind what is late.
      (each.kind === "loop" &&
        each.loop.kinds.includes("respond") &&
        each.loop.first.countsFrom === now.today),
  });
  const all = new Set([...introductions, ...asks, ...waiting.loops, ...meetings].map(({ id }) => id));
  return {
    people: people.cards,
    owed: owed.cards,
    more: all.size > people.cards.length + owed.cards.length,
    dealt: { people: people.dealt, owed: owed.dealt },
  };
}

/** Whether the others leave a place on the card, so that it is worth while to work out whom one might ask. */
export function hasRoom(
  waiting: Omit<Waiting, "suggestions">,
  before: Dealt,
  now: { today: Day; time: string },
): boolean {
  return dealCard({ ...waiting, suggestions: [] }, before, now).people.length < AT_MOST;
}

/** Without what was done on this device and has not reached the server; `done` are ids of things and of people. */
export function withoutDone(card: Card, done: ReadonlySet<string>): Card {
  return {
    ...card,
    people: card.people.filter(({ id, personId }) => !done.has(id) && !done.has(personId)),
    owed: card.owed.filter(({ id }) => !done.has(id)),
  };
}

function deal<T extends { id: string }>(
  items: readonly T[],
  { before, fresh }: { before: readonly string[]; fresh: (item: T) => boolean },
): { cards: T[]; dealt: string[] } {
  const added = items.filter((item) => !before.includes(item.id));
  const come = added.filter(fresh).slice(0, AT_MOST);
  const room = Math.max(0, AT_MOST - before.length - come.length);
  const filled = added.filter((item) => !come.includes(item)).slice(0, room);
  const chosen = [...before, ...[...come, ...filled].map(({ id }) => id)];
  return { cards: items.filter(({ id }) => chosen.includes(id)).slice(0, AT_MOST), dealt: chosen };
}

/** Nobody is on the card twice: whoever waits for an answer is not asked for something in the same breath. */
function oneEach(people: readonly Conversation[]): Conversation[] {
  return people.filter((one, at) => people.findIndex(({ personId }) => personId === one.personId) === at);
}

function answering(referral: ReferralView) {
  return { kind: "answer" as const, id: referral.id, personId: referral.contactId, referral };
}

function askingAgain(ask: AskLine) {
  return { kind: "ask" as const, id: ask.id, personId: ask.sourceId, ask };
}

function atMoment(moment: MomentView) {
  const personId = personAt(moment) ?? moment.accountId;
  return { kind: "moment" as const, id: moment.id, personId, moment };
}

/** Of accounts where nothing else waits to be asked, and somebody can be; or where nobody is known yet. */
function remindersLeft({ reminders, returned, moments, plans, suggestions }: Waiting): DueReminderView[] {
  const glad = suggestions.filter(speaksGlad);
  const spokenOf = new Set([...returned, ...moments, ...plans, ...glad].map(({ accountId }) => accountId));
  return reminders.filter(
    ({ accountId, whom, known }) => !spokenOf.has(accountId) && (whom !== null || known === 0),
  );
}

function asReminded(reminder: DueReminderView) {
  const personId = reminder.whom?.id ?? reminder.accountId;
  return { kind: "reminder" as const, id: reminder.id, personId, reminder };
}

function asPlanned(plan: PlanView) {
  return { kind: "plan" as const, id: plan.id, personId: plan.personId, plan };
}

function isNew({ day }: SuggestionView, today: Day): boolean {
  return day === null || day === today;
}

/** By its place: who comes for somebody refused takes it, on the same day too. */
function asSuggested(suggestion: SuggestionView) {
  const { place, personId } = suggestion;
  return { kind: "suggestion" as const, id: `suggestion ${place}`, personId, suggestion };
}

/** How long a meeting is taken to last: nobody is asked about it while they sit in it. */
const MEETING_MINUTES = 60;

/** A meeting at 15:00 is not asked about in the morning, and not at 15:00 either. */
export function isOver({ day, time }: MeetingView, now: { today: Day; time: string }): boolean {
  if (day !== now.today) return day < now.today;
  return time === null || minutesOf(time) + MEETING_MINUTES <= minutesOf(now.time);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
