import { counted } from "#lib/web/words.ts";
import { FEWEST_PROMISED, type Board, type BoardKind } from "../board.ts";
import type { Tier } from "../tier.ts";

export const BOARD_NAMES: Record<BoardKind, string> = {
  asks: "People asked",
  introductions: "Introductions received",
  "loops-closed": "Loops closed",
  "promises-kept": "Promises kept",
  "most-improved": "Most improved",
  tiers: "Tiers",
};

export const BOARD_HINTS: Record<Board, string> = {
  asks: "Each person once a week.",
  introductions: "Of level 1 and more, on the day each arrived.",
  "loops-closed": "A source was told what came of their introduction.",
  "promises-kept": "The share of their promises that each kept, not how many. A week away counts as neither.",
};

export const TIER_WORDS: Record<Tier, string> = {
  "half-way": "half of the goal",
  goal: "the goal",
  beyond: "half as much again",
};

/** "1.5 a week": for each five workdays there. */
export function perWeekText(perWeek: number | null): string {
  return perWeek === null ? "–" : `${oneDecimal(perWeek)} a week`;
}

/** "71 %"; of a few promises it is too early to say. */
export function shareText({ count, of }: { count: number; of: number }): string {
  return of < FEWEST_PROMISED ? `of ${of}: too early` : `${Math.round((100 * count) / of)}\u00a0%`;
}

/** "12", "9 of 11". */
export function countText({ count, of }: { count: number; of: number | null }): string {
  return of === null ? String(count) : `${count} of ${of}`;
}

/** "1st", "2nd, shared". */
export function placeText(place: number, shared: boolean): string {
  const ending = place === 1 ? "st" : place === 2 ? "nd" : place === 3 ? "rd" : "th";
  return `${place}${ending}${shared ? ", shared" : ""}`;
}

/** How all of them do now, beside the periods before: in words, as far as there is anything to compare. */
export function pastText(
  past: readonly { count: number; of: number | null; workdays: number; perWeek: number | null }[],
): string | null {
  const now = past.at(-1);
  const before = past.slice(0, -1).filter(({ workdays, of }) => workdays > 0 && of !== 0);
  const days = before.reduce((sum, { workdays }) => sum + workdays, 0);
  if (now === undefined || now.perWeek === null || days === 0) return null;
  if (now.of !== null) {
    if (now.of === 0) return null;
    const [kept, of] = [
      before.reduce((sum, { count }) => sum + count, 0),
      before.reduce((sum, each) => sum + (each.of ?? 0), 0),
    ];
    return `Together ${countText(now)}; ${kept} of ${of} in the ${counted(before.length, "period", "periods")} before.`;
  }
  const then = (before.reduce((sum, { count }) => sum + count, 0) * 5) / days;
  return `Together ${oneDecimal(now.perWeek)} for each week of one rep there; ${oneDecimal(then)} in the ${counted(before.length, "period", "periods")} before.`;
}

function oneDecimal(value: number): string {
  return (Math.round(value * 10) / 10).toLocaleString("en-GB");
}
