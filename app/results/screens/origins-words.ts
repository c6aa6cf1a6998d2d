import { ENOUGH_EVENTS, type Rate } from "#lib/kernel/rates.ts";
import {
  capital,
  counted,
  hundredthDigits,
  hundredths,
  hundredthsText,
  inWords,
  moneyText,
  numberText,
} from "#lib/web/words.ts";
import type { ComparisonView } from "../comparison-view.ts";
import { REPORTED_WORDS, type Group, type OriginFacts } from "../origin.ts";
import type { OriginLineView, OriginsView } from "../origins-view.ts";
import type { Beside } from "../stands-alike.ts";

const FRACTIONS: readonly [number, string][] = [
  [1 / 10, "a tenth"],
  [1 / 5, "a fifth"],
  [1 / 4, "a quarter"],
  [1 / 3, "a third"],
  [2 / 5, "two fifths"],
  [1 / 2, "half"],
  [3 / 5, "three fifths"],
  [2 / 3, "two thirds"],
  [3 / 4, "three quarters"],
  [4 / 5, "four fifths"],
  [9 / 10, "nine tenths"],
];
const NEAR = 0.012;

/** "a third", "about a third", "hardly any": a share as one says it. */
export function fractionText(share: number): string {
  if (share === 0) return "none";
  if (share === 1) return "all";
  if (share < 0.06) return "hardly any";
  if (share > 0.94) return "nearly all";
  const [value, words] = FRACTIONS.toSorted(
    ([one], [other]) => Math.abs(one - share) - Math.abs(other - share),
  )[0]!;
  return Math.abs(value - share) < NEAR ? words : `about ${words}`;
}

/** "20 to 50 %"; null while it is too early. */
export function likelyShare(rate: Rate): string | null {
  return rate.kind === "too-early" ? null : `${hundredthsText(rate)}\u00a0%`;
}

/** "35 % (20 to 50)", broken only before the bracket; null while it is too early. */
export function shareText(rate: Rate): string | null {
  if (rate.kind === "too-early") return null;
  const value = hundredths(rate.value, hundredthDigits(rate));
  return `${value}\u00a0% (${hundredthsText(rate).replaceAll(" ", "\u00a0")})`;
}

export function percent(share: number): number {
  return Math.round(share * 100);
}

/** The answer of the page; `who`: "you won", "was won". */
export function headingOf({ introductions, all }: OriginsView, who: string): string {
  const { count, share } = introductions.won;
  if (all.won.count === 0) {
    const { count: came, share: of } = introductions.opened;
    if (all.opened.count === 0) return "Where business comes from";
    return `Nothing was won in these weeks; ${numberText(came)} of ${numberText(of.n)} deals opened came from introductions`;
  }
  const likely = likelyShare(share);
  const deals = `${numberText(count)} of ${numberText(share.n)} deals`;
  if (share.kind === "too-early" || likely === null)
    return `${capital(deals)} won came from introductions: too early for a share`;
  return `${capital(fractionText(share.value))} of what ${who} came from introductions: ${deals}, ${likely}`;
}

/** In money, which one large deal may turn; no share of it while it is too early for one of the deals. */
export function revenueText({ introductions, all }: OriginsView): string {
  if (all.revenue.length === 0) return openedText(all.opened.count, introductions.opened.count);
  const parts = all.revenue.map(({ minor, currency }) => {
    const own = introductions.revenue.find((each) => each.currency === currency);
    const said = `${moneyText({ minor: own?.minor ?? 0, currency })} of ${moneyText({ minor, currency })}`;
    return own?.share == null || all.won.count < ENOUGH_EVENTS
      ? said
      : `${said} (${percent(own.share)}\u00a0%)`;
  });
  return `In money, introductions brought ${parts.join(" and ")}. One large deal can turn that: look at the number of deals first.`;
}

function openedText(all: number, introduced: number): string {
  if (all === 0) return "No deal was opened in these weeks.";
  const opened = capital(counted(all, "deal was opened", "deals were opened"));
  return `${opened}; ${introduced === 0 ? "none" : inWords(introduced)} came from introductions.`;
}

export function winText({ introductions, all }: OriginsView): string {
  const { winRate } = introductions;
  if (winRate.n === 0) return "No deal from an introduction ended in these weeks.";
  const won = `${numberText(introductions.won.count)} of ${numberText(winRate.n)} deals from introductions that ended were won`;
  const likely = likelyShare(winRate);
  const every = likelyShare(all.winRate);
  if (likely === null) return `${won}: too early for a share.`;
  return `${won}, which is likely ${likely} of such deals${every === null ? "" : `; of all deals it is ${every}`}.`;
}

