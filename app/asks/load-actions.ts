import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { previousPeriods } from "#lib/kernel/fiscal.ts";
import { CSV_MARK, csvLine } from "#lib/http/csv-out.ts";
import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import type { Tx } from "#lib/storage/database.ts";
import { RULE_WORDS } from "./budget-words.ts";
import { coverageBy } from "./coverage-actions.ts";
import { acceptanceOf, carryingHalf, type LoadLine } from "./load.ts";
import { acceptanceIn, asksAgainst, loadLines, openPairs, permitsGiven, type Span } from "./load-reader.ts";

const QUARTERS = 6;

export interface Load {
  lines: (LoadLine & { acceptance: Rate })[];
  asks: number;
  acceptance: Rate;
  /** The fewest who make or bear half of the asks. */
  carrying: { id: string; name: string; asks: number }[];
  neverAsked: number;
  overTime: { from: Day; to: Day; asks: number; named: number; acceptance: Rate }[];
  against: Awaited<ReturnType<typeof asksAgainst>>;
  permits: Awaited<ReturnType<typeof permitsGiven>>;
  pairs: Awaited<ReturnType<typeof openPairs>>;
}

/** Who is asked by whom and how often, in that time; and what was asked against the rules. */
export async function loadOf(tx: Tx, actor: Actor, by: "rep" | "source", span: Span): Promise<Load> {
  const lines = await loadLines(tx, by, span);
  const [asks, named] = [sumOfAll(lines, "asks"), sumOfAll(lines, "named")];
  const quarters = previousPeriods(actor.today, "quarter", QUARTERS, actor.workspace.calendar);
  const counted = await acceptanceIn(
    tx,
    quarters.map(({ start, end }) => ({ from: start, to: end })),
  );
  return {
    lines: lines.map((line) => ({ ...line, acceptance: acceptanceOf(line) })),
    asks,
    acceptance: rateOf(named, asks),
    carrying: carryingHalf(lines).map(({ id, name, asks: made }) => ({ id, name, asks: made })),
    neverAsked: await neverAsked(tx, actor),
    overTime: counted.map((each, at) => ({
      ...each,
      to: quarters[at]!.end,
      acceptance: rateOf(each.named, each.asks),
    })),
    against: await asksAgainst(tx, span),
    permits: await permitsGiven(tx, span),
    pairs: await openPairs(tx, actor.today),
  };
}

/** The lines of the report as a file for a spreadsheet, and what was asked against the rules below them. */
export async function loadFile(tx: Tx, by: "rep" | "source", span: Span): Promise<string> {
  const lines = await loadLines(tx, by, span);
  const against = await asksAgainst(tx, span);
  const permits = await permitsGiven(tx, span);
  const heads = by === "rep" ? ["rep", "asks", "sources asked"] : ["source", "asks", "asked by reps"];
  return [
    CSV_MARK,
    csvLine([...heads, "named someone", "references", "against a rule", "with a permit"]),
    ...lines.map((line) =>
      csvLine(
        [line.name, line.asks, line.others, line.named, line.references, line.against, line.permitted].map(
          String,
        ),
      ),
    ),
    csvLine([""]),
    csvLine(["day", "rep", "source", "against or permitted", "reason", "by"]),
    ...against.map((ask) =>
      csvLine([ask.day, ask.memberName, ask.sourceName, `against: ${RULE_WORDS[ask.rule]}`, "", ""]),
    ),
    ...permits.map((permit) =>
      csvLine([permit.day, permit.memberName, permit.sourceName, "permitted", permit.reason, permit.byName]),
    ),
  ].join("");
}

/** Client contacts who can be asked and never were, as coverage counts them. */
async function neverAsked(tx: Tx, actor: Actor): Promise<number> {
  const { items } = await coverageBy(tx, actor, "company", {}, { cursor: undefined, limit: 1 });
  return (items[0]?.can ?? 0) - (items[0]?.asked ?? 0);
}

function sumOfAll(lines: readonly LoadLine[], of: "asks" | "named"): number {
  return lines.reduce((sum, line) => sum + line[of], 0);
}
