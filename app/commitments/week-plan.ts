import { fullDay } from "#lib/kernel/day-words.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { conflict, invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { nextWeek, weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import { daysOfWeeks, isWorkday, wasAway, wasAwayAmong, type WorkCalendar } from "#lib/kernel/workdays.ts";
import { mayChangeFor, type Rights } from "#team/member.ts";
import { keyOf, type Counted, type Promised, type PromiseKind, type WeekStanding } from "./promise.ts";

export { wasAway };

/** So many days after its week a check-in is still heard. */
const TOLD_DAYS = 7;
/** Up to which of the week's workdays a line can be dropped without a word. */
const FREE_WORKDAYS = 2;
export const MOST_LINES = 20;
const LONGEST_TOPICS = 5_000;
const LONGEST_LEARNED = 300;

/** The last day on which a week can be told of. */
export function toldUntil(week: Day): Day {
  return addDays(week, 6 + TOLD_DAYS);
}

export function standingOf(week: Day, today: Day, calendar: WorkCalendar): WeekStanding {
  return standingsOn(today)(week, calendar);
}

/** The same for many members: what is alike for all of them in a week is worked out once. */
export function standingsOn(today: Day): (week: Day, calendar: WorkCalendar) => WeekStanding {
  const known = new Map<Day, { ended: boolean; closed: boolean; days: ReturnType<typeof daysOfWeeks> }>();
  return (week, calendar) => {
    let all = known.get(week);
    if (all === undefined) {
      const last = addDays(week, 6);
      all = { ended: today > last, closed: today > toldUntil(week), days: daysOfWeeks(week, last) };
      known.set(week, all);
    }
    const { ended, closed, days } = all;
    return { ended, closed, away: wasAwayAmong(days, calendar) };
  };
}

export function workdaysIn(week: Day, calendar: WorkCalendar): Day[] {
  return daysIn(week).filter((day) => isWorkday(day, calendar));
}

/** Whether a line can be taken out of the plan: up to the second workday of its week, and on the day it was promised. */
export function mayDrop(week: Day, promisedOn: Day, today: Day, calendar: WorkCalendar): boolean {
  const until = workdaysIn(week, calendar)[FREE_WORKDAYS - 1] ?? addDays(week, 6);
  return today <= until || today <= promisedOn;
}

/** Throws Problem invalid for a week that is over or lies further ahead than the next. Answers its first day. */
export function plannableWeek(day: Day, today: Day, firstDay: Weekday): Day {
  const [week, thisWeek] = [weekOf(day, firstDay), weekOf(today, firstDay)];
  if (week < thisWeek) throw invalid("this week is over: promise something for this one or the next", "week");
  if (week > nextWeek(thisWeek))
    throw invalid("promises are made for this week and the next, not further ahead", "week");
  return week;
}

/** Throws Problem conflict before the day from which on a week is told of as a whole; single promises are told of before. */
export function checkClosable(tellFrom: Day, today: Day): void {
  if (today >= tellFrom) return;
  throw conflict(
    `a week is told of from its last workday on, ${fullDay(tellFrom, today)}: until then say of single promises what became of them`,
  );
}

/** Throws Problem conflict for a week that is to come, or whose time to tell is over. */
export function checkTellable(week: Day, today: Day): void {
  if (today < week) throw conflict("this week has not begun yet");
  if (today > toldUntil(week)) throw conflict("this week was over long ago: tell of the one that is ending");
}

export type Invitation = "plan" | "check-in" | "plan-next";

/**
 * What a member is invited to today: on the first two workdays of a week to promise something, on its last to tell how it went
 * and then to plan the next. A week that was not told of is asked for until its time is over. Nobody is asked on a day off.
 */
