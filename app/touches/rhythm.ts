import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { isWorkday, workdayAfter, workdayOnOrAfter, type WorkCalendar } from "#lib/kernel/workdays.ts";

/** How much an account matters to us, as its holder or a leader says. */
export const TIERS = ["A", "B", "C"] as const;
export type Tier = (typeof TIERS)[number];

/** Kinds of people, each with a rhythm; somebody can be of several. */
export const GROUPS = [
  "client-a",
  "client-b",
  "client-c",
  "client",
  "source",
  "friend",
  "partner",
  "former-client",
  "prospect",
] as const;
export type Group = (typeof GROUPS)[number];

export const GROUP_WORDS: Record<Group, string> = {
  "client-a": "A clients",
  "client-b": "B clients",
  "client-c": "C clients",
  client: "clients without a tier",
  source: "sources who introduced us",
  friend: "friends",
  partner: "partners",
  "former-client": "former clients",
  prospect: "prospects",
};

/**
 * Not longer than `days` without a word to each of them; a review with their account every `reviewDays`, and a report card to each
 * contact of it every `cardDays`. Null: no such rhythm. The letter goes each month to whoever `getsLetters`.
 */
export interface Rhythm {
  days: number | null;
  reviewDays: number | null;
  cardDays: number | null;
  getsLetters: boolean;
}
export type Rhythms = Record<Group, Rhythm>;

const REVIEWED: ReadonlySet<Group> = new Set(["client-a", "client-b", "client-c", "client"]);
/** Thirteen weeks. */
export const QUARTER = 91;
const HALF_YEAR = 182;

/**
 * METHOD, rule 12: account reviews each quarter, report cards each half-year, a letter each month. Prospects are reached by
 * introductions, not by a rhythm; friends hear from the person who knows them.
 */
export const DEFAULT_RHYTHMS: Rhythms = {
  "client-a": { days: 30, reviewDays: QUARTER, cardDays: HALF_YEAR, getsLetters: true },
  "client-b": { days: 60, reviewDays: QUARTER, cardDays: HALF_YEAR, getsLetters: true },
  "client-c": { days: 90, reviewDays: null, cardDays: HALF_YEAR, getsLetters: true },
  client: { days: 90, reviewDays: null, cardDays: HALF_YEAR, getsLetters: true },
  source: { days: 60, reviewDays: null, cardDays: null, getsLetters: true },
  friend: { days: 120, reviewDays: null, cardDays: null, getsLetters: false },
  partner: { days: 90, reviewDays: null, cardDays: null, getsLetters: true },
  "former-client": { days: 180, reviewDays: null, cardDays: null, getsLetters: true },
  prospect: { days: null, reviewDays: null, cardDays: null, getsLetters: false },
};

export const SHORTEST_DAYS = 7;
export const LONGEST_DAYS = 730;

/** Throws Problem invalid naming the field. */
export function checkRhythm(group: Group, { days, reviewDays, cardDays }: Rhythm): void {
  checkDays(days, "days");
  checkDays(reviewDays, "reviewDays");
  checkDays(cardDays, "cardDays");
  if (isReviewed(group)) return;
  if (reviewDays !== null) throw invalid("only clients have reviews", "reviewDays");
  if (cardDays !== null) throw invalid("only clients have report cards", "cardDays");
}

export function checkDays(days: number | null, field: string): void {
  if (days !== null && (!Number.isInteger(days) || days < SHORTEST_DAYS || days > LONGEST_DAYS))
    throw invalid(`between ${SHORTEST_DAYS} and ${LONGEST_DAYS} days, or none`, field);
}

export function isReviewed(group: Group): boolean {
  return REVIEWED.has(group);
}

/** Acquaintances who are friends of ours rather than business. */
export const FRIENDS = ["friend", "family", "neighbour", "club", "parent", "alumni"] as const;

/** What makes somebody belong to a kind. */
export interface Belongs {
  accountKind: string | null;
  tier: Tier | null;
  isSource: boolean;
  isFriend: boolean;
}

