import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { PeriodKind } from "#lib/kernel/fiscal.ts";
import { formatMoney, type Money } from "#lib/kernel/money.ts";
import type { EntryKind } from "./spiff-pay.ts";
import type { Pay, SpiffMeasure } from "./spiff.ts";

/** What is rewarded, one and many. */
export const MEASURE_WORDS: Record<SpiffMeasure, readonly [one: string, many: string]> = {
  "people-asked": ["person asked", "people asked"],
  "practice-sessions": ["practice session", "practice sessions"],
  "loops-closed": ["thanks or report to a source", "thanks and reports to sources"],
  "referrals-given": ["introduction given", "introductions given"],
  touches: ["person who heard from us", "people who heard from us"],
  "referrals-received": ["introduction received", "introductions received"],
  "meetings-scheduled": ["meeting scheduled", "meetings scheduled"],
  "meetings-held": ["meeting held", "meetings held"],
  "deals-closed": ["deal closed through a referral", "deals closed through referrals"],
};

/** To the cent, always: "€25.00". */
export function exactText(money: Money): string {
  return formatMoney(money, "en-GB");
}

/** "€60.00 and ¥900"; of nothing an amount of nothing. */
export function sumText(totals: readonly Money[], currency: string): string {
  return totals.length === 0 ? exactText({ minor: 0, currency }) : totals.map(exactText).join(" and ");
}

/** "4 introductions received" */
export function countText(measure: SpiffMeasure, count: number): string {
  return `${count} ${MEASURE_WORDS[measure][count === 1 ? 0 : 1]}`;
}

/** What a statement is lifted or lowered by, as nobody pays back: "€8.59 left for next time". */
export function leftText({ minor, currency }: Money): string {
  const money = exactText({ minor: Math.abs(minor), currency });
  return minor > 0 ? `${money} left for next time` : `${money} taken off from last time`;
}

/** " from level 3", " of level 1 or 2"; "" for all. */
export function levelText(levels: readonly number[] | null): string {
  const [lowest] = levels ?? [];
  if (levels === null || lowest === undefined) return "";
  if (levels.length > 1 && levels.length === 6 - lowest) return ` from level ${lowest}`;
  const last = levels.at(-1);
  return levels.length === 1 ? ` of level ${last}` : ` of level ${levels.slice(0, -1).join(", ")} or ${last}`;
}

interface Rule {
  measure: SpiffMeasure;
  period: PeriodKind;
  currency: string;
  levels: readonly number[] | null;
  pay: Pay;
  repCap: number | null;
  allCap: number | null;
}

/** What a rule says, in a sentence or two: "€25.00 for each introduction received from level 3 in a month. At most €60.00 for one person." */
export function ruleText(rule: Rule): string {
  const { measure, period, currency, levels, pay, repCap, allCap } = rule;
  const [one, many] = MEASURE_WORDS[measure];
  const money = (minor: number) => exactText({ minor, currency });
  const paid =
    pay.kind === "each"
      ? `${money(pay.minor)} for each ${one}${levelText(levels)}.`
      : `${pay.steps
          .map(({ at, minor }, index) =>
            index === 0
              ? `${money(minor)} at ${at} ${at === 1 ? one : many}${levelText(levels)} in a ${period}`
              : `${money(minor)} more at ${at}`,
          )
          .join(", ")}.`;
  const caps = [
    repCap === null ? [] : `${money(repCap)} a ${period} for one person`,
    allCap === null ? [] : `${money(allCap)} a ${period} for all together, shared in proportion`,
  ].flat();
  return caps.length === 0 ? paid : `${paid} At most ${caps.join(", and ")}.`;
}

/** "from 2 November to 29 November" */
export function stretchText(from: Day, until: Day | null, today: Day): string {
  if (until === null) return `from ${dayText(from, today)} on`;
  return from === until
    ? `on ${dayText(from, today)}`
    : `from ${dayText(from, today)} to ${dayText(until, today)}`;
}

export const ENTRY_WORDS: Record<Exclude<EntryKind, "fact" | "step">, string> = {
  cap: "Above what one person gets at most",
  share: "Above what all get together at most: everybody keeps the same share",
  "carried-in": "Taken off now: it was left from last time",
  "carried-on": "Left for next time, when it is taken off: nobody pays back",
};

/** A line that the cap of all makes in what corrects a signed month; `alone`: nothing of one's own has changed in it. */
export function sharedAnewText(minor: number, alone: boolean): string {
  if (!alone) return "What all get together at most is shared anew";
  return minor > 0
    ? "Something of somebody else’s fell away: everybody’s share of what all get together at most grew"
    : "Something of somebody else’s came in since: everybody’s share of what all get together at most shrank";
}
