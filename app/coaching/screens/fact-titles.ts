import { capital, counted, inWords } from "#lib/web/words.ts";
import type { CoachingPageView } from "../coaching-page-view.ts";

/** "7 of 9 promises kept in four weeks" */
export function promisesTitle(weeks: CoachingPageView["promises"]): string {
  const whole = weeks.slice(0, -1);
  const sum = (which: "kept" | "missed") => whole.reduce((all, { tally }) => all + tally[which], 0);
  const of = sum("kept") + sum("missed");
  if (of === 0) return "Nothing was promised in four weeks";
  if (sum("missed") === 0) return of === 1 ? "One promise, kept" : `All ${of} promises kept in four weeks`;
  return `${sum("kept")} of ${of} promises kept in four weeks`;
}

/** What was missed in the whole weeks, the latest first. */
export function missedLately(weeks: CoachingPageView["promises"]) {
  return weeks
    .slice(0, -1)
    .flatMap(({ week, promises }) =>
      promises.filter(({ state }) => state === "missed").map((line) => ({ week, line })),
    )
    .toReversed();
}

/** "Three were planned and not asked" */
export function notAskedTitle({ unasked, planned }: Pick<CoachingPageView, "unasked" | "planned">): string {
  if (planned === 0) return "Nobody was planned to be asked in four weeks";
  if (unasked.length === 0) return "Whoever was planned was asked";
  return `${capital(inWords(unasked.length))} ${unasked.length === 1 ? "was" : "were"} planned and not asked`;
}

/** "Two loops with sources are overdue" */
export function owedTitle({ late, open, introduced }: CoachingPageView["owed"]): string {
  if (late.length === 1) return "One loop with a source is overdue";
  if (late.length > 1) return `${capital(inWords(late.length))} loops with sources are overdue`;
  if (open > 0) return "No loop with a source is overdue";
  return introduced ? "Every source has heard" : "No source has introduced anybody yet";
}

/** "Practice kept in five of six weeks" */
export function practiceTitle(weeks: CoachingPageView["practice"]["weeks"]): string {
  const over = weeks.slice(0, -1).filter(({ state }) => state === "kept" || state === "missed");
  const kept = over.filter(({ state }) => state === "kept").length;
  const now = weeks.at(-1);
  const thisWeek =
    now === undefined || now.required === 0 ? "" : `; ${now.held} of ${now.required} this week`;
  if (over.length === 0) return `No week of practice is over yet${thisWeek}`;
  return `Practice kept in ${kept === 0 ? "none" : inWords(kept)} of ${counted(over.length, "week", "weeks")}${thisWeek}`;
}

/** "36 sources bear half of them, most of all", "Two sources bear half of them:"; so many are named after it. */
export function bearingText({ carrying }: CoachingPageView["load"], named: number): string {
  const bear = capital(counted(carrying.length, "source bears", "sources bear"));
  return `${bear} half of them${carrying.length > named ? ", most of all" : ":"}`;
}

/** "14 asks at nine sources" */
export function sourcesTitle({ asks, sources }: CoachingPageView["load"]): string {
  if (asks === 0) return "No source was asked";
  return `${asks} ${asks === 1 ? "ask" : "asks"} at ${counted(sources, "source", "sources")}`;
}
