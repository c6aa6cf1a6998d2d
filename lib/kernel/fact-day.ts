import { isDay, type Day } from "./days.ts";
import { invalid } from "./problem.ts";

export const FIRST_FACT_DAY = "2000-01-01";

/**
 * The day of something that happened: today when none is said, otherwise any past day since 2000. Throws Problem invalid
 * naming `field` for a day to come or one too long ago.
 */
export function factDay(day: Day | null | undefined, today: Day, field = "day"): Day {
  if (day === null || day === undefined) return today;
  if (!isDay(day)) throw invalid("write the day as YYYY-MM-DD", field);
  if (day > today) throw invalid("this day is still to come; write down what has happened", field);
  if (day < FIRST_FACT_DAY) throw invalid(`days before ${FIRST_FACT_DAY} are not counted`, field);
  return day;
}
