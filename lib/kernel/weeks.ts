import { addDays, type Day, dayOfEpoch, epochOf, weekdayOfEpoch } from "./days.ts";

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The first day of the week that holds `day`: the name of a week everywhere. */
export function weekOf(day: Day, firstDay: Weekday): Day {
  return dayOfEpoch(weekOfEpoch(epochOf(day), firstDay));
}

/** `week` is the first day of a week; so is the answer. */
export function nextWeek(week: Day): Day {
  return addDays(week, 7);
}

/** The day that decides to which month and year a week belongs: the Thursday of a Monday week. */
export function fourthDay(week: Day): Day {
  return addDays(week, 3);
}

/** weekOf in days since 1970-01-01. */
export function weekOfEpoch(epoch: number, firstDay: Weekday): number {
  return epoch - ((weekdayOfEpoch(epoch) - firstDay + 7) % 7);
}
