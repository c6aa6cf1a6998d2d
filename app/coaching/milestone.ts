import type { Day } from "#lib/kernel/days.ts";
import { streakOf, type WeekTold } from "#commitments/streak.ts";

/** What comes once, or seldom enough to stop for. */
export const MILESTONES = [
  "first-ask",
  "ask-after-silence",
  "first-introduction",
  "chain-of-three",
  "first-deal",
  "first-introduction-given",
  "first-review",
  "ten-weeks-told",
] as const;
export type MilestoneKind = (typeof MILESTONES)[number];

export interface Milestone {
  memberId: string;
  kind: MilestoneKind;
  /** Of the fact. */
  day: Day;
  /** The line of the journal that it stands on; taken back, the milestone was never there. */
  factId: string;
  /** After how many weeks of silence; null where nothing is counted. */
  weeks: number | null;
}

/** Of what comes first the first is told, by what is counted for the member. */
export const FIRST_OF = {
  "people-asked": "first-ask",
  "referrals-received": "first-introduction",
  "deals-closed": "first-deal",
  "referrals-given": "first-introduction-given",
} as const satisfies Record<string, MilestoneKind>;

/** So many workdays without an ask are a silence: four weeks of five days on which somebody was there. */
export const SILENT_WORKDAYS = 20;
export const WEEKS_IN_A_ROW = 10;

export interface AskDay {
  day: Day;
  factId: string;
}

/**
 * The asks that ended a silence. `before`: the day of the ask before the first of these, null where there is none: a first ask ends
 * no silence. Absences, holidays and days off are no silence: `workdaysBetween` counts the days there, both ends left out.
 */
export function endsOfSilence(
  asks: readonly AskDay[],
  before: Day | null,
  workdaysBetween: (after: Day, until: Day) => number,
): (AskDay & { weeks: number })[] {
  const sorted = asks.toSorted((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.factId < b.factId ? -1 : 1,
  );
  return sorted.flatMap((ask, at) => {
    const last = at === 0 ? before : (sorted[at - 1]?.day ?? null);
    if (last === null || last === ask.day) return [];
    const silent = workdaysBetween(last, ask.day);
    return silent < SILENT_WORKDAYS ? [] : [{ ...ask, weeks: Math.floor(silent / 5) }];
  });
}

/** The weeks whose check-in made it ten in a row; weeks away neither add nor break (app/commitments/streak.ts). Of those asked about. */
export function tenthWeeks(weeks: readonly WeekTold[], isAsked: (week: Day) => boolean = () => true): Day[] {
  return weeks
    .filter(
      ({ week, told }) =>
        told && isAsked(week) && streakOf(weeks.filter((each) => each.week <= week)) === WEEKS_IN_A_ROW,
    )
    .map(({ week }) => week)
    .toSorted();
}

/** As it goes on after a name: "Mia asked again after six weeks". */
export function milestoneText({ kind, weeks }: Pick<Milestone, "kind" | "weeks">): string {
  return kind === "ask-after-silence" ? `asked again after ${weeks ?? 0} quiet weeks` : TEXTS[kind];
}

const TEXTS: Readonly<Record<Exclude<MilestoneKind, "ask-after-silence">, string>> = {
  "first-ask": "asked for an introduction for the first time",
  "first-introduction": "was introduced to somebody for the first time",
  "chain-of-three": "made it a chain of three introductions",
  "first-deal": "won a first deal through an introduction",
  "first-introduction-given": "introduced two people to each other for the first time",
  "first-review": "held a first account review",
  "ten-weeks-told": "told how the week went, ten weeks in a row",
};
