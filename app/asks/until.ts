import { addDays, weekdayOf, type Day } from "#lib/kernel/days.ts";

/** Days on which to come back to a "not now", as people say them; never a Saturday or Sunday. */
export function untilProposals(today: Day): { label: string; day: Day }[] {
  return [
    { label: "In two weeks", day: workday(addDays(today, 14)) },
    { label: "In a month", day: workday(addDays(today, 30)) },
    { label: "In three months", day: workday(addDays(today, 91)) },
    { label: "In half a year", day: workday(addDays(today, 182)) },
  ];
}

function workday(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday < 6 ? day : addDays(day, 8 - weekday);
}
