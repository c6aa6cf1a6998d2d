import type { Uniform } from "#lib/kernel/random.ts";
import type { Turn } from "./turns.ts";

/** Which of the past weeks stands for which of the coming ones in a round; from 0 to 1, the latest first. */
export interface DrawnWeeks {
  /** Weeks drawn anew from the past ones: for a round the pace is not surely what it was. */
  past: readonly number[];
  coming: readonly number[];
  turn: Turn | null;
  /**
   * Turns of a year and more have the chance of their weeks in them; those of less overlap so much that they are too much alike, and weeks are
   * drawn besides.
   */
  hasYear: boolean;
}

/** The same weeks for all: they share holidays, fairs and bad months, and a team's good weeks would else seem to make up for each other. */
export function drawWeeks(
  uniform: Uniform,
  weeks: number,
  longest: number,
): Pick<DrawnWeeks, "past" | "coming"> {
  return {
    past: Array.from({ length: longest }, () => uniform()),
    coming: Array.from({ length: weeks }, () => uniform()),
  };
}

/** A goal, which is one number, is taken as it is. */
export function asksIn(pace: readonly number[], drawn: DrawnWeeks, week: number): number {
  const { turn } = drawn;
  if (turn === null || pace.length < 2) return inWeek(pace, drawn, week);
  return (drawn.hasYear ? meanOf(pace) : inWeek(pace, drawn, week)) * turn[week]!;
}

/** What comes unasked is of weeks drawn by themselves, and in a quiet turn less comes of it as well. */
export function inflowIn(inflow: readonly number[], drawn: DrawnWeeks, week: number): number {
  return inWeek(inflow, drawn, week) * (drawn.turn?.[week] ?? 1);
}

function inWeek(past: readonly number[], drawn: DrawnWeeks, week: number): number {
  const { length } = past;
  if (length < 2) return past[0] ?? 0;
  const at = drawn.past[Math.floor(drawn.coming[week]! * length)]!;
  return past[Math.floor(at * length)]!;
}

function meanOf(pace: readonly number[]): number {
  return pace.reduce((total, asks) => total + asks, 0) / pace.length;
}
