import { createEmptyCard, fsrs, Rating, type Card, type Grade } from "ts-fsrs";
import { addDays, daysBetween, epochOf, type Day } from "#lib/kernel/days.ts";

/** One rehearsal of a skill: on which day, and which share of the rubric's points was kept. */
export interface Practised {
  skill: string;
  day: Day;
  share: number;
}

/** How much of a skill is left, by what was rehearsed. */
export interface Rust {
  skill: string;
  /** How often it was rehearsed. */
  n: number;
  last: Day;
  /** From this day on it should be rehearsed again. */
  due: Day;
  /** The chance, from 0 to 1, that it would come off today. */
  retrievability: number;
}

export interface Offer {
  skill: string;
  /** rusty: it is due, and the least of it is left. waited: it has been due for long. new: it was never rehearsed. */
  why: "rusty" | "waited" | "new";
  /** When it was rehearsed last; null: never. */
  last: Day | null;
}

/** What practice makes permanent is asked for again after two months at the latest. */
export const LONGEST_REST_DAYS = 60;
/** A skill that was due for so long goes before rustier ones: otherwise one that fails again and again would keep it away. */
export const LONGEST_WAIT_DAYS = 14;
/** So often a skill comes in that was never rehearsed, whatever else is due. */
export const NEW_EVERY_DAYS = 7;

// The days after which something is forgotten: FSRS-6 with its default parameters, without fuzz, so that the same scores always
// give the same days, and without steps within a day, as there is one session a day.
// J. Ye, J. Su, Y. Cao, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling", KDD 2022.
const memory = fsrs({
  enable_fuzz: false,
  enable_short_term: false,
  request_retention: 0.9,
  maximum_interval: LONGEST_REST_DAYS,
});

/** How it went, from the share of the points that was kept. */
export function ratingOf(share: number): Grade {
  if (share < 0.5) return Rating.Again;
  if (share < 0.75) return Rating.Hard;
  return share < 0.95 ? Rating.Good : Rating.Easy;
}

/** The state of each skill that was ever rehearsed, worked out by replaying all of it. `practised` in the order of its days. */
export function rustOf(practised: readonly Practised[], today: Day): Map<string, Rust> {
  const bySkill = Map.groupBy(practised, ({ skill }) => skill);
  return new Map([...bySkill].map(([skill, own]) => [skill, rustOfOne(skill, own, today)]));
}

/** The skills that are due, the first to be offered first; `skills` in the library's order. Never rehearsed ones are not among them. */
export function dueOf(
  skills: readonly string[],
  rusts: ReadonlyMap<string, Rust>,
  today: Day,
): { rust: Rust; waited: boolean }[] {
  const due = skills.flatMap((skill) => {
    const rust = rusts.get(skill);
    return rust !== undefined && rust.due <= today
      ? [{ rust, waited: daysBetween(rust.due, today) >= LONGEST_WAIT_DAYS }]
      : [];
  });
  return due.toSorted(
    (a, b) =>
      Number(b.waited) - Number(a.waited) ||
      (a.waited ? daysBetween(b.rust.due, a.rust.due) : a.rust.retrievability - b.rust.retrievability),
  );
}

/**
 * The one session of five minutes that is offered on this day, or null: when something was rehearsed today, it was put off, it is
 * a day off, or nothing is due.
 */
export function offerOn(
  today: Day,
  known: { skills: readonly string[]; practised: readonly Practised[]; isDayOff: boolean; isPutOff: boolean },
): Offer | null {
  const { skills, practised, isDayOff, isPutOff } = known;
  if (isDayOff || isPutOff || practised.some(({ day }) => day === today)) return null;
  const rusts = rustOf(practised, today);
  const fresh = skills.find((skill) => !rusts.has(skill));
  const [first] = dueOf(skills, rusts, today);
  if (fresh !== undefined && (first === undefined || newIsDue(practised, today)))
    return { skill: fresh, why: "new", last: null };
  if (first === undefined) return null;
  const { rust, waited } = first;
  return { skill: rust.skill, why: waited ? "waited" : "rusty", last: rust.last };
}

/** Of one skill's scenarios the one rehearsed least often, the first of those. */
export function scenarioToRehearse<S extends { key: string }>(
  scenarios: readonly S[],
  practised: readonly { scenario: string }[],
): S | null {
  const often = Map.groupBy(practised, ({ scenario }) => scenario);
  const times = (scenario: S) => often.get(scenario.key)?.length ?? 0;
  return scenarios.toSorted((a, b) => times(a) - times(b))[0] ?? null;
}

function rustOfOne(skill: string, own: readonly Practised[], today: Day): Rust {
  let card: Card | null = null;
  let due = today;
  for (const { day, share } of own) {
    card = memory.next(card ?? createEmptyCard(dateOf(day)), dateOf(day), ratingOf(share)).card;
    due = addDays(day, Math.min(card.scheduled_days, LONGEST_REST_DAYS));
  }
  const last = own.at(-1);
  if (card === null || last === undefined) throw new RangeError(`${skill} was never rehearsed`);
  const retrievability = memory.get_retrievability(card, dateOf(today), false);
  return { skill, n: own.length, last: last.day, due, retrievability };
}

/** Whether it is long enough since a skill was rehearsed for the first time. */
function newIsDue(practised: readonly Practised[], today: Day): boolean {
  const firsts = new Map<string, Day>();
  for (const { skill, day } of practised) if (!firsts.has(skill)) firsts.set(skill, day);
  return [...firsts.values()].every((day) => daysBetween(day, today) >= NEW_EVERY_DAYS);
}

function dateOf(day: Day): Date {
  return new Date(epochOf(day) * 86_400_000);
}
