import type { Rights } from "#team/member.ts";
import { mayLead } from "#team/member.ts";

/** What is counted side by side: what one does, and what comes of it at once. Never time on screens, never money. */
export const BOARDS = ["asks", "introductions", "loops-closed", "promises-kept"] as const;
export type Board = (typeof BOARDS)[number];

/** What a leader can switch off, each by itself. */
export const BOARD_KINDS = [...BOARDS, "most-improved", "tiers"] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

/** The numbers of the tally that a board shows; the other boards are read elsewhere. */
export const MEASURE_OF = { asks: "people-asked", introductions: "referrals-received" } as const;

/** In fewer than this many nobody is placed: everybody would know who is last. */
export const FEWEST_PLACED = 4;
/** Whoever was there on fewer days has no rate yet. */
export const FEWEST_WORKDAYS = 5;
/** Whoever promised less has no share yet: who keeps one of one would stand before who keeps nineteen of twenty. */
export const FEWEST_PROMISED = 5;
const MOST_PLACES = 3;
/** The unit in which a rate is said, whatever somebody's own week is. */
export const DAYS_OF_A_WEEK = 5;

export interface Done {
  memberId: string;
  count: number;
  /** Of how many, where it is a share of something: promises. */
  of: number | null;
  /** On which they were there. */
  workdays: number;
}

export interface Placed extends Done {
  /** For each five workdays there; null: there too few days, or it is a share. */
  perWeek: number | null;
  /** Those who share a place have the same one, and the next is left out for each of them. Null: nobody is told. */
  place: number | null;
}

/**
 * Places by what was done for each workday there, so that part-time and absence cost nobody a place, or by the share where it is one;
 * whoever did the same shares one. Only the first few are placed, half of them at most, and never all but one: nobody is last. In the order in which they stand;
 * those without a place come in the order they were given.
 */
export function placesOf(rows: readonly Done[]): Placed[] {
  const ranked = rows.filter(isRanked);
  const before = (row: Done) => ranked.filter((other) => isMore(other, row)).length;
  const places = new Map(ranked.map((row) => [row, before(row) + 1]));
  const last = rows.length < FEWEST_PLACED ? 0 : lastPlaceShown(rows, ranked, places);
  const placed = rows.map((row): Placed => {
    const place = places.get(row);
    return {
      ...row,
      perWeek: place === undefined || row.of !== null ? null : (row.count * DAYS_OF_A_WEEK) / row.workdays,
      place: place !== undefined && row.count > 0 && place <= last ? place : null,
    };
  });
  return placed.toSorted((a, b) => (a.place ?? rows.length + 1) - (b.place ?? rows.length + 1));
}

function lastPlaceShown(
  rows: readonly Done[],
  ranked: readonly Done[],
  places: ReadonlyMap<Done, number>,
): number {
  const shown = (last: number) =>
    ranked.filter((row) => row.count > 0 && (places.get(row) ?? Infinity) <= last).length;
  for (let last = Math.min(MOST_PLACES, Math.floor(ranked.length / 2)); last > 0; last -= 1)
    if (rows.length - shown(last) !== 1) return last;
  return 0;
}

function isRanked({ of, workdays }: Done): boolean {
  return of === null ? workdays >= FEWEST_WORKDAYS : of >= FEWEST_PROMISED;
}

/** More for each day there, or of what was promised; multiplied out, so that equal shares are equal. */
function isMore(one: Done, other: Done): boolean {
  return one.count * (other.of ?? other.workdays) > other.count * (one.of ?? one.workdays);
}

/** Leaders say which boards there are. */
export function maySwitchBoards(actor: Rights): boolean {
  return mayLead(actor);
}
