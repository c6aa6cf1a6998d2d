import type { Sheet, SheetCell } from "#lib/http/xlsx-out.ts";
import type { OriginLineView, OriginsView } from "./origins-view.ts";
import { REPORTED_WORDS } from "./origin.ts";
import { headCells, medianCells, numberCell, rateCells } from "./sheet-cells.ts";

/** A line for each origin, then for all introductions and for everything; amounts in a column for each currency. */
export function originsSheet({ items, introductions, all }: OriginsView): Sheet {
  const currencies = [
    ...new Set([...all.openAmounts, ...all.revenue].map(({ currency }) => currency)),
  ].toSorted();
  const head = [
    "origin",
    "meetings held",
    "share of meetings",
    "deals opened",
    "share of deals opened",
    "deals open at the end",
    "share of deals open",
    "deals won",
    "share of deals won",
    "share from",
    "share to",
    "deals lost",
    "deals ended",
    "win rate",
    "win rate from",
    "win rate to",
    "deals opened, ended since",
    "days to close, median",
    "days from",
    "days to",
    ...currencies.flatMap((currency) => [
      `open, ${currency}`,
      `share of open, ${currency}`,
      `won, ${currency}`,
      `share of won, ${currency}`,
      `size, median, ${currency}`,
      `size from, ${currency}`,
      `size to, ${currency}`,
      `deals won with an amount, ${currency}`,
    ]),
  ];
  const line = (name: string, of: OriginLineView): SheetCell[] => {
    return [
      { text: name },
      { number: of.meetingsHeld.count },
      rateCells(of.meetingsHeld.share)[0],
      { number: of.opened.count },
      rateCells(of.opened.share)[0],
      { number: of.open.count },
      rateCells(of.open.share)[0],
      { number: of.won.count },
      ...rateCells(of.won.share),
      { number: of.lost },
      { number: of.won.count + of.lost },
      ...rateCells(of.winRate),
      { number: of.timeToClose.closed },
      ...medianCells(of.timeToClose, numberCell),
      ...currencies.flatMap((currency) => amountCells(of, currency)),
    ];
  };
  return {
    name: "Origins",
    widths: head.map((title) => Math.max(10, Math.min(30, title.length + 2))),
    rows: [
      headCells(head),
      ...items.map((item) => line(REPORTED_WORDS[item.origin], item)),
      line("All introductions", introductions),
      line("All", all),
    ],
  };
}

function amountCells(
  { openAmounts, revenue, sizes, open: deals, won: wonDeals }: OriginLineView,
  currency: string,
): SheetCell[] {
  const open = openAmounts.find((each) => each.currency === currency);
  const won = revenue.find((each) => each.currency === currency);
  const size = sizes.find((each) => each.currency === currency);
  return [
    { money: { minor: open?.minor ?? 0, currency } },
    shareCell(deals, open?.share ?? null),
    { money: { minor: won?.minor ?? 0, currency } },
    shareCell(wonDeals, won?.share ?? null),
    ...medianCells(size, (minor): SheetCell => ({ money: { minor, currency } })),
    numberCell(size?.n ?? null),
  ];
}

/** Of money as of the deals that brought it: under twenty of them it is too early. */
function shareCell({ share }: OriginLineView["won"], ofMoney: number | null): SheetCell {
  return share.kind === "too-early" ? { text: "too early" } : numberCell(ofMoney);
}
