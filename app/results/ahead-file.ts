import type { Sheet, SheetCell } from "#lib/http/xlsx-out.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Plan, Projection } from "./projection.ts";
import type { Range } from "./range.ts";
import { STEPS } from "./step.ts";
import { SAID_WORDS, type Saying } from "./saying.ts";
import { headCells, numberCell, rateCells } from "./sheet-cells.ts";
import { STEP_NOUNS } from "./step-words.ts";
import type { HeldOverWeeks } from "./said-range.ts";

/** A line a week: what has come by its last day. */
export function aheadSheet(projection: Projection, until: Day): Sheet {
  const head = ["by", ...STEPS.flatMap((step) => [`${STEP_NOUNS[step].many} at least`, "middle", "at most"])];
  const weeks = projection.kind === "too-early" ? [] : projection.steps.introductions.map((_, week) => week);
  return {
    name: "What comes next",
    widths: [12, ...STEPS.flatMap(() => [22, 10, 10])],
    rows: [
      headCells(head),
      ...weeks.map((week) => [
        { day: addDays(until, 7 * (week + 1)) },
        ...STEPS.flatMap((step) => {
          const range = projection.kind === "too-early" ? null : projection.steps[step][week]!;
          return range === null
            ? [null, null, null]
            : [{ number: range.low }, { number: range.middle }, { number: range.high }];
        }),
      ]),
    ],
  };
}

/** What it takes for so many clients to come about one, five and nine times of ten; `alone`: of one person. */
export function planSheet(plan: Plan, alone: boolean): Sheet {
  const head = ["", "1 time of 10", "5 of 10", "9 of 10"];
  return {
    name: "From clients to asks",
    widths: [28, 14, 14, 14],
    rows: [
      headCells(head),
      ...(plan.kind === "too-early"
        ? []
        : [
            planCells(alone ? "asks a week" : "asks a week, of everybody", plan.asks),
            planCells("introductions in all", plan.introductions),
          ]),
    ],
  };
}

function planCells(name: string, { low, middle, high }: Record<keyof Range, number | null>): SheetCell[] {
  return [{ text: name }, ...[low, middle, high].map(numberCell)];
}

/** A line for each range that was said. */
export function heldSheet(horizons: readonly HeldOverWeeks[]): Sheet {
  const head = ["from", "until", "weeks", "what", "at least", "middle", "at most", "came", "held", "how"];
  return {
    name: "Ranges that held",
    widths: [12, 12, 8, 16, 10, 10, 10, 8, 8, 14],
    rows: [
      headCells(head),
      ...horizons.flatMap(({ lines }) =>
        lines.map(({ saidOn, until, weeks, step, low, middle, high, came, how }) => [
          { day: saidOn },
          { day: until },
          { number: weeks },
          { text: STEP_NOUNS[step].many },
          { number: low },
          { number: middle },
          { number: high },
          numberCell(came),
          came === null ? null : { text: low <= came && came <= high ? "yes" : "no" },
          { text: how === "said" ? "said then" : "worked back" },
        ]),
      ),
    ],
  };
}

export function sayingSheet({ groups }: Saying): Sheet {
  const head = ["said", "report cards", "introduced somebody", "share", "share at least", "share at most"];
  return {
    name: "Saying and doing",
    widths: [34, 14, 20, 10, 14, 14],
    rows: [
      headCells(head),
      ...groups.map(({ said, did, of, rate }) => [
        { text: SAID_WORDS[said] },
        { number: of },
        { number: did },
        ...rateCells(rate),
      ]),
    ],
  };
}
