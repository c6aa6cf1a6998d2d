import type { Sheet, SheetCell } from "#lib/http/xlsx-out.ts";
import type { ComparisonView } from "./comparison-view.ts";
import { GROUP_WORDS } from "./origin.ts";
import { headCells, medianCells, numberCell, rateCells } from "./sheet-cells.ts";
import type { Difference } from "./stands-alike.ts";

/** A line for how often they win, one for how long they take, and one for how large they are in each currency. */
export function comparisonSheet({ first, second, winRate, timeToClose, sizes }: ComparisonView): Sheet {
  const [one, other] = [GROUP_WORDS[first].toLowerCase(), GROUP_WORDS[second].toLowerCase()];
  const head = [
    "what",
    ...[one, other].flatMap((name) => [`${name}: deals`, name, `${name}, from`, `${name}, to`]),
    "difference",
    "difference from",
    "difference to",
    "not alike in",
    "among likes",
    "among likes from",
    "among likes to",
    "among likes it",
  ];
  const { compared } = winRate;
  const plain = compared.kind === "compared" ? compared.plain : null;
  const inLikes = compared.kind === "compared" ? compared.within : null;
  const rows: SheetCell[][] = [
    [
      { text: "share won" },
      { number: winRate.first.n },
      ...rateCells(winRate.first),
      { number: winRate.second.n },
      ...rateCells(winRate.second),
      ...rangeCells(plain),
      unlikeCell(compared.kind === "compared" ? compared.unlike : []),
      ...rangeCells(inLikes?.difference ?? null),
      textCell(inLikes?.verdict),
    ],
    [
      { text: "days to close; among likes times as fast" },
      ...[timeToClose.first, timeToClose.second].flatMap((time): SheetCell[] => [
        { number: time.n },
        ...medianCells(time, numberCell),
      ]),
      ...rangeCells(timeToClose.later),
      unlikeCell(timeToClose.unlike),
      ...rangeCells(timeToClose.within?.ratio ?? null),
      textCell(timeToClose.within?.verdict),
    ],
    ...sizes.map(({ currency, larger, unlike, within, ...sides }): SheetCell[] => [
      { text: `size in ${currency}; among likes times as large` },
      ...[sides.first, sides.second].flatMap((size): SheetCell[] => [
        { number: size.n },
        ...medianCells(size, (minor) => moneyCell(minor, currency)),
      ]),
      ...(larger ? [larger.value, larger.low, larger.high] : [null, null, null]).map((minor) =>
        moneyCell(minor, currency),
      ),
      unlikeCell(unlike),
      ...rangeCells(within?.ratio ?? null),
      textCell(within?.verdict),
    ]),
  ];
  return {
    name: "Comparison",
    widths: head.map((title) => Math.max(10, Math.min(30, title.length + 2))),
    rows: [headCells(head), ...rows],
  };
}

function rangeCells(range: Difference | null): SheetCell[] {
  return range === null ? [null, null, null] : [range.value, range.low, range.high].map(numberCell);
}

function unlikeCell(unlike: readonly { beside: string }[]): SheetCell {
  return unlike.length === 0
    ? null
    : { text: unlike.map(({ beside }) => beside.replace("-", " ")).join(", ") };
}

function textCell(text: string | undefined): SheetCell {
  return text === undefined ? null : { text };
}

function moneyCell(minor: number | null, currency: string): SheetCell {
  return minor === null ? null : { money: { minor, currency } };
}
