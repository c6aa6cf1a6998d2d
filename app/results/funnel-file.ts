import type { Sheet, SheetCell } from "#lib/http/xlsx-out.ts";
import type { Rate } from "#lib/kernel/rates.ts";
import type { Funnel, FunnelCohort } from "./funnel.ts";
import { STEPS } from "./step.ts";
import { FUNNEL_NAMES } from "./step-words.ts";
import { headCells, rateCells, shareCell } from "./sheet-cells.ts";

const HEAD = [
  "asked from",
  "asked until",
  "step",
  "of",
  "came",
  "share",
  "share at least",
  "share at most",
  "may still come",
];
const WIDTHS = [12, 12, 32, 10, 10, 10, 14, 14, 16];

/** A line a cohort and step; first the whole stretch, then the one before, then each cohort. */
export function funnelSheet({ whole, before, cohorts }: Funnel): Sheet {
  const rows = [whole, before, ...cohorts].flatMap(linesOf);
  return { name: "Where it leaks", widths: WIDTHS, rows: [headCells(HEAD), ...rows] };
}

function linesOf({ from, to, steps, level }: FunnelCohort): SheetCell[][] {
  const line = (
    name: string,
    { came, tried, rate, mayStill }: { came: number; tried: number; rate: Rate; mayStill: number | null },
  ): SheetCell[] => [
    { day: from },
    { day: to },
    { text: name },
    { number: tried },
    { number: came },
    ...rateCells(rate),
    mayStill === null ? null : shareCell(mayStill),
  ];
  return [
    ...STEPS.map((step) => line(FUNNEL_NAMES[step], steps[step])),
    line(FUNNEL_NAMES.level, { ...level, mayStill: null }),
  ];
}