export function invitationFor(
  today: Day,
  calendar: WorkCalendar,
  firstDay: Weekday,
  known: { planned: ReadonlySet<Day>; told: ReadonlySet<Day> },
): { to: Invitation; week: Day } | null {
  if (!isWorkday(today, calendar)) return null;
  const week = weekOf(today, firstDay);
  const after = nextWeek(week);
  const days = workdaysIn(week, calendar);
  const untold = weekToTell(today, calendar, firstDay, known);
  if (untold !== null) return { to: "check-in", week: untold };
  const early = days.slice(0, FREE_WORKDAYS).includes(today);
  if (early && !known.planned.has(week) && !wasAway(week, calendar)) return { to: "plan", week };
  if (today === days.at(-1) && !known.planned.has(after) && !wasAway(after, calendar))
    return { to: "plan-next", week: after };
  return null;
}

/**
 * The planned week that waits to be told of: this one from its last workday on, else the one before. A week that a member was away
 * is not asked for.
 */
export function weekToTell(
  today: Day,
  calendar: WorkCalendar,
  firstDay: Weekday,
  { planned, told }: { planned: ReadonlySet<Day>; told: ReadonlySet<Day> },
): Day | null {
  const week = weekOf(today, firstDay);
  const waits = (each: Day) => planned.has(each) && !told.has(each) && !wasAway(each, calendar);
  const before = addDays(week, -7);
  if (today >= lastWorkday(week, calendar) && waits(week)) return week;
  return waits(before) ? before : null;
}

/** The day from which on a week can be told of as a whole. */
export function lastWorkday(week: Day, calendar: WorkCalendar): Day {
  return workdaysIn(week, calendar).at(-1) ?? addDays(week, 6);
}

/** Whether that member's check-in of the week that ends or has just ended is missing on this day: then one asks. */
export function isCheckInMissing(week: Day, today: Day, calendar: WorkCalendar): boolean {
  if (wasAway(week, calendar)) return false;
  return today > lastWorkday(week, calendar) && today <= toldUntil(week);
}

/** Promises and the check-in are for the member, their partners, and those who lead them. */
export function seesWeek(
  viewer: Rights,
  whose: { memberId: string; teamId: string | null; partnerIds: readonly string[] },
): boolean {
  return mayChangeFor(viewer, whose) || whose.partnerIds.includes(viewer.member.id);
}

export const WHY_PROPOSED = ["carried", "planned", "moment", "owed", "rhythm", "goal", "required"] as const;
export type WhyProposed = (typeof WHY_PROPOSED)[number];

export type Proposal = Promised & { why: WhyProposed };

/** What a member's week brings, as far as the other rooms know. */
export interface Ahead {
  /** Not kept last week, and carried over. */
  carried: readonly Promised[];
  /** Persons whom they mean to ask, and how many introductions they expect of them. */
  plans: readonly { personId: string; expects: number | null }[];
  /** Persons at accounts whose moment is due. */
  moments: readonly { personId: string }[];
  /** What they owe until the week is over, the first due first. */
  duties: readonly { dutyId: string }[];
  /** How many are due to hear from them until the week is over. */
  silent: number;
  /** What their goals come to in a week, not rounded. */
  goals: Partial<Record<Counted, number | null>>;
  /** How many sessions are required; 0: none. */
  practice: number;
}

const MOST_NAMES = 5;
const MOST_DUTIES = 4;
const MOST_TOUCHES = 10;

/** The plan filled in advance: what was carried over first, then names, numbers, practice, and what is owed. Nothing stands in it twice. */
export function proposeLines(ahead: Ahead): Proposal[] {
  const names = [
    ...ahead.plans.map(({ personId }) => ({ kind: "ask", personId, why: "planned" }) as const),
    ...ahead.moments.map(({ personId }) => ({ kind: "ask", personId, why: "moment" }) as const),
  ];
  const expected = ahead.plans.reduce((sum, { expects }) => sum + (expects ?? 0), 0);
  const introductions = Math.max(expected, Math.ceil(ahead.goals["referrals-received"] ?? 0));
  const asked = Math.ceil(ahead.goals["people-asked"] ?? 0);
  const touched = Math.min(ahead.silent, MOST_TOUCHES);
  const all: Proposal[] = [
    ...ahead.carried.map((each) => ({ ...each, why: "carried" }) as const),
    ...unlike(names).slice(0, MOST_NAMES),
    ...number("people-asked", asked, "goal"),
    ...number("referrals-received", introductions, expected >= introductions ? "planned" : "goal"),
    ...(ahead.practice > 0 ? [{ kind: "practice", count: ahead.practice, why: "required" } as const] : []),
    ...ahead.duties
      .slice(0, MOST_DUTIES)
      .map(({ dutyId }) => ({ kind: "duty", dutyId, why: "owed" }) as const),
    ...number("touches", touched, "rhythm"),
  ];
  return unlike(all);
}