export function timeText({ introductions, all }: OriginsView): string {
  const { timeToClose: time } = introductions;
  if (time.kind === "too-early")
    return `Of ${numberText(time.n)} deals from introductions opened in these weeks ${numberText(time.closed)} have ended: too early to say how long they take.`;
  const every = daysText(all.timeToClose);
  return `Half of the deals from introductions are won or lost within ${daysText(time)}; of all deals within ${every}.`;
}

/** "61 days, likely 50 to 74" */
export function daysText(time: OriginLineView["timeToClose"]): string {
  if (time.kind === "too-early") return "too early to say";
  const { value, low, high } = time;
  if (value === null) return "longer than was seen so far";
  const until = high === null ? `${days(low)} or more` : `${days(low)} to ${days(high)}`;
  return `${days(value)} days, likely ${until}`;
}

function days(value: number | null): string {
  return value === null ? "0" : numberText(Math.round(value));
}

/** Of introductions, all of them together; of another origin only while it is too early for them. */
export function sizeText({ introductions, items }: OriginsView): string {
  const together = medians("Introductions", introductions);
  const each = items.flatMap((item) => medians(REPORTED_WORDS[item.origin], item));
  const known = together.length > 0 ? together : each;
  if (known.length === 0) return "Too early to say: a size takes twenty deals won with an amount.";
  const { name, size } = known.toSorted((a, b) => b.size.n - a.size.n)[0]!;
  const money = (minor: number) => moneyText({ minor, currency: size.currency });
  return `${name}: half of the deals won are larger than ${money(size.value)}, likely ${money(size.low)} to ${money(size.high)}.`;
}

function medians(name: string, { sizes }: OriginLineView) {
  return sizes.flatMap((size) => (size.kind === "median" ? [{ name, size }] : []));
}

/** As they stand in a sentence. */
export const DEALS_OF: Record<Group, string> = {
  referral: "deals from introductions",
  others: "all other deals",
  "referral-asked": "deals from introductions that were asked for",
  "referral-spontaneous": "deals from introductions that came unasked",
  "referral-unknown": "deals said to be by referral",
  "cold-call": "deals from cold calls",
  inbound: "deals that came to us",
  event: "deals from events",
  partner: "deals from partners",
  "existing-client": "deals with existing clients",
  other: "deals from other origins",
};

type Compared = Pick<ComparisonView, "first" | "second">;

/** "Deals from introductions are won more often than …: 42 against 28 of 100, likely 3 to 25 more (60 and 120 deals)." */
export function oftenerText({ first, second, winRate }: ComparisonView): string {
  const { compared, ...rates } = winRate;
  if (compared.kind === "too-early" || rates.first.kind === "too-early" || rates.second.kind === "too-early")
    return `Too early to say who is won more often: ${rates.first.n} and ${rates.second.n} of them ended, and it takes twenty of each.`;
  const numbers = `${percent(rates.first.value)} against ${percent(rates.second.value)} of 100`;
  const n = `(${numberText(rates.first.n)} and ${numberText(rates.second.n)} deals that ended)`;
  const { low, high } = compared.plain;
  return saidOf({ first, second }, { low, high }, numbers, n, {
    more: "are won more often than",
    less: "are won less often than",
    same: "and",
    sameEnd: "may be won as often",
    range: (low, high) => hundredthsText({ low, high }),
    above: "more",
    below: "fewer",
  });
}

export function fasterText({ first, second, timeToClose }: ComparisonView): string {
  const { later, ...times } = timeToClose;
  if (times.first.kind === "too-early" || times.second.kind === "too-early")
    return `Too early to say who is faster: ${times.first.closed} and ${times.second.closed} of those opened have ended, and it takes twenty of each.`;
  const n = `(${numberText(times.first.n)} and ${numberText(times.second.n)} deals opened)`;
  if (later === null)
    return `Not half of one of the two have ended for certain, so there is no middle to compare yet ${n}.`;
  const numbers = `${days(times.first.value)} against ${days(times.second.value)} days`;
  return saidOf({ first, second }, { low: -later.high, high: -later.low }, numbers, n, {
    more: "close faster than",
    less: "close slower than",
    same: "and",
    sameEnd: "may close as fast",
    range: (one, other) => `${days(one)} to ${days(other)} days`,
    above: "faster",
    below: "slower",
  });
}

