import type { Sheet, SheetCell } from "#lib/http/xlsx-out.ts";
import type { SourceDealView, SourceView } from "./source-view.ts";

/** A row for each source and currency, as amounts of two are never added up. */
export function sourcesSheet(items: readonly SourceView[]): Sheet {
  return {
    name: "Sources",
    widths: [28, 28, 16, 12, 10, 16, 16],
    rows: [
      heads("source", "account", "people who grew", "deals begun", "currency", "begun", "credited"),
      ...items.flatMap((source) => {
        const start: SheetCell[] = [
          { text: source.name },
          source.accountName === null ? null : { text: source.accountName },
          { number: source.people },
          { number: source.deals },
        ];
        const currencies = new Set([...source.begun, ...source.credited].map(({ currency }) => currency));
        if (currencies.size === 0) return [[...start, null, null, null]];
        return [...currencies].toSorted().map((currency) => [
          ...start,
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
      heads(
        "won on",
        "deal",
        "account",
        "rep",
        "currency",
        "amount",
        "credited",
        "begun",
        "sources in the chain",
      ),
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

function heads(...names: string[]): SheetCell[] {
  return names.map((text) => ({ text }));
}
