import type { Money } from "#lib/kernel/money.ts";
import type { Sheet, SheetCell } from "#lib/http/xlsx-out.ts";
import { headCells, numberCell } from "./sheet-cells.ts";
import type { SourceDealView, SourceView } from "./source-view.ts";

/**
 * A row for each source and currency, as amounts of two are never added up; people and deals stand once, so that a column adds up.
 * `hidden`: without amounts. `sources`: how many there are, where these are not all of them.
 */
export function sourcesSheet(
  items: readonly SourceView[],
  { sources = items.length, hidden = false }: { sources?: number; hidden?: boolean } = {},
): Sheet {
  const more = sources - items.length;
  return {
    name: "Sources",
    widths: [28, 28, 16, 12, ...(hidden ? [] : [10, 16, 16])],
    rows: [
      headCells([
        "source",
        "account",
        "people who grew",
        "deals begun",
        ...(hidden ? [] : ["currency", "begun", "credited"]),
      ]),
      ...items.flatMap((source) => {
        const start = (at: number): SheetCell[] => [
          { text: source.name },
          source.accountName === null ? null : { text: source.accountName },
          numberCell(at === 0 ? source.people : null),
          numberCell(at === 0 ? source.deals : null),
        ];
        return hidden ? [start(0)] : amountsOf(source).map((amounts, at) => [...start(at), ...amounts]);
      }),
      ...(more > 0 ? [[{ text: `and ${more} more: ask for fewer weeks, or for a team` }]] : []),
    ],
  };
}

function amountsOf({ begun, credited }: SourceView): SheetCell[][] {
  const currencies = new Set([...begun, ...credited].map(({ currency }) => currency));
  if (currencies.size === 0) return [[null, null, null]];
  return [...currencies]
    .toSorted()
    .map((currency) => [{ text: currency }, moneyIn(currency, begun), moneyIn(currency, credited)]);
}

function moneyIn(currency: string, amounts: readonly Money[]): SheetCell {
  return { money: amounts.find((each) => each.currency === currency) ?? { minor: 0, currency } };
}

export function sourceDealsSheet(items: readonly SourceDealView[], { hidden }: { hidden: boolean }): Sheet {
  return {
    name: "Deals",
    widths: [12, 30, 28, 22, ...(hidden ? [] : [10, 16, 16]), 12, 16],
    rows: [
      headCells([
        "won on",
        "deal",
        "account",
        "rep",
        ...(hidden ? [] : ["currency", "amount", "credited"]),
        "begun",
        "sources in the chain",
      ]),
      ...items.map(({ day, dealName, accountName, memberName, amount, credited, begun, sources }) => [
        { day },
        { text: dealName },
        { text: accountName },
        { text: memberName },
        ...(hidden
          ? []
          : [
              amount && { text: amount.currency },
              amount && { money: amount },
              credited && { money: credited },
            ]),
        { text: begun ? "yes" : "no" },
        { number: sources },
      ]),
    ],
  };
}
