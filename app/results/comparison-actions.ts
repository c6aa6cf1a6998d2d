import { invalid } from "#lib/kernel/problem.ts";
import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { endedInStrata, openedInStrata, type EndedStratum } from "./comparison-reader.ts";
import { compareSizes, type LargerOrNot } from "./deal-size.ts";
import { amountsInOrder, type Amounts } from "./deal-sizes-actions.ts";
import { originsIn, type Group } from "./origin.ts";
import { dealLives, dealsEnded } from "./origins-reader.ts";
import { scopeOf, type Looker } from "./results-actions.ts";
import type { AskedResults } from "./results-view.ts";
import {
  compare,
  fasterWithin,
  largerWithin,
  unlikeIn,
  type Beside,
  type Comparison as Compared,
  type Unlike,
  type WithinRatio,
} from "./stands-alike.ts";
import type { Stretch } from "./stretch.ts";
import { compareTimes, type FasterOrNot } from "./time-to-close.ts";

export interface Comparison {
  whose: Whose;
  stretch: Stretch;
  first: Group;
  second: Group;
  winRate: { first: Rate; second: Rate; compared: Compared };
  timeToClose: Omit<FasterOrNot, "logRank"> & {
    /** Over all days, not only at the median. */
    logRank: { chiSquare: number; degrees: number; p: number } | null;
    unlike: Unlike[];
    within: WithinRatio | null;
  };
  /** Of each currency in which either won. */
  sizes: (LargerOrNot & { currency: string; unlike: Unlike[]; within: WithinRatio | null })[];
}

/**
 * How often two groups of deals are won, how long they take and how large they are; where they are not alike, once more among likes. Throws
 * Problem invalid for groups that share an origin.
 */
export async function comparisonOf(
  tx: Tx,
  actor: Looker,
  { first, second, ...asked }: AskedResults & { first: Group; second: Group },
): Promise<Comparison> {
  const origins = originsIn(first, second);
  if (origins === null) throw invalid("the two share deals: choose two that have none in common", "second");
  const { whose, stretch } = await scopeOf(tx, actor, asked);
  const scope = { whose, stretch, today: actor.today };
  const groups = [origins.first, origins.second];
  const ended = await endedInStrata(tx, scope, groups);
  const amounts = await amountsInOrder(tx, scope, groups, await dealsEnded(tx, scope, groups));
  return {
    whose,
    stretch,
    first,
    second,
    winRate: {
      first: rateIn(ended, 0),
      second: rateIn(ended, 1),
      compared: compare(ended.map((row) => ({ ...placed(row), many: row.many, successes: row.won }))),
    },
    timeToClose: await timesOf(),
    sizes: [...new Set(amounts.map(({ currency }) => currency))]
      .toSorted()
      .map((currency) => sizesIn(currency, amounts, ended)),
  };

  async function timesOf(): Promise<Comparison["timeToClose"]> {
    const lives = await dealLives(tx, scope, groups);
    const { logRank, ...times } = compareTimes(
      lives.filter(({ place }) => place === 0),
      lives.filter(({ place }) => place === 1),
    );
    const items = (await openedInStrata(tx, scope, groups)).map((row) => ({
      ...placed(row),
      many: row.many,
      ages: row.events.map((events, at) => ({ events, time: row.times[at]! })),
    }));
    return {
      ...times,
      logRank: logRank && { chiSquare: logRank.chiSquare, degrees: logRank.degrees, p: logRank.p },
      unlike: unlikeIn(items),
      within: fasterWithin(items, times.later),
    };
  }
}

function sizesIn(
  currency: string,
  amounts: readonly Amounts[],
  ended: readonly EndedStratum[],
): Comparison["sizes"][number] {
  const inOrder = (at: number) =>
    amounts.find((each) => each.place === at && each.currency === currency)?.inOrder ?? NONE;
  const sizes = compareSizes(inOrder(0), inOrder(1));
  const items = ended
    .filter((row) => row.currency === currency)
    .map((row) => ({
      ...placed(row),
      many: row.won,
      logs: { n: row.logs, sum: row.sum, squares: row.squares },
    }));
  return { currency, ...sizes, unlike: unlikeIn(items), within: largerWithin(items, sizes.larger) };
}

const NONE = { n: 0, at: () => 0 };

function rateIn(ended: readonly EndedStratum[], place: number): Rate {
  const own = ended.filter((row) => row.place === place);
  return rateOf(
    own.reduce((sum, { won }) => sum + won, 0),
    own.reduce((sum, { many }) => sum + many, 0),
  );
}

function placed({ place, memberId, band }: { place: number; memberId: string; band: string | null }): {
  group: "first" | "second";
  beside: Record<Beside, string>;
} {
  return {
    group: place === 0 ? "first" : "second",
    beside: { "account-size": band ?? "", rep: memberId },
  };
}
