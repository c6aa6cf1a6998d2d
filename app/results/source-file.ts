import type { Sheet, SheetCell } from "#lib/http/xlsx-out.ts";
import { headCells, numberCell } from "./sheet-cells.ts";
import type { SourceDealView, SourceView } from "./source-view.ts";

/** A row for each source and currency, as amounts of two are never added up; people and deals stand once, so that a column adds up. */
export function sourcesSheet(items: readonly SourceView[]): Sheet {
  return {
    name: "Sources",
    widths: [28, 28, 16, 12, 10, 16, 16],
    rows: [
      headCells(["source", "account", "people who grew", "deals begun", "currency", "begun", "credited"]),
      ...items.flatMap((source) => {
        const start = (at: number): SheetCell[] => [
          { text: source.name },
          source.accountName === null ? null : { text: source.accountName },
          numberCell(at === 0 ? source.people : null),
          numberCell(at === 0 ? source.deals : null),
        ];
        const currencies = new Set([...source.begun, ...source.credited].map(({ currency }) => currency));
        if (currencies.size === 0) return [[...start(0), null, null, null]];
        return [...currencies].toSorted().map((currency, at) => [
          ...start(at),
          { text: currency },
          {
            money: source.begun.find((each) => each.currency === currency) ?? { minor: 0, currency },
          },
          {
            money: source.credited.find((each) => each.currency === currency) ?? { minor: 0, currency },
          },
        ]);
      }),
    ],
  };
}

export function sourceDealsSheet(items: readonly SourceDealView[]): Sheet {
  return {
    name: "Deals",
    widths: [12, 30, 28, 22, 10, 16, 16, 12, 16],
    rows: [
      headCells([
        "won on",
        "deal",
        "account",
        "rep",
        "currency",
        "amount",
        "credited",
        "begun",
        "sources in the chain",
      ]),
      ...items.map(({ day, dealName, accountName, memberName, amount, credited, begun, sources }) => [
        { day },
        { text: dealName },
        { text: accountName },
        { text: memberName },
        amount && { text: amount.currency },
        amount && { money: amount },
        credited && { money: credited },
        { text: begun ? "yes" : "no" },
        { number: sources },
      ]),
    ],
  };
}
