import { csvFile } from "#lib/http/table-file.ts";
import { xlsxFile, type SheetCell } from "#lib/http/xlsx-out.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayIn, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { rulesOf } from "./spiff-month-actions.ts";
import { totalsOf, type Entry } from "./spiff-pay.ts";
import { shownLines } from "./spiff-line-reader.ts";
import { writtenOf } from "./spiff-written.ts";
import { contentsOf } from "./spiff-statement-actions.ts";
import { MEASURE_WORDS } from "./spiff-words.ts";

const HEAD = [
  "member",
  "team",
  "month from",
  "month until",
  "corrects the month from",
  "SPIFF",
  "rule version",
  "period from",
  "period until",
  "line",
  "day",
  "written down on",
  "level",
  "what",
  "whom",
  "account",
  "through",
  "amount",
  "currency",
  "line of the journal",
  "signed by",
  "signed at",
  "hash of what was signed",
] as const;
const WIDTHS = [22, 16, 12, 12, 12, 28, 8, 12, 12, 26, 12, 12, 7, 24, 24, 24, 24, 12, 9, 38, 20, 26, 20];
const SUM_HEAD = ["member", "team", "month from", "month until", "facts", "total", "currency", "signed by"];
const SUM_WIDTHS = [22, 16, 12, 12, 8, 14, 9, 20];

type Line = Record<(typeof HEAD)[number], SheetCell>;

export interface SpiffFile {
  name: string;
  /** A line for each line of a statement. */
  lines: Line[];
  /** And one for what each comes to. */
  sums: SheetCell[][];
}

/** The statements of a month that the actor may see, or one member's of them, for a spreadsheet. Throws Problem not-found. */
export async function spiffFile(
  tx: Tx,
  actor: Actor,
  { day, memberId }: { day: Day; memberId?: string | undefined },
): Promise<SpiffFile> {
  const month = await contentsOf(tx, actor, day);
  const { books, members, start, end, signed } = month;
  const contents = month.contents.filter((each) => memberId === undefined || each.memberId === memberId);
  const rules = new Map(rulesOf(books, contents, month.rounds).map((rule) => [rule.id, rule]));
  const lineIds = contents.flatMap(({ entries }) => entries.flatMap(({ lineId }) => lineId ?? []));
  const lines = await shownLines(tx, lineIds);
  const payouts = new Map(books.payouts.map((payout) => [payout.id, payout]));
  const { timeZone } = actor.workspace;
  const whose = new Map(members.map((member) => [member.id, member]));
  const sorted = contents.toSorted((a, b) =>
    (whose.get(a.memberId)?.name ?? "") < (whose.get(b.memberId)?.name ?? "") ? -1 : 1,
  );
  const common = {
    "month from": { day: start },
    "month until": { day: end },
    "signed by": text(signed?.byName),
    "signed at": text(signed?.at.toISOString()),
    "hash of what was signed": text(signed?.hash),
  };
  return {
    name: `spiff-${start}${signed ? "" : "-open"}`,
    lines: sorted.flatMap(({ memberId: id, entries }) =>
      entries.map((entry): Line => {
        const rule = entry.versionId === null ? undefined : rules.get(entry.versionId);
        const line = entry.lineId === null ? undefined : lines.get(entry.lineId);
        const corrects = entry.correctsId === null ? undefined : payouts.get(entry.correctsId);
        return {
          ...common,
          member: text(whose.get(id)?.name),
          team: text(whose.get(id)?.teamName),
          "corrects the month from": dayCell(corrects?.start),
          SPIFF: text(rule?.name),
          "rule version": rule ? { number: rule.number } : null,
          "period from": dayCell(entry.fromDay),
          "period until": dayCell(entry.untilDay),
          line: text(lineText(entry)),
          day: dayCell(entry.factDay),
          "written down on": dayCell(
            line && dayIn(writtenOf(line, entry.level, signed?.at ?? null).at, timeZone),
          ),
          level: entry.level === null ? null : { number: entry.level },
          what: text(line && rule && MEASURE_WORDS[rule.measure][0]),
          whom: text(line?.fact.person?.name ?? line?.fact.what),
          account: text(line?.fact.account?.name),
          through: text(line?.fact.source?.name),
          amount: { money: entry },
          currency: text(entry.currency),
          "line of the journal": text(entry.lineId),
        };
      }),
    ),
    sums: sorted.flatMap(({ memberId: id, entries }) =>
      totalsOf(entries).map((money): SheetCell[] => [
        text(whose.get(id)?.name),
        text(whose.get(id)?.teamName),
        { day: start },
        { day: end },
        { number: entries.filter((entry) => isDone(entry) && entry.currency === money.currency).length },
        { money },
        text(money.currency),
        text(signed?.byName),
      ]),
    ),
  };
}

/** One table with every line: what a program adds up. */
export function asCsv({ lines }: SpiffFile): string {
  return csvFile([head(HEAD), ...lines.map((line) => HEAD.map((column) => line[column]))]);
}

/** Two sheets: what each gets, and every line. */
export function asWorkbook({ lines, sums }: SpiffFile): Promise<Buffer<ArrayBuffer>> {
  return xlsxFile([
    { name: "Statements", widths: SUM_WIDTHS, rows: [head(SUM_HEAD), ...sums] },
    {
      name: "Lines",
      widths: WIDTHS,
      rows: [head(HEAD), ...lines.map((line) => HEAD.map((column) => line[column]))],
    },
  ]);
}

function head(names: readonly string[]): SheetCell[] {
  return names.map((name) => ({ text: name }));
}

function isDone({ kind, correctsId }: Entry): boolean {
  return kind === "fact" && correctsId === null;
}

function lineText({ kind, count, step, correctsId }: Entry): string {
  if (kind === "fact") return count < 0 ? "taken back since" : correctsId === null ? "done" : "came in since";
  if (kind === "step") return `${step} reached`;
  if (kind === "cap") return "above the cap for one";
  if (kind === "share") return "above the cap for all, shared";
  return kind === "carried-on" ? "taken off next time" : "taken off from before";
}

function text(said: string | null | undefined): SheetCell {
  return said ? { text: said } : null;
}

function dayCell(day: Day | null | undefined): SheetCell {
  return day ? { day } : null;
}
