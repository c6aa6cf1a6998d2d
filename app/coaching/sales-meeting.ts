import { addDays, type Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import { mayManageTeam, type Rights } from "#team/member.ts";

/** The week's story, in the order in which it is told: what was promised before what was counted, and what comes last. */
export const PARTS = [
  "promises",
  "scoreboard",
  "best-ask",
  "introductions",
  "loops",
  "chain",
  "wins",
  "recognition",
  "skill",
  "next",
] as const;
export type Part = (typeof PARTS)[number];

/** How many minutes each part takes; 0 leaves it out. */
export type Minutes = Readonly<Record<Part, number>>;

export const DEFAULT_MINUTES: Minutes = {
  promises: 4,
  scoreboard: 3,
  "best-ask": 4,
  introductions: 3,
  loops: 2,
  chain: 2,
  wins: 2,
  recognition: 2,
  skill: 4,
  next: 4,
};

/** A meeting of which more is made keeps people from asking. */
export const MOST_MINUTES = 30;

/** What a meeting says even where there is nothing: who finds nothing under it promises something. Other parts are left out then. */
const ALWAYS: ReadonlySet<Part> = new Set(["promises", "scoreboard", "introductions", "skill", "next"]);

/** Whoever leads the team, and everybody in it. */
export function maySeeMeeting(actor: Rights, teamId: string): boolean {
  return mayManageTeam(actor, teamId) || actor.member.teamId === teamId;
}

/** Who says which ask was the best, what is rehearsed, how long a part takes, and that it was held. */
export function mayArrangeMeeting(actor: Rights, teamId: string): boolean {
  return mayManageTeam(actor, teamId);
}

/** The parts that a meeting has, in their order: those with something in them that were given time. */
export function partsShown(filled: ReadonlySet<Part>, minutes: Minutes): Part[] {
  return PARTS.filter((part) => minutes[part] > 0 && (filled.has(part) || ALWAYS.has(part)));
}

export function totalOf(minutes: Minutes, parts: readonly Part[] = PARTS): number {
  return parts.reduce((sum, part) => sum + minutes[part], 0);
}

/** Throws Problem invalid naming the part, or for a meeting that is too long. */
export function checkMinutes(minutes: Minutes): void {
  for (const part of PARTS) {
    const wanted = minutes[part];
    if (!Number.isInteger(wanted) || wanted < 0)
      throw invalid("say how many whole minutes; none leaves the part out", `minutes.${part}`);
  }
  if (minutes.promises === 0)
    throw invalid("the meeting opens with what was promised: give it a minute", "minutes.promises");
  const total = totalOf(minutes);
  if (total > MOST_MINUTES)
    throw invalid(`these are ${total} minutes: ${MOST_MINUTES} at most, take some away elsewhere`, "minutes");
}

/** The week that somebody means who names none: the last that is over. */
export function weekToTell(today: Day, firstDay: Weekday): Day {
  return addDays(weekOf(today, firstDay), -7);
}

/** The first day of the week of this day. Throws Problem invalid for one that has not begun. */
export function tellableWeek(day: Day, today: Day, firstDay: Weekday): Day {
  const week = weekOf(day, firstDay);
  if (week > today) throw invalid("this week has not begun: there is nothing to tell of it yet", "week");
  return week;
}

/** An ask as far as it is told in a meeting. */
export interface ToldAsk {
  askId: string;
  day: Day;
  /** Of the introductions that it brought in the week; null: none. */
  level: number | null;
  /** Whether what was said is written down. */
  hasWords: boolean;
}

/**
 * Those that may be told of as the best, the first first: by the highest level that they brought, then those whose words are known,
 * then the earlier. Level is the effort that the source made, so it says most of how they were asked.
 */
export function bestFirst<A extends ToldAsk>(asks: readonly A[]): A[] {
  return asks.toSorted(
    (a, b) =>
      (b.level ?? -1) - (a.level ?? -1) ||
      Number(b.hasWords) - Number(a.hasWords) ||
      (a.day < b.day ? -1 : a.day > b.day ? 1 : a.askId < b.askId ? -1 : 1),
  );
}

/** The one that is told of: the chosen one while it stands; else the first that brought an introduction. */
export function bestOf<A extends ToldAsk>(asks: readonly A[], chosenId: string | null): A | null {
  const chosen = asks.find(({ askId }) => askId === chosenId);
  return chosen ?? bestFirst(asks).find(({ level }) => level !== null) ?? null;
}

/** A line of introductions that grew in the week. */
export interface GrownChain {
  /** From the first source to whoever was introduced last. */
  people: { id: string; name: string }[];
  won: boolean;
  level: number;
  day: Day;
  referralId: string;
}

const FEWEST_IN_CHAIN = 3;

/** The longest; of those as long one that ended in a deal, then the higher level, then the later. Two people are no chain. */
export function chainOfWeek<C extends GrownChain>(chains: readonly C[]): C | null {
  const long = chains.filter(({ people }) => people.length >= FEWEST_IN_CHAIN);
  return (
    long.toSorted(
      (a, b) =>
        b.people.length - a.people.length ||
        Number(b.won) - Number(a.won) ||
        b.level - a.level ||
        (a.day > b.day ? -1 : a.day < b.day ? 1 : a.referralId > b.referralId ? -1 : 1),
    )[0] ?? null
  );
}

/** How a skill stands in a team: how many of its people have it due again, and how many never rehearsed it. */
export interface TeamRust {
  skill: string;
  due: number;
  never: number;
}

/** What a team rehearses together, where nothing holds it back: what most have due, else what most never rehearsed. */
export function rustiestOf(
  rusts: readonly TeamRust[],
): { skill: string; why: "due" | "never"; of: number } | null {
  const most = (count: (rust: TeamRust) => number) =>
    rusts.toSorted((a, b) => count(b) - count(a)).find((rust) => count(rust) > 0);
  const due = most((rust) => rust.due);
  if (due !== undefined) return { skill: due.skill, why: "due", of: due.due };
  const never = most((rust) => rust.never);
  return never === undefined ? null : { skill: never.skill, why: "never", of: never.never };
}