export function groupsOf({ accountKind, tier, isSource, isFriend }: Belongs): Group[] {
  const groups: Group[] = [];
  if (accountKind === "client") groups.push(clientOf(tier));
  if (accountKind === "partner" || accountKind === "former-client" || accountKind === "prospect")
    groups.push(accountKind);
  if (isSource) groups.push("source");
  if (isFriend) groups.push("friend");
  return groups;
}

function clientOf(tier: Tier | null): Group {
  return tier === null ? "client" : (`client-${tier.toLowerCase()}` as Group);
}

/** A person's rhythm, and why it is that. */
export interface OwnRhythm {
  days: number;
  /** Null: it is their own. */
  group: Group | null;
}

/** Their own where somebody set one, `none` where they are left to come by themselves; otherwise the shortest of their kinds'. */
export function rhythmOf(
  belongs: Belongs,
  own: { days: number | null } | null,
  rhythms: Rhythms,
): OwnRhythm | null {
  if (own !== null) return own.days === null ? null : { days: own.days, group: null };
  const each = groupsOf(belongs).flatMap((group) => {
    const { days } = rhythms[group];
    return days === null ? [] : [{ days, group }];
  });
  return each.toSorted((a, b) => a.days - b.days)[0] ?? null;
}

/** What an account's reviews are worked out from. */
export interface Reviewed {
  id: string;
  kind: string | null;
  tier: Tier | null;
  /** Since when it has this tier; null: none was said. */
  tierSince: Day | null;
  /** At a proposal they were promised that we come back each quarter. */
  promisedOn: Day | null;
  /** The last review that was held. */
  last: Day | null;
  /** A client since then, or else known since then. */
  since: Day;
}

/** Every so many days: a quarter where it was promised, or sooner where their tier says so; null: no reviews are held with them. */
export function reviewDaysOf({ kind, tier, promisedOn }: Reviewed, rhythms: Rhythms): number | null {
  if (kind !== "client") return null;
  const byTier = rhythms[clientOf(tier)].reviewDays;
  if (promisedOn === null) return byTier;
  return byTier === null ? QUARTER : Math.min(byTier, QUARTER);
}

/**
 * The last one held and the interval, or else the promise and the interval; moved by days off as a touch is. Where there is neither,
 * at their place in the first interval, so that a hundred clients that get a tier on one day do not come at once.
 */
export function nextReview(
  { id, last, promisedOn, tierSince, since }: Reviewed,
  days: number,
  calendar: WorkCalendar,
): Day {
  const from = last ?? promisedOn ?? addDays(firstTouch(tierSince ?? since, days, id), -days);
  return nextTouch(from, days, id, calendar);
}

/** Every so many days each contact of an account answers a report card; null: none of its kind does. */
export function cardDays(
  account: { kind: string | null; tier: Tier | null },
  rhythms: Rhythms,
): number | null {
  const [group] = groupsOf({
    accountKind: account.kind,
    tier: account.tier,
    isSource: false,
    isFriend: false,
  });
  return group === undefined ? null : rhythms[group].cardDays;
}

/**
 * Whether the monthly letter is for somebody by their rhythm: one of their kinds gets it, and they are not left to come by
 * themselves. Whether they agreed to it is asked elsewhere.
 */
export function getsLetters(
  belongs: Belongs,
  own: { days: number | null } | null,
  rhythms: Rhythms,
): boolean {
  return own?.days !== null && groupsOf(belongs).some((group) => rhythms[group].getsLetters);
}

/** Over so many workdays is spread what falls on days off. */
const SPREAD_WORKDAYS = 5;
/** No later than that many days after the first workday. */
const SPREAD_DAYS = 7;

/**
 * The last real one plus the interval, moved only by days off. What falls on a day off does not all fall on the next Monday: each
 * person keeps their place in the workdays that follow, by their id.
 */
export function nextTouch(last: Day, days: number, personId: string, calendar: WorkCalendar): Day {
  const places = placesAt(addDays(last, days), calendar);
  return places[placeOf(personId) % places.length] as Day;
}

// A whole company's clocks strike on a few hundred days: what a calendar makes of one is worked out once, as long as it is at hand.
const placesOn = new WeakMap<WorkCalendar, Map<Day, readonly Day[]>>();

