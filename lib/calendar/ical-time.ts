import type ICAL from "ical.js";
import type { Day } from "#lib/kernel/days.ts";

export function dayOf(at: { year: number; month: number; day: number }): Day {
  return `${padded(at.year, 4)}-${padded(at.month, 2)}-${padded(at.day, 2)}`;
}

/** "HH:MM", as it stands there. */
export function timeOf(at: ICAL.Time): string {
  return `${padded(at.hour, 2)}:${padded(at.minute, 2)}`;
}

/** A text property without the blanks around it; empty where there is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