const MOST_FILLED_IN = 5;
const FILLED_IN_NAMES = 3;

/**
 * Of what a week brings what a plan begins with: what was carried over, then names and numbers, so few that each is read. The others
 * are offered beside it.
 */
export function mostTelling<P extends { kind: PromiseKind; why: WhyProposed }>(proposals: readonly P[]): P[] {
  const carried = proposals.filter(({ why }) => why === "carried");
  const fresh = proposals.filter(({ why }) => why !== "carried");
  const names = fresh.filter(({ kind }) => kind === "ask");
  const numbers = fresh.filter(
    ({ kind, why }) => kind === "practice" || (kind === "count" && why !== "rhythm"),
  );
  const first = [...carried, ...names.slice(0, FILLED_IN_NAMES), ...numbers, ...names.slice(FILLED_IN_NAMES)];
  const chosen = new Set(first.slice(0, MOST_FILLED_IN));
  return proposals.filter((each) => chosen.has(each));
}

/** Without those that stand before them already. */
export function unlike<P extends Promised>(lines: readonly P[]): P[] {
  const known = new Set<string>();
  return lines.filter((line) => {
    const key = keyOf(line);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** A plan as somebody had it before them when they began to change it. */
export interface StartedFrom {
  topics: string | null;
  promises: readonly Promised[];
}

/**
 * What becomes of a plan that was changed in two places: what one dropped is dropped, what one added is added, a number is the one
 * that was changed. What the other has done since stays.
 */
export function mergedLines(
  now: readonly Promised[],
  startedFrom: readonly Promised[],
  wanted: readonly Promised[],
): Promised[] {
  const [standing, base, mine] = [byKey(now), byKey(startedFrom), byKey(wanted)];
  const kept = wanted.flatMap((line) => {
    const key = keyOf(line);
    const before = base.get(key);
    if (before === undefined) return [line];
    const stands = standing.get(key);
    return stands === undefined ? [] : [countOf(line) === countOf(before) ? stands : line];
  });
  const others = now.filter((line) => !base.has(keyOf(line)) && !mine.has(keyOf(line)));
  return [...kept, ...others];
}

/** The same of what will be talked about; both where both have written. */
export function mergedTopics(
  now: string | null,
  startedFrom: string | null,
  wanted: string | null,
): string | null {
  if (wanted === startedFrom || now === wanted) return now;
  if (now === startedFrom || now === null) return wanted;
  if (wanted === null) return now;
  if (now.includes(wanted)) return now;
  return wanted.includes(now) ? wanted : `${now}\n\n${wanted}`;
}

export function countOf(promised: Promised): number {
  return "count" in promised ? promised.count : 0;
}

function byKey(lines: readonly Promised[]): Map<string, Promised> {
  return new Map(lines.map((line) => [keyOf(line), line]));
}

/** Trims. Throws Problem invalid naming the field. */
export function cleanTopics(topics: string | null): string | null {
  return cleanText(topics, LONGEST_TOPICS, "topics");
}

export function cleanLearned(learned: string | null): string | null {
  return cleanText(learned, LONGEST_LEARNED, "learned");
}

function number(measure: Counted, count: number, why: WhyProposed): Proposal[] {
  return count > 0 ? [{ kind: "count", measure, count, why }] : [];
}

function daysIn(week: Day): Day[] {
  return Array.from({ length: 7 }, (_, at) => addDays(week, at));
}
