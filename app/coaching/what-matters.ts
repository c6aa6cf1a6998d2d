import type { Holding } from "./comfort.ts";
import type { Than } from "./own-past.ts";

/** What a coach reads of somebody before all else, the first that holds in this order: what others wait for before numbers. */
export const MATTERS = [
  "late-words",
  "promises-missed",
  "comfort",
  "technique",
  "fewer-asks",
  "under-goal",
  "leans-to-comfort",
  "leans-to-technique",
  "practice-missed",
  "nothing-promised",
  "more-asks",
  "all-kept",
  "steady",
] as const;
export type Matter = (typeof MATTERS)[number];

/** `count` of `of`, where the line has numbers. */
export interface WhatMatters {
  matter: Matter;
  count: number;
  of: number;
}

export interface MattersOf {
  /** Words owed to sources that are late, and of these those whose time ended in the last four weeks. */
  lateWords: { all: number; recent: number };
  /** Of the last whole weeks. */
  promises: { kept: number; missed: number };
  promisedThisWeek: boolean;
  /** Who is away this week promises nothing. */
  away: boolean;
  holding: Pick<Holding, "holds" | "comfort" | "technique">;
  notMade: { count: number; of: number };
  without: { count: number; of: number };
  /** People asked in the last whole weeks. */
  asked: { count: number; usual: number | null; than: Than };
  introductions: { count: number; goal: number | null };
  /** Weeks in which practice was required and is over. */
  practice: { kept: number; missed: number };
}

/** Fewer promises say little of somebody. */
const ENOUGH_PROMISES = 3;
const ENOUGH_MISSED_WEEKS = 2;

export function whatMatters(of: MattersOf): WhatMatters {
  const { lateWords, promises, notMade, without, asked, introductions, practice } = of;
  const promised = promises.kept + promises.missed;
  const required = practice.kept + practice.missed;
  const { holds, comfort, technique } = of.holding;
  if (lateWords.recent > 0) return line("late-words", lateWords.recent, lateWords.all);
  if (promised >= ENOUGH_PROMISES && 2 * promises.kept < promised)
    return line("promises-missed", promises.kept, promised);
  if (holds === "comfort") return line("comfort", notMade.count, notMade.of);
  if (holds === "technique") return line("technique", without.count, without.of);
  if (asked.than === "fewer") return line("fewer-asks", asked.count, rounded(asked.usual));
  if (introductions.goal !== null && introductions.count < introductions.goal / 2)
    return line("under-goal", introductions.count, rounded(introductions.goal));
  if (comfort === "leans") return line("leans-to-comfort", notMade.count, notMade.of);
  if (technique === "leans") return line("leans-to-technique", without.count, without.of);
  if (practice.missed >= ENOUGH_MISSED_WEEKS && practice.missed > practice.kept)
    return line("practice-missed", practice.missed, required);
  if (!of.promisedThisWeek && !of.away) return line("nothing-promised");
  if (asked.than === "more") return line("more-asks", asked.count, rounded(asked.usual));
  if (promised >= ENOUGH_PROMISES && promises.missed === 0) return line("all-kept", promises.kept, promised);
  return line("steady", promises.kept, promised);
}

/** "3 loops with sources are overdue" */
export function mattersText({ matter, count, of }: WhatMatters): string {
  return TEXTS[matter](count, of);
}

const TEXTS: Record<Matter, (count: number, of: number) => string> = {
  "late-words": lateText,
  "promises-missed": promisesText,
  comfort: (count, of) => `Comfort: ${count} of ${of} plans were not made into asks`,
  technique: (count, of) => `Technique: ${count} of ${of} asks brought no introduction`,
  "fewer-asks": (count, of) => `${people(count)} asked in four weeks, usually ${of}`,
  "under-goal": (count, of) => `${introductionsText(count)} in four weeks, the goal is ${of}`,
  "leans-to-comfort": (count, of) => `Leans to comfort: ${count} of ${of} plans were not made, few yet`,
  "leans-to-technique": (count, of) => `Leans to technique: ${count} of ${of} asks brought nothing, few yet`,
  "practice-missed": (count, of) => `Practice missed in ${count} of ${of} weeks`,
  "nothing-promised": () => "Nothing promised for this week",
  "more-asks": (count, of) => `${people(count)} asked in four weeks, usually ${of}: ask what changed`,
  "all-kept": (_, of) => `All ${of} promises kept in four weeks: praise it`,
  steady: (count, of) => (of === 0 ? "Nothing stands out" : promisesText(count, of)),
};

/** All that are late, as on the page of the 1:1; what fell due lately is why it stands first. */
function lateText(recent: number, all: number): string {
  const late = all === 1 ? "A loop with a source is overdue" : `${all} loops with sources are overdue`;
  return recent === all ? late : `${late}, ${recent} of them fell due in four weeks`;
}

function promisesText(count: number, of: number): string {
  return `${count} of ${of} promises kept in four weeks`;
}

function line(matter: Matter, count = 0, of = 0): WhatMatters {
  return { matter, count, of };
}

function rounded(count: number | null): number {
  return Math.round(count ?? 0);
}

function people(count: number): string {
  return count === 0 ? "Nobody" : `${count} ${count === 1 ? "person" : "people"}`;
}

function introductionsText(count: number): string {
  return count === 0 ? "No introduction" : `${count} ${count === 1 ? "introduction" : "introductions"}`;
}
