import { byCurrency, type Money } from "#lib/kernel/money.ts";
import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import type { Lives } from "#lib/kernel/survival.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { dealSize, type DealSize } from "./deal-size.ts";
import { amountsInOrder, type Amounts } from "./deal-sizes-actions.ts";
import { BY_REFERRAL, REPORTED, type Reported } from "./origin.ts";
import { dealLives, dealsEnded, dealsOpen, meetingsHeld, type EndedSum } from "./origins-reader.ts";
import { scopeOf, type Looker } from "./results-actions.ts";
import type { AskedResults } from "./results-view.ts";
import type { Stretch } from "./stretch.ts";
import { timeToClose, type TimeToClose } from "./time-to-close.ts";

/** So many of all there are of that kind. */
export interface Part {
  count: number;
  share: Rate;
}

/** And how much of all in the same currency; null where all of it is nothing. */
export interface PartOfMoney extends Money {
  share: number | null;
}

export interface OriginLine {
  meetingsHeld: Part;
  opened: Part;
  open: Part;
  openAmounts: PartOfMoney[];
  won: Part;
  lost: number;
  revenue: PartOfMoney[];
  winRate: Rate;
  timeToClose: TimeToClose;
  /** Of the deals won that have an amount; not of everything together. */
  sizes: ({ currency: string } & DealSize)[];
}

export interface Origins {
  whose: Whose;
  stretch: Stretch;
  /** Those of which there is anything. */
  items: ({ origin: Reported } & OriginLine)[];
  introductions: OriginLine;
  all: OriginLine;
}

/** Where meetings, deals and revenue came from, and what each origin is worth. */
export async function originsOf(tx: Tx, actor: Looker, asked: AskedResults): Promise<Origins> {
  const { whose, stretch } = await scopeOf(tx, actor, asked);
  const scope = { whose, stretch, today: actor.today };
  const groups = REPORTED.map((origin) => [origin]);
  const found: Found = {
    meetings: await meetingsHeld(tx, scope, groups),
    lives: await dealLives(tx, scope, groups),
    ended: await dealsEnded(tx, scope, groups),
    open: await dealsOpen(tx, scope, groups),
  };
  const amounts = await amountsInOrder(tx, scope, groups, found.ended);
  // Medians of several are not put together: introductions are read as one group.
  const together = await amountsInOrder(
    tx,
    scope,
    [BY_REFERRAL],
    found.ended.flatMap((sum) => (introduced(sum.place) ? [{ ...sum, place: 0 }] : [])),
  );
  const all = sumsOf(found, () => true);
  const line = (isIn: (place: number) => boolean, own: readonly Amounts[]) =>
    lineOf(sumsOf(found, isIn), all, own);
  const items = REPORTED.map((origin, at) => {
    const isIn = (place: number) => place === at;
    const own = amounts.filter(({ place }) => isIn(place));
    return { origin, ...line(isIn, own) };
  });
  return {
    whose,
    stretch,
    items: items.filter(
      ({ meetingsHeld: held, opened, open, won, lost }) =>
        held.count + opened.count + open.count + won.count + lost > 0,
    ),
    introductions: line(introduced, together),
    all: line(() => true, []),
  };
}

function introduced(place: number): boolean {
  return BY_REFERRAL.some((origin) => origin === REPORTED[place]);
}

interface Found {
  meetings: { place: number; many: number }[];
  lives: ({ place: number } & Lives)[];
  ended: EndedSum[];
  open: { place: number; currency: string | null; many: number; minor: number }[];
}

interface Sums {
  meetings: number;
  lives: Lives[];
  opened: number;
  open: number;
  openAmounts: Map<string, number>;
  won: number;
  lost: number;
  revenue: Map<string, number>;
}

function sumsOf(found: Found, isIn: (place: number) => boolean): Sums {
  const mine = <T extends { place: number }>(rows: readonly T[]) => rows.filter(({ place }) => isIn(place));
  const [lives, open, ended] = [mine(found.lives), mine(found.open), mine(found.ended)];
  const won = ended.filter(({ outcome }) => outcome === "won");
  return {
    meetings: manyOf(mine(found.meetings)),
    lives,
    opened: manyOf(lives),
    open: manyOf(open),
    openAmounts: moneyOf(open),
    won: manyOf(won),
    lost: manyOf(ended) - manyOf(won),
    revenue: moneyOf(won),
  };
}

function lineOf(own: Sums, all: Sums, amounts: readonly Amounts[]): OriginLine {
  const part = (key: "meetings" | "opened" | "open" | "won"): Part => ({
    count: own[key],
    share: rateOf(own[key], all[key]),
  });
  return {
    meetingsHeld: part("meetings"),
    opened: part("opened"),
    open: part("open"),
    openAmounts: partsOf(own.openAmounts, all.openAmounts),
    won: part("won"),
    lost: own.lost,
    revenue: partsOf(own.revenue, all.revenue),
    winRate: rateOf(own.won, own.won + own.lost),
    timeToClose: timeToClose(own.lives),
    sizes: amounts.map(({ currency, inOrder }) => ({ currency, ...dealSize(inOrder) })).toSorted(byCurrency),
  };
}

function manyOf(rows: readonly { many: number }[]): number {
  return rows.reduce((sum, { many }) => sum + many, 0);
}

/** By currency; they are never added up. */
function moneyOf(rows: readonly { currency: string | null; minor: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { currency, minor } of rows)
    if (currency !== null) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return sums;
}

function partsOf(own: ReadonlyMap<string, number>, all: ReadonlyMap<string, number>): PartOfMoney[] {
  return [...own]
    .map(([currency, minor]) => {
      const whole = all.get(currency) ?? 0;
      return { minor, currency, share: whole === 0 ? null : minor / whole };
    })
    .toSorted(byCurrency);
}
