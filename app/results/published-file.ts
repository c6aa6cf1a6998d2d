import type { Sheet, SheetCell } from "#lib/http/xlsx-out.ts";
import { gradeText, isPoor, PUBLISHED, valueText, type PublishedCard } from "#scorecard/published.ts";
import { headCells } from "./sheet-cells.ts";

const HEAD = [
  "claim",
  "value",
  "whose",
  "of what",
  "population",
  "year",
  "grade",
  "off by default",
  "source",
  "warning",
];
const WIDTHS = [60, 14, 30, 44, 44, 16, 50, 14, 40, 60];

/** A line for each value of each card. */
export function publishedSheet(): Sheet {
  const rows = PUBLISHED.flatMap((card: PublishedCard) =>
    card.values.map((value): SheetCell[] =>
      [
        card.claim,
        valueText(value, card.unit),
        value.whose ?? "",
        card.of,
        card.population,
        card.year ?? "not said",
        gradeText(card),
        isPoor(card) ? "yes" : "no",
        card.source,
        card.warning,
      ].map((text) => ({ text })),
    ),
  );
  return { name: "Published figures", widths: WIDTHS, rows: [headCells(HEAD), ...rows] };
}
