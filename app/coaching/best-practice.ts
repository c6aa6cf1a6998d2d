import { differenceWithin, type Stratum } from "#lib/kernel/strata.ts";
import { ENOUGH_EVENTS, rateOf, wilson, type Interval, type Rate } from "#lib/kernel/rates.ts";
import { mayManageTeam, type Rights } from "#team/member.ts";

/** So far back: long enough for twenty of something, short enough to be of today's team. */
export const WEEKS_LOOKED_BACK = 26;

/** So many asks of one rep at one moment in which it was done or said, and of those the ones that brought an introduction. */
export interface Cell {
  key: string;
  memberId: string;
  /** Within which it is compared: what else the same rep did then. */
  stratum: string;
  asks: number;
  introductions: number;
}

export interface Practice {
  key: string;
  asks: number;
  introductions: number;
  rate: Rate;
  /** By how many reps. */
  members: number;
  /**
   * By how much more asks brought an introduction than the same reps' other asks did; null: too early, or nobody did both, so that it may
   * be the rep and not the way.
   */
  beside: (Interval & { value: number; others: number }) | null;
}

/**
 * What worked, each beside the rest of the team. The comparison is made within each rep, so that a way is not good because the best
 * asker has it. What is surely better first, then what is known best; what is too early to say last.
 */
export function practicesOf(cells: readonly Cell[]): Practice[] {
  const inStratum = Map.groupBy(cells, ({ stratum }) => stratum);
  const all = new Map(
    [...inStratum].map(([stratum, own]) => [
      stratum,
      { asks: sum(own, "asks"), introductions: sum(own, "introductions") },
    ]),
  );
  const practices = [...Map.groupBy(cells, ({ key }) => key)].map(([key, own]): Practice => {
    const strata = [...Map.groupBy(own, ({ stratum }) => stratum)].map(([stratum, here]): Stratum => {
      const [n, successes] = [sum(here, "asks"), sum(here, "introductions")];
      const whole = all.get(stratum) ?? { asks: n, introductions: successes };
      return {
        first: { successes, n },
        second: { successes: whole.introductions - successes, n: whole.asks - n },
      };
    });
    const both = strata.filter(({ first, second }) => first.n > 0 && second.n > 0);
    const [tried, others] = [
      both.reduce((total, { first }) => total + first.n, 0),
      both.reduce((total, { second }) => total + second.n, 0),
    ];
    const enough = Math.min(tried, others) >= ENOUGH_EVENTS;
    const difference = enough ? differenceWithin(both) : null;
    const [asks, introductions] = [sum(own, "asks"), sum(own, "introductions")];
    return {
      key,
      asks,
      introductions,
      rate: rateOf(introductions, asks),
      members: new Set(own.map(({ memberId }) => memberId)).size,
      beside: difference && { ...difference, others },
    };
  });
  return practices.toSorted(
    (a, b) =>
      (b.beside?.low ?? -1) - (a.beside?.low ?? -1) ||
      lowOf(b) - lowOf(a) ||
      b.asks - a.asks ||
      (a.key < b.key ? -1 : 1),
  );
}

function lowOf({ asks, introductions }: Practice): number {
  return asks < ENOUGH_EVENTS ? -1 : wilson(introductions, asks).low;
}

function sum(cells: readonly Cell[], what: "asks" | "introductions"): number {
  return cells.reduce((total, each) => total + each[what], 0);
}

export interface ProposedFor {
  teamId: string | null;
}

/** A team's manager decides what is in its library, a leader also what is in everybody's. */
export function mayDecide(actor: Rights, { teamId }: ProposedFor): boolean {
  return mayManageTeam(actor, teamId);
}
