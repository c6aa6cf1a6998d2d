import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { capital, counted, inWords } from "#lib/web/words.ts";
import type { Counted } from "#commitments/promise.ts";
import { promiseText } from "#commitments/promise-words.ts";
import { callName } from "#people/call-name.ts";
import type { CommitmentState } from "../carried.ts";
import type { Side } from "../comfort.ts";
import type { Due, Standing } from "../one-on-one.ts";
import { WEEKS_BEFORE, type Than } from "../own-past.ts";
import type { KpiView } from "../coaching-page-view.ts";
import type { CoachedView, DueMemberView, OneOnOneView } from "../one-on-one-view.ts";

/** "due today", "agreed for Fri 20 Nov", "was due on Fri 13 Nov", "next on Mon 30 Nov" */
export function dueText({ standing, on, agreed }: Due, today: Day): string {
  if (on === null) return "never met yet";
  const day = on === today ? "today" : shortDay(on, today);
  if (agreed) return standing === "late" ? `was agreed for ${day}` : `agreed for ${day}`;
  if (standing === "late") return `was due on ${day}`;
  if (standing === "ahead") return `next on ${day}`;
  return on === today ? "due today" : `due on ${day}`;
}

export const DUE_TONES: Record<Standing, "good" | "due" | "late" | "quiet"> = {
  first: "due",
  "this-week": "due",
  late: "late",
  ahead: "quiet",
};

/** "Every week", "Every other week", "Every 4 weeks" */
export function rhythmText(everyWeeks: number): string {
  if (everyWeeks === 1) return "Every week";
  return everyWeeks === 2 ? "Every other week" : `Every ${everyWeeks} weeks`;
}

/** The heading of whoever coaches: "Three of eight are due for a 1:1". */
export function peopleHeading({ due, of }: { due: number; of: number }): string {
  if (of === 0) return "Nobody to coach yet";
  if (due === 0) return "Nobody is due for a 1:1 this week";
  if (due === of && due > 1) return `${due === 2 ? "Both" : `All ${inWords(due)}`} are due for a 1:1`;
  const among = of === 1 ? "" : ` of ${inWords(of)}`;
  return `${capital(inWords(due))}${among} ${due === 1 ? "is" : "are"} due for a 1:1`;
}

/** The heading of a leader: "11 of 16 people were coached in the last four weeks". */
export function coachedHeading({ coached, rate }: Pick<CoachedView, "coached" | "rate">, weeks = 4): string {
  if (rate.n === 0) return "Nobody to coach yet";
  const back = `${inWords(weeks)} weeks`;
  if (coached === 0) return `None of ${counted(rate.n, "person", "people")} was coached in ${back}`;
  if (coached === rate.n) return `Everybody was coached in the last ${back}`;
  return `${coached} of ${rate.n} people were coached in the last ${back}`;
}

/** The heading of somebody who is coached: "Your 1:1 with Petra is due on Fri 20 Nov". */
export function mineHeading({ coachName, due }: DueMemberView, today: Day): string {
  const coach = callName(coachName ?? "");
  if (due.standing === "first") return `You and ${coach} have not had a 1:1 yet`;
  const said = dueText(due, today);
  return `Your 1:1 with ${coach} ${/^(due|was)/.test(said) ? said.replace(/^due/, "is due") : `is ${said}`}`;
}

/** The heading of the page of a pair. */
export function pageHeading(name: string, isOwn: boolean): string {
  return isOwn ? "Your 1:1" : `1:1 with ${name}`;
}

/** Only what is known: "Technique is in the way; too early on comfort". */
export function holdsTitle({ comfort, technique }: Record<"comfort" | "technique", Side>): string {
  return TITLES[`${comfort} ${technique}`];
}

/** Of comfort first, then of technique. */
const TITLES: Record<`${Side} ${Side}`, string> = {
  "holds holds": "Comfort first, and technique too",
  "holds not": "Comfort, not technique",
  "holds leans": "Comfort; it leans to technique, too",
  "holds too-early": "Comfort; too early on technique",
  "not holds": "Technique, not comfort",
  "leans holds": "Technique; it leans to comfort, too",
  "too-early holds": "Technique; too early on comfort",
  "leans leans": "It leans to comfort, and to technique",
  "leans not": "It leans to comfort, not technique",
  "leans too-early": "It leans to comfort; too early on technique",
  "not leans": "It leans to technique, not comfort",
  "too-early leans": "It leans to technique; too early on comfort",
  "not not": "Neither comfort nor technique is in the way",
  "not too-early": "Comfort is not in the way; too early on technique",
  "too-early not": "Technique is not in the way; too early on comfort",
  "too-early too-early": "Too early to tell comfort from technique",
};

export const THAN_WORDS: Record<Than, string> = {
  more: "more than usual",
  fewer: "fewer than usual",
  alike: "as usual",
  "too-early": "too early to say",
};

/** "2.5 a week over 13 weeks" */
export function averageText({ average, weeks }: Pick<KpiView, "average" | "weeks">): string {
  if (average === null) return "no weeks before";
  return `${weeklyText(average)} over ${weeks === 1 ? "one week" : `${weeks} weeks`}`;
}

/** The same where it is said above how many weeks there are: "2.5 a week". */
export function shortAverageText(kpi: Pick<KpiView, "average" | "weeks">): string {
  return kpi.average === null || kpi.weeks !== WEEKS_BEFORE ? averageText(kpi) : weeklyText(kpi.average);
}

function weeklyText(average: number): string {
  return `${(Math.round(10 * average) / 10).toLocaleString("en-GB")} a week`;
}

/** "Ask 4 people" */
export function numberText({ measure, count }: { measure: Counted; count: number }): string {
  return promiseText({ kind: "count", measure, count, personName: null, words: null, duty: null });
}

export const STATE_TEXTS: Record<CommitmentState, string> = {
  kept: "kept",
  missed: "missed",
  open: "open",
  neither: "fell away",
  untold: "not said yet",
};

/** What was agreed on in one line: "Take a no · Ask 4 people". */
export function agreedText(
  { skill, number }: Pick<OneOnOneView, "skill" | "number">,
  nameOf: (skill: string) => string,
): string {
  const parts = [skill === null ? null : nameOf(skill), number === null ? null : numberText(number)];
  return parts.filter((part) => part !== null).join(" · ");
}

/** "on 6 November", "never" */
export function lastText(lastOn: Day | null, today: Day): string {
  return lastOn === null ? "never" : dayText(lastOn, today);
}
