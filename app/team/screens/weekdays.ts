import type { Weekday } from "#lib/kernel/weeks.ts";
import { WEEKDAYS } from "../holiday.ts";
import { FIRST_DAYS } from "./settings-words.ts";

export type WeekdayText = `${Weekday}`;

/** From the day on which weeks begin here. */
export function weekdayOptions(firstDay: Weekday): { value: WeekdayText; label: string; spoken: string }[] {
  return WEEKDAYS.map((_, at) => {
    const value = `${(((firstDay - 1 + at) % 7) + 1) as Weekday}` as const;
    const spoken = FIRST_DAYS.find((each) => each.value === value)?.label ?? value;
    return { value, label: spoken.slice(0, 2), spoken };
  });
}

export function textsOf(workdays: readonly Weekday[]): WeekdayText[] {
  return workdays.map((each) => `${each}` as const);
}

export function weekdaysFrom(texts: readonly WeekdayText[]): Weekday[] {
  return texts.map(Number) as Weekday[];
}
