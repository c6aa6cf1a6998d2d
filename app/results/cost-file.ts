import type { Sheet, SheetCell } from "#lib/http/xlsx-out.ts";
import { ORIGIN_LABELS } from "#referrals/origin-words.ts";
import type { CostsView } from "./cost-view.ts";
import { headCells } from "./sheet-cells.ts";

const HEAD = [
  "origin",
  "month from",
  "month until",
  "hours",
  "amount",
  "currency",
  "clients won",
  "hours for each",
  "amount for each",
];
const WIDTHS = [18, 12, 12, 10, 14, 9, 12, 14, 14];

/** A line for each origin, and one more for each further currency; hours and clients stand once, so that a column adds up. */
export function costSheet({ months, origins }: CostsView): Sheet {
  const rows = origins.flatMap((origin) => linesOf(origin, months));
  return { name: "What it cost", widths: WIDTHS, rows: [headCells(HEAD), ...rows] };
}

function linesOf(
  { origin, hours, money, won, each }: CostsView["origins"][number],
  months: CostsView["months"],
): SheetCell[][] {
  const about: SheetCell[] = [{ text: ORIGIN_LABELS[origin] }, { day: months.from }, { day: months.to }];
  return (money.length === 0 ? [null] : money).map((amount, at) => [
    ...about,
    at === 0 ? rounded(hours) : null,
    amount && { money: amount },
    amount && { text: amount.currency },
    at === 0 ? { number: won } : null,
    each.kind === "each" && at === 0 ? rounded(each.hours) : null,
    each.kind === "each" && each.money[at] !== undefined ? { money: each.money[at] } : null,
  ]);
}

function rounded(hours: number): SheetCell {
  return { number: Math.round(hours * 100) / 100 };
}
