import { capital, counted, inWords } from "#lib/web/words.ts";
import type { CoachingPageView } from "../one-on-one-view.ts";

/** "7 of 9 promises kept in four weeks" */
export function promisesTitle(weeks: CoachingPageView["promises"]): string {
  const whole = weeks.slice(0, -1);
  const sum = (which: "kept" | "missed") => whole.reduce((all, { tally }) => all + tally[which], 0);
  const of = sum("kept") + sum("missed");
  if (of === 0) return "Nothing was promised in four weeks";
  if (sum("missed") === 0) return of === 1 ? "One promise, kept" : `All ${of} promises kept in four weeks`;
  return `${sum("kept")} of ${of} promises kept in four weeks`;
}

/** "Three were planned and not asked" */
export function notAskedTitle(unasked: CoachingPageView["unasked"]): string {
  if (unasked.length === 0) return "Whoever was planned was asked";
  return `${capital(inWords(unasked.length))} ${unasked.length === 1 ? "was" : "were"} planned and not asked`;
}

/** "Two words owed to sources are late" */
export function owedTitle({ late, open }: CoachingPageView["owed"]): string {
  if (late.length === 1) return "One word owed to a source is late";
  if (late.length > 1) return `${capital(inWords(late.length))} words owed to sources are late`;
  return open === 0 ? "Every source has heard" : "No word to a source is late";
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

/** "14 asks at nine sources" */
export function sourcesTitle({ asks, sources }: CoachingPageView["load"]): string {
  if (asks === 0) return "No source was asked";
  return `${asks} ${asks === 1 ? "ask" : "asks"} at ${counted(sources, "source", "sources")}`;
}
