import { daysBetween, type Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";

const LONGEST_WORDS = 2_000;

/** What a leader says comes first. Trims; throws Problem invalid naming the field. */
export function cleanStatement(
  said: { words: string; day: Day | undefined },
  today: Day,
): { words: string; day: Day } {
  const words = cleanText(said.words, LONGEST_WORDS, "words");
  if (words === null) throw invalid("say in your own words what comes first", "words");
  return { words, day: factDay(said.day, today) };
}

/** How old the statement was on a day that is not before it. */
export function ageOf({ day }: { day: Day }, on: Day): number {
  return Math.max(0, daysBetween(day, on));
}

/** To begin from: words that a leader makes their own. */
export const FIRST_WORDS =
  "Introductions are how we win clients. From today asking for them comes before every other way of finding business, and we plan, practise, measure and praise it first.";
