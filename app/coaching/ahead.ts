import { conflict, Problem } from "#lib/kernel/problem.ts";
import type { Counted } from "#commitments/promise.ts";
import type { Day } from "#lib/kernel/days.ts";

/** What is said for the next 1:1; what is not named stays. */
export interface SaidAhead {
  /** What the caller brings along: the member's words, or those of whoever leads them. */
  words?: string | null | undefined;
  plannedOn?: Day | null | undefined;
  personIds?: readonly string[] | undefined;
  expects?: number | null | undefined;
  topics?: string | null | undefined;
  number?: { measure: Counted; count: number } | null | undefined;
  skill?: string | null | undefined;
  scenario?: string | null | undefined;
  commitment?: string | null | undefined;
  /** What stood there when they began: what the other of the two has written since stays. */
  startedFrom?: StartedFrom | undefined;
}

/** As in what is said; of what is not named it is not asked who wrote it. */
export type StartedFrom = Omit<SaidAhead, "scenario" | "startedFrom">;

/** What stands there now, as whoever speaks may change it. */
export type StandsAhead = Required<{ [K in keyof StartedFrom]: Exclude<StartedFrom[K], undefined> }>;

const FIELDS = ["words", "plannedOn", "expects", "topics", "number", "skill", "commitment"] as const;

/**
 * Of what is said what was changed since the caller began. Whom to ask is joined: who was added or taken out on either side. Throws
 * Problem conflict naming the field where both have changed the same.
 */
export function changedAhead(now: StandsAhead, { startedFrom, ...said }: SaidAhead): SaidAhead {
  if (startedFrom === undefined) return said;
  const changed: SaidAhead = { ...said };
  for (const field of FIELDS) {
    const [base, mine] = [startedFrom[field], said[field]];
    if (base === undefined || mine === undefined) continue;
    if (alike(mine, base)) delete changed[field];
    else if (!alike(now[field], base) && !alike(now[field], mine)) throw changedMeanwhile(field, now[field]);
  }
  // A scenario belongs to its skill.
  if (said.scenario !== undefined && said.skill !== undefined && changed.skill === undefined)
    delete changed.scenario;
  if (said.personIds !== undefined && startedFrom.personIds !== undefined)
    changed.personIds = mergedIds(now.personIds, startedFrom.personIds, said.personIds);
  return changed;
}

/** What was changed since the caller began, for a 1:1 that is written down beside the one being prepared: neither words nor a day ahead. */
export function saidAnew(all: SaidAhead): SaidAhead {
  const { words: _words, plannedOn: _plannedOn, startedFrom = {}, ...anew } = all;
  const isAsBefore = (field: keyof typeof startedFrom & keyof typeof anew) =>
    startedFrom[field] !== undefined && alike(anew[field], startedFrom[field]);
  for (const field of ["expects", "topics", "number", "commitment", "personIds"] as const)
    if (isAsBefore(field)) delete anew[field];
  if (!isAsBefore("skill")) return anew;
  const { skill: _skill, scenario: _scenario, ...rest } = anew;
  return rest;
}

function mergedIds(now: readonly string[], base: readonly string[], mine: readonly string[]): string[] {
  const kept = mine.filter((id) => !base.includes(id) || now.includes(id));
  const others = now.filter((id) => !base.includes(id) && !mine.includes(id));
  return [...kept, ...others];
}

function changedMeanwhile(field: string, now: unknown): Problem {
  const what = typeof now === "string" ? `“${now}” stands here now` : "this was changed meanwhile";
  const { kind, reason } = conflict(`${what}: read it, then save again`);
  return new Problem(kind, reason, field);
}

function alike(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.join() === b.join();
  return JSON.stringify(cleaned(a)) === JSON.stringify(cleaned(b));
}

/** As it is stored: without blanks around it, and in one order. */
function cleaned(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "").trim() || null;
  if (typeof value !== "object" || value === null) return value ?? null;
  const { measure, count } = value as { measure: unknown; count: unknown };
  return [measure, count];
}
