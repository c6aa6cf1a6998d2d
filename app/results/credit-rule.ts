import type { Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { CreditRule, Shape } from "./chain-credit.ts";

export const SHAPE_KINDS = ["first", "last", "split"] as const;

/** What holds until a leader sets another: split, each source before the last has half of what the next one has. */
export const HOUSE_RULE: CreditRule = {
  version: 1,
  shape: { kind: "split", kept: { part: 1, of: 2 } },
};

/** A version that a leader set. */
export interface SetRule extends CreditRule {
  id: string;
  reason: string;
  day: Day;
  byName: string;
  at: Date;
}

/** A shape as it is said: `part` and `of` go with a split alone. */
export interface SaidShape {
  kind: (typeof SHAPE_KINDS)[number];
  part?: number | null | undefined;
  of?: number | null | undefined;
}

const LONGEST_REASON = 500;
const MOST_PARTS = 100;

/** Of the versions, the oldest first, the one that held when something was written. */
export function ruleAt(rules: readonly SetRule[], written: Date): CreditRule {
  return rules.findLast(({ at }) => at <= written) ?? HOUSE_RULE;
}

/** A line of the journal by which a deal was counted as won, or by which such a line was taken back. */
export interface CountedLine {
  id: string;
  day: Day;
  at: Date;
  undoes: string | null;
}

/**
 * When it was first written down that a deal was won as this line says. A line that came in the same moment as an earlier one was taken
 * back corrects it, and one of the same day is of the same win: whoever corrects a deal, or undoes that, does not change its rule.
 */
export function firstWritten(line: Pick<CountedLine, "day" | "at">, lines: readonly CountedLine[]): Date {
  const goneAt = new Map(
    lines.flatMap(({ undoes, at }) => (undoes === null ? [] : [[undoes, at.getTime()]])),
  );
  let first = line;
  for (;;) {
    const { day, at } = first;
    const earlier = lines
      .filter((each) => each.undoes === null && each.at < at)
      .filter((each) => each.day === day || goneAt.get(each.id) === at.getTime());
    if (earlier.length === 0) return at;
    first = earlier.reduce((a, b) => (a.at <= b.at ? a : b));
  }
}

/** Throws Problem invalid naming the field. */
export function cleanShape({ kind, part, of }: SaidShape): Shape {
  if (kind !== "split") {
    if ((part ?? null) !== null || (of ?? null) !== null)
      throw invalid("only a split has a share that each one before keeps", "part");
    return { kind };
  }
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(of))
    throw invalid(
      "say what each one before has of what the next one has: 1 of 2 is half, 1 of 1 shares alike",
      "part",
    );
  const kept = { part: part as number, of: of as number };
  if (kept.of < 1 || kept.of > MOST_PARTS)
    throw invalid(`the whole has 1 to ${MOST_PARTS} parts, for example 1 of 2`, "of");
  if (kept.part < 0 || kept.part > kept.of)
    throw invalid("a share is between nothing and the whole, for example 1 of 2", "part");
  return { kind, kept };
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a.kind !== "split" || b.kind !== "split") return a.kind === b.kind;
  return a.kept.part * b.kept.of === b.kept.part * a.kept.of;
}

/** Throws Problem invalid where there is none. */
export function cleanReason(reason: string, field = "reason"): string {
  const clean = cleanText(reason, LONGEST_REASON, field);
  if (clean === null) throw invalid("say why, in a sentence that others understand next year", field);
  return clean;
}