export function largerText(
  { first, second }: Compared,
  { currency, larger, ...sizes }: ComparisonView["sizes"][number],
): string {
  if (larger === null || sizes.first.kind === "too-early" || sizes.second.kind === "too-early")
    return `Too early to say whose are larger in ${currency}: ${sizes.first.n} and ${sizes.second.n} with an amount were won, and it takes twenty of each.`;
  const money = (minor: number) => moneyText({ minor, currency });
  const numbers = `${money(sizes.first.value)} against ${money(sizes.second.value)} in the middle`;
  const n = `(${numberText(sizes.first.n)} and ${numberText(sizes.second.n)} deals won)`;
  return saidOf({ first, second }, larger, numbers, n, {
    more: "are larger than",
    less: "are smaller than",
    same: "and",
    sameEnd: "may be as large",
    range: (one, other) => `${money(one)} to ${money(other)}`,
    above: "more",
    below: "less",
  });
}

interface Words {
  more: string;
  less: string;
  same: string;
  sameEnd: string;
  range: (low: number, high: number) => string;
  above: string;
  below: string;
}

/** A difference that holds nought is none that is sure. */
function saidOf(
  { first, second }: Compared,
  { low, high }: { low: number; high: number },
  numbers: string,
  n: string,
  words: Words,
): string {
  const [one, other] = [capital(DEALS_OF[first]), DEALS_OF[second]];
  if (low > 0)
    return `${one} ${words.more} ${other}: ${numbers}, likely ${words.range(low, high)} ${words.above} ${n}.`;
  if (high < 0)
    return `${one} ${words.less} ${other}: ${numbers}, likely ${words.range(-high, -low)} ${words.below} ${n}.`;
  const [down, up] = [words.range(0, -low), words.range(0, high)].map((text) => text.replace(/^\S+ to /, ""));
  return `${one} ${words.same} ${other} ${words.sameEnd}: ${numbers}, anything from ${down} ${words.below} to ${up} ${words.above} ${n}.`;
}

const BESIDE_WORDS: Record<Beside, string> = { "account-size": "size of the company", rep: "rep" };

interface Likes {
  besides: readonly Beside[];
  first: number;
  second: number;
  verdict: "holds" | "gone" | "turned" | "found" | "unclear";
  /** How it is among likes: "12 to 30 of 100 more"; null where too few have a like. */
  said: string | null;
}

/** What is to be thought of a difference between groups that are not alike. */
export function likesText({ besides, first, second, verdict, said }: Likes): string {
  const what = besides.map((beside) => BESIDE_WORDS[beside]).join(" and ");
  const unlike = `The two are not alike in ${what}, so the numbers above may mislead.`;
  if (said === null)
    return `${unlike} Too few of them have a like in the other (${first} and ${second}) to compare like with like.`;
  const likes = `Among deals alike in ${what}`;
  const n = `(${numberText(first)} and ${numberText(second)} deals)`;
  const ends: Record<Likes["verdict"], string> = {
    holds: `${likes} it holds: ${said} ${n}.`,
    gone: `${likes} there may be no difference: ${said} ${n}. What is seen above may come from the ${what} alone.`,
    turned: `${likes} it is the other way round: ${said} ${n}. What is seen above comes from the ${what}.`,
    found: `Only ${likes.toLowerCase()} a difference shows: ${said} ${n}.`,
    unclear: `${likes} there may be no difference either: ${said} ${n}.`,
  };
  return `${unlike} ${ends[verdict]}`;
}

/** "3 to 25 of 100 more often", "from 5 less to 20 more" */
export function pointsRange({ low, high }: { low: number; high: number }): string {
  if (low > 0) return `${hundredthsText({ low, high })} of 100 more`;
  if (high < 0) return `${hundredthsText({ low: -high, high: -low })} of 100 fewer`;
  return `anything from ${percent(-low)} of 100 fewer to ${percent(high)} more`;
}

/** "1.2 to 1.9 times as fast" */
export function timesRange({ low, high }: { low: number; high: number }, how: "fast" | "large"): string {
  return `${times(low)} to ${times(high)} times as ${how}`;
}

function times(ratio: number): string {
  return ratio >= 10 ? Math.round(ratio).toString() : ratio.toFixed(1);
}

export const FACT_TITLES: Record<OriginFacts, string> = {
  "meetings-held": "Meetings held",
  opened: "Deals opened",
  open: "Deals open at the end",
  won: "Deals won",
  lost: "Deals lost",
  ended: "Deals that ended",
};