function placesAt(due: Day, calendar: WorkCalendar): readonly Day[] {
  const known = placesOn.get(calendar) ?? new Map<Day, readonly Day[]>();
  if (known.size === 0) placesOn.set(calendar, known);
  const found = known.get(due) ?? spreadFrom(due, calendar);
  known.set(due, found);
  return found;
}

/** The workdays over which is spread what falls on that day: itself, where it is one. */
function spreadFrom(due: Day, calendar: WorkCalendar): Day[] {
  if (isWorkday(due, calendar)) return [due];
  const first = workdayAfter(due, calendar);
  const days = [first];
  while (days.length < SPREAD_WORKDAYS) {
    const next = workdayAfter(days.at(-1) as Day, calendar);
    if (daysBetween(first, next) > SPREAD_DAYS) break;
    days.push(next);
  }
  return days;
}

/** The random end of an id: the same on the server, in the browser and in SQL (touch-list-reader.ts). */
export function placeOf(personId: string): number {
  return Number.parseInt(personId.slice(-7), 16);
}

/** Where nobody ever had a word with them: within their first interval, each at their place in it, so that a file of a thousand does not come due at once. */
export function firstTouch(since: Day, days: number, personId: string): Day {
  return addDays(since, 1 + (placeOf(personId) % days));
}

/** So many workdays it is suggested; then it waits for its next turn, and does not pile up. */
export const STAYS_WORKDAYS = 10;

export interface Turn {
  /** The day on which it came, or comes, due. */
  due: Day;
  /** coming: not yet. due: it is suggested. over: it was let go this time, and comes again; they still have not heard from us. */
  state: "coming" | "due" | "over";
  /** Over: when it comes again. */
  again: Day | null;
}

/**
 * Where the clock stands today: `due` is when the next touch was first due, whatever was let go since; what was let go comes again
 * after another interval.
 */
export function turnOf(
  { from, days }: { from: Day; days: number },
  personId: string,
  calendar: WorkCalendar,
  today: Day,
): Turn {
  const at = (turn: number) => nextTouch(from, days * turn, personId, calendar);
  const due = at(1);
  if (today < due) return { due, state: "coming", again: null };
  // By days alone, and then looked at around it: days off move a turn by some days.
  const passed = Math.max(1, Math.floor(daysBetween(from, today) / days));
  for (const turn of [passed, passed - 1]) {
    if (turn < 1) continue;
    const came = at(turn);
    if (came <= today && today <= lastDayOf(came, calendar)) return { due, state: "due", again: null };
  }
  const again = at(passed) > today ? at(passed) : at(passed + 1);
  return { due, state: "over", again };
}

function lastDayOf(came: Day, calendar: WorkCalendar): Day {
  let day = workdayOnOrAfter(came, calendar);
  for (let more = 1; more < STAYS_WORKDAYS; more++) day = workdayAfter(day, calendar);
  return day;
}

/** So many a day are suggested at most, and done ones are not replaced. */
export const AT_MOST_A_DAY = 3;

/** The shorter the rhythm the sooner, then who has waited longest. */
export function chooseForToday<T extends { id: string; days: number; due: Day; state: Turn["state"] }>(
  waiting: readonly T[],
  doneToday: number,
): T[] {
  return waiting
    .filter(({ state }) => state === "due")
    .toSorted((a, b) => a.days - b.days || a.due.localeCompare(b.due) || a.id.localeCompare(b.id))
    .slice(0, Math.max(0, AT_MOST_A_DAY - doneToday));
}

export const WHY_PAUSED = ["later", "bad-time", "nothing-to-say", "peace", "other"] as const;
export type WhyPaused = (typeof WHY_PAUSED)[number];
export const WHY_PAUSED_WORDS: Record<WhyPaused, string> = {
  later: "not now",
  "bad-time": "a bad time for them",
  "nothing-to-say": "nothing worth saying yet",
  peace: "wants to be left in peace",
  other: "another reason",
};
const LONGEST_PAUSE_DAYS = 730;

/** `until` is the first day on which they come up again. Throws Problem invalid. */
export function checkPause(until: Day, today: Day): void {
  if (until <= today) throw invalid("name a day to come", "untilDay");
  if (until > addDays(today, LONGEST_PAUSE_DAYS))
    throw invalid("at most two years; give them a rhythm of their own instead", "untilDay");
}
