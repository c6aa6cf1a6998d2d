import type { Sheet, SheetCell } from "#lib/http/xlsx-out.ts";
import { ORIGIN_LABELS } from "#referrals/origin-words.ts";
import { OPEN_NAMES, PLANNED, shortBy, type Attained } from "./month-end.ts";
import type { MonthEndView, RepPlansView, StillToComeView } from "./month-end-view.ts";
import { ORDER_KINDS } from "./order.ts";
import type { Range } from "./range.ts";
import { STEPS } from "./step.ts";
import { PLANNED_WORDS } from "./planned-words.ts";
import { headCells, numberCell } from "./sheet-cells.ts";

const text = (said: string): SheetCell => ({ text: said });

const PLAN_HEAD = [
  "month from",
  "month until",
  "month",
  "goal",
  "short by",
  "year to date",
  "goal of the year to date",
];
const PLAN_WIDTHS = [12, 12, 9, 9, 9, 13, 22];

/** A line for each goal. */
export function goalSheet({ month, plan }: MonthEndView): Sheet {
  const rows = PLANNED.map((measure) => [
    text(PLANNED_WORDS[measure].name),
    ...planCells(month, plan[measure]),
  ]);
  return { name: "Goals", widths: [34, ...PLAN_WIDTHS], rows: [headCells(["", ...PLAN_HEAD]), ...rows] };
}

/** A line for each origin, kind of order and currency. */
export function orderSheet({ month, orders }: MonthEndView): Sheet {
  const head = ["origin", "new or upgrade", "month from", "month until", "orders", "amount", "currency"];
  const rows = orders.origins.flatMap(({ origin, kinds }) =>
    ORDER_KINDS.flatMap((kind) => {
      const { orders: many, money } = kinds[kind];
      if (many === 0) return [];
      const about = [text(ORIGIN_LABELS[origin]), text(kind), { day: month.start }, { day: month.end }];
      return (money.length === 0 ? [null] : money).map((amount, at): SheetCell[] => [
        ...about,
        at === 0 ? { number: many } : null,
        amount && { money: amount },
        amount && text(amount.currency),
      ]);
    }),
  );
  return { name: "Orders", widths: [18, 16, 12, 12, 9, 14, 9], rows: [headCells(head), ...rows] };
}

/** A line for the month and one for its quarter; none for what is over, or too early. */
export function inHandSheet({ month, quarter, byMonth, byQuarter }: StillToComeView): Sheet {
  const head = [
    "until",
    ...["meetings", "deals won"].flatMap((what) => [`${what} at least`, "middle", "at most"]),
  ];
  const lines = quarter.end === month.end ? [byMonth] : [byMonth, byQuarter];
  return {
    name: "In hand",
    widths: [12, 20, 10, 10, 20, 10, 10],
    rows: [
      headCells(head),
      ...lines.flatMap((of) =>
        of.kind === "too-early" || of.weeks === 0
          ? []
          : [[{ day: of.until }, ...rangeCells(of.meetings), ...rangeCells(of.deals)]],
      ),
    ],
  };
}

/** A line for each step; none once the quarter is over. */
export function openSheet({ open }: StillToComeView): Sheet {
  return {
    name: "Open",
    widths: [40, 12, 10],
    rows: [
      headCells(["", "tried since", "open"]),
      ...(open === null
        ? []
        : STEPS.map((step) => [
            text(OPEN_NAMES[step]),
            { day: open[step].since },
            numberCell(open[step].many),
          ])),
    ],
  };
}

function rangeCells({ low, middle, high }: Range): SheetCell[] {
  return [low, middle, high].map(numberCell);
}

/** A line for each rep and goal. */
export function repSheet({ month, items }: Pick<RepPlansView, "month" | "items">): Sheet {
  const rows = items.flatMap(({ name, plan }) =>
    PLANNED.map((measure) => [
      text(name),
      text(PLANNED_WORDS[measure].name),
      ...planCells(month, plan[measure]),
    ]),
  );
  return {
    name: "Reps",
    widths: [24, 34, ...PLAN_WIDTHS],
    rows: [headCells(["rep", "", ...PLAN_HEAD]), ...rows],
  };
}

function planCells(
  { start, end }: { start: string; end: string },
  { month, year }: { month: Attained; year: Attained },
): SheetCell[] {
  return [
    { day: start },
    { day: end },
    numberCell(month.count),
    numberCell(month.goal),
    numberCell(shortBy(month)),
    numberCell(year.count),
    numberCell(year.goal),
  ];
}
