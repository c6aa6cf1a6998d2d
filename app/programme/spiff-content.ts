import type { Day } from "#lib/kernel/days.ts";
import type { Calendar } from "#lib/kernel/fiscal.ts";
import type { Entry } from "./spiff-pay.ts";
import type { SpiffCore, Version } from "./spiff.ts";

/** What is signed: by which rules, whom, and every line; and when it was signed, by whom. */
export interface SignedContent {
  workspaceId: string;
  payoutId: string;
  start: Day;
  end: Day;
  calendar: Calendar;
  signedBy: string;
  signedAt: Date;
  rules: readonly (SpiffCore & Version)[];
  statements: readonly StatementContent[];
}

export type SeenContent = Omit<SignedContent, "payoutId" | "signedBy" | "signedAt">;

export interface StatementContent {
  memberId: string;
  role: string;
  /** In the order of the statement. */
  entries: readonly Entry[];
}

/**
 * The one form in which a pay-out is hashed: JSON of lists in a fixed order, in UTF-8. No name is in it, so that somebody who is
 * erased, married or renamed breaks no signature; ids, days and amounts are.
 */
export function canonicalText(signed: SignedContent): string {
  const { workspaceId, payoutId, signedBy, signedAt } = signed;
  return JSON.stringify([
    "askwell spiff 1",
    [workspaceId, payoutId, signedBy, signedAt.toISOString()],
    ...contentOf(signed),
  ]);
}

/** The same without the signature: what somebody has read who is about to sign. */
export function seenText(seen: SeenContent): string {
  return JSON.stringify(["askwell spiff 1", seen.workspaceId, ...contentOf(seen)]);
}

function contentOf({ start, end, calendar, rules, statements }: SeenContent): unknown[] {
  const { firstDay, pattern, startMonth } = calendar;
  return [
    [start, end, firstDay, pattern, startMonth],
    rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(ruleOf),
    statements
      .toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))
      .map(({ memberId, role, entries }) => [memberId, role, entries.map(lineOf)]),
  ];
}

function ruleOf(rule: SpiffCore & Version): unknown[] {
  const { id, number, measure, period, currency, levels, holdsFrom, fromDay, untilDay, pay } = rule;
  const paid = pay.kind === "each" ? pay.minor : pay.steps.map(({ at, minor }) => [at, minor]);
  const days = [holdsFrom, fromDay, untilDay];
  const who = [[...rule.roles], [...rule.teamIds].toSorted()];
  return [id, number, measure, period, currency, levels, days, paid, [rule.repCap, rule.allCap], who];
}

function lineOf(entry: Entry): unknown[] {
  const { kind, correctsId, versionId, fromDay, untilDay, lineId, factDay, level, step, count } = entry;
  const fact = [lineId, factDay, level];
  return [kind, correctsId, versionId, fromDay, untilDay, fact, step, count, entry.minor, entry.currency];
}
