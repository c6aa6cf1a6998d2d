import { createHash } from "node:crypto";
import type { Actor } from "#lib/kernel/actor.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { type RowBefore, type SubjectKind } from "./import.ts";
import { joinIds, type RowFate, subjectsOfLines } from "./import-row-store.ts";
import { type InFile } from "./in-file.ts";
import { type Joint, jointsOf, type KnownMember, subjectsWithIds } from "./known-reader.ts";
import type { Owner, Remark } from "./records.ts";
import { type Changes, takeOver } from "./take-over.ts";
import type { Underway } from "./underway-store.ts";

/** One way through a file: to show what it would do, or to do it. */
export interface Course {
  importId: string;
  fileName: string;
  system: string;
  /** False for a preview: nothing is written. */
  applies: boolean;
  actor: Actor;
  actId: string;
  country: string | null;
  members: readonly KnownMember[];
  inFile: InFile;
  /** Keys of accounts that are, or would be, added because rows name them. */
  namedAccounts: Set<string>;
  underway: Underway;
}

/** A row that could be read, as the things of one kind are written. */
export interface Reading<F> {
  line: number;
  title: string;
  /** The other system's, or one made of what the row says. */
  externalId: string;
  isOwnId: boolean;
  /** What tells it from other rows of the file. */
  keys: readonly string[];
  says: Partial<F>;
  /** What is written when it is new here. */
  fresh: F;
  notes: readonly Remark[];
}

export interface Decision<F, R extends Reading<F>> {
  reading: R;
  action: "create" | "update" | "same" | "skip" | "bad";
  reason: string | null;
  subjectId: string | null;
  facts: F;
  changes: Changes;
  before: RowBefore;
}

/** How things of one kind are found and written. */
export interface Craft<F extends object, R extends Reading<F>> {
  kind: SubjectKind;
  empties: Partial<F>;
  /** What fields are called in the reasons. */
  words: Readonly<Record<string, string>>;
  /** By line: who or what is here that may be meant, the likeliest first. */
  alike(tx: Tx, readings: readonly R[]): Promise<Map<number, string[]>>;
  known(tx: Tx, ids: readonly string[], hold: boolean): Promise<Map<string, F>>;
  fits(reading: R, known: F): boolean;
  /** After facts were taken over; may refuse by naming a reason to leave the row out. */
  settle?(reading: R, known: F | null, facts: F, changes: Changes): string | null;
  /** Before anything is written: what the rows need besides. Answers fates of its own. */
  prepare?(tx: Tx, decisions: readonly Decision<F, R>[]): Promise<RowFate[]>;
  /** Answers the ids in the order given. */
  create(tx: Tx, decisions: readonly Decision<F, R>[]): Promise<string[]>;
  /** May turn decisions into bad ones, with the reason. */
  update(tx: Tx, decisions: readonly Decision<F, R>[], facts: ReadonlyMap<string, F>): Promise<void>;
}

/**
 * Decides what becomes of some rows of the file and, when the course applies, does it. What is here is found by keys, in a few
 * statements for all rows together.
 */
export async function bringBatch<F extends object, R extends Reading<F>>(
  tx: Tx,
  course: Course,
  craft: Craft<F, R>,
  readings: readonly R[],
): Promise<RowFate[]> {
  const found = await findKnown(tx, course, craft, readings);
  const decisions = new Map<number, Decision<F, R>>();
  for (const reading of readings)
    decisions.set(reading.line, decide(course, craft, reading, found, decisions));
  const all = [...decisions.values()];
  const along = (await craft.prepare?.(tx, all)) ?? [];
  if (course.applies) await carryOut(tx, course, craft, all, found);
  return [...along, ...all.map((decision) => fateOf(craft, decision))];
}

interface Found<F> {
  /** By line: the line of an earlier row of the file that is about the same. */
  earlier: Map<number, number>;
  /** The subjects of such lines when they were in an earlier batch. */
  far: Map<number, string>;
  joints: Map<string, Joint>;
  alike: Map<number, string[]>;
  withIds: Set<string>;
  /** As they will stand after what was decided so far. */
  known: Map<string, F>;
}

async function findKnown<F extends object, R extends Reading<F>>(
  tx: Tx,
  course: Course,
  craft: Craft<F, R>,
  readings: readonly R[],
): Promise<Found<F>> {
  const whose = { system: course.system, kind: craft.kind };
  const here = new Set(readings.map(({ line }) => line));
  const earlier = new Map<number, number>();
  for (const { line, externalId, keys } of readings) {
    const met = course.inFile.meet(line, [`x:${externalId}`, ...keys]);
    if (met !== null) earlier.set(line, met);
  }
  const away = [...earlier.values()].filter((line) => !here.has(line));
  const far = course.applies ? await subjectsOfLines(tx, course.importId, away) : new Map<number, string>();
  const joints = await jointsOf(
    tx,
    whose,
    readings.map(({ externalId }) => externalId),
  );
  const unknown = readings.filter(({ line, externalId }) => !earlier.has(line) && !joints.has(externalId));
  const alike = await craft.alike(tx, unknown);
  const likely = [...new Set([...alike.values()].flat())];
  const withIds = await subjectsWithIds(tx, whose, likely);
  const ids = new Set([
    ...likely,
    ...far.values(),
    ...[...joints.values()].map(({ subjectId }) => subjectId),
  ]);
  return { earlier, far, joints, alike, withIds, known: await craft.known(tx, [...ids], course.applies) };
}

function decide<F extends object, R extends Reading<F>>(
  course: Course,
  craft: Craft<F, R>,
  reading: R,
  found: Found<F>,
  decisions: ReadonlyMap<number, Decision<F, R>>,
): Decision<F, R> {
  const { line } = reading;
  const earlier = found.earlier.get(line);
  if (earlier !== undefined) return repeat(craft, reading, earlier, found, decisions);
  const joint = found.joints.get(reading.externalId);
  if (joint?.gone) return leftOut(reading, "it was taken off the lists here");
  const subjectId = joint?.subjectId ?? likeliest(course, craft, reading, found);
  if (subjectId === undefined) {
    const decision = { ...leftOut<F, R>(reading, null), action: "create" as const };
    const refusal = craft.settle?.(reading, null, decision.facts, {}) ?? null;
    return refusal === null ? decision : leftOut(reading, refusal);
  }
  const taken = course.inFile.take(line, subjectId);
  if (taken !== null) return repeat(craft, reading, taken, found, decisions, subjectId);
  const now = found.known.get(subjectId);
  if (!now) return leftOut(reading, "it was taken off the lists here");
  const said = (joint?.said ?? null) as Partial<F> | null;
  const { facts, changes } = takeOver(now, reading.says, said, craft.empties);
  const refusal = craft.settle?.(reading, now, facts, changes) ?? null;
  if (refusal !== null) return leftOut(reading, refusal);
  const changed = Object.keys(changes).length > 0;
  found.known.set(subjectId, facts);
  return {
    reading,
    action: changed ? "update" : "same",
    reason: null,
    subjectId,
    facts,
    changes,
    before: changed && joint ? { said: { externalId: reading.externalId, was: joint.said } } : {},
  };
}

function likeliest<F extends object, R extends Reading<F>>(
  course: Course,
  craft: Craft<F, R>,
  reading: R,
  found: Found<F>,
): string | undefined {
  return found.alike.get(reading.line)?.find((id) => {
    const known = found.known.get(id);
    const hasOther = reading.isOwnId && found.withIds.has(id);
    return known !== undefined && !hasOther && !course.inFile.wasBorn(id) && craft.fits(reading, known);
  });
}

/** A row about something that an earlier one is about: what it adds is put there too. */
function repeat<F extends object, R extends Reading<F>>(
  craft: Craft<F, R>,
  reading: R,
  earlier: number,
  found: Found<F>,
  decisions: ReadonlyMap<number, Decision<F, R>>,
  knownId?: string,
): Decision<F, R> {
  const decision = leftOut<F, R>(reading, `it repeats line ${earlier}; what it adds is put there`);
  const said = (found.joints.get(reading.externalId)?.said ?? null) as Partial<F> | null;
  const first = decisions.get(earlier);
  if (first && (first.action === "create" || first.action === "update" || first.action === "same")) {
    const { facts, changes } = takeOver(first.facts, reading.says, said, craft.empties);
    craft.settle?.(reading, first.facts, facts, changes);
    first.facts = facts;
    decision.subjectId = first.subjectId;
    if (first.subjectId === null || Object.keys(changes).length === 0) return decision;
    found.known.set(first.subjectId, facts);
    return { ...decision, facts, changes };
  }
  const subjectId = knownId ?? found.far.get(earlier);
  const now = subjectId === undefined ? undefined : found.known.get(subjectId);
  if (subjectId === undefined || !now) return decision;
  const { facts, changes } = takeOver(now, reading.says, said, craft.empties);
  craft.settle?.(reading, now, facts, changes);
  found.known.set(subjectId, facts);
  return { ...decision, subjectId, facts, changes };
}

function leftOut<F, R extends Reading<F>>(reading: R, reason: string | null): Decision<F, R> {
  return { reading, action: "skip", reason, subjectId: null, facts: reading.fresh, changes: {}, before: {} };
}

async function carryOut<F extends object, R extends Reading<F>>(
  tx: Tx,
  course: Course,
  craft: Craft<F, R>,
  decisions: readonly Decision<F, R>[],
  found: Found<F>,
): Promise<void> {
  const created = decisions.filter(({ action }) => action === "create");
  const ids = created.length > 0 ? await craft.create(tx, created) : [];
  const byLine = new Map<number, string>();
  created.forEach((decision, at) => {
    decision.subjectId = ids[at] as string;
    byLine.set(decision.reading.line, decision.subjectId);
    course.inFile.bear(decision.subjectId);
  });
  for (const decision of decisions) {
    const earlier = found.earlier.get(decision.reading.line);
    if (decision.subjectId === null && earlier !== undefined)
      decision.subjectId = byLine.get(earlier) ?? null;
  }
  const changed = decisions.filter(({ changes }) => Object.keys(changes).length > 0);
  if (changed.length > 0) await craft.update(tx, changed, found.known);
  const whose = { system: course.system, kind: craft.kind, importId: course.importId };
  const joined = new Map<string, { externalId: string; subjectId: string; said: Partial<F> }>();
  for (const { action, reading, subjectId } of decisions) {
    const { externalId, says } = reading;
    const wasJoined = found.joints.has(externalId) && action !== "create" && action !== "update";
    if (subjectId === null || (wasJoined && !joined.has(externalId))) continue;
    const before = joined.get(externalId);
    const said = before ? takeOver(before.said, says, null).facts : says;
    joined.set(externalId, { externalId, subjectId: before?.subjectId ?? subjectId, said });
  }
  await course.underway.send(joinIds(tx, whose, [...joined.values()]));
}

function fateOf<F extends object, R extends Reading<F>>(
  craft: Craft<F, R>,
  decision: Decision<F, R>,
): RowFate {
  const { reading, action, subjectId, changes } = decision;
  const fields = Object.keys(changes).length > 0 ? { fields: changes } : {};
  const before = { ...decision.before, ...fields };
  const what = action === "update" ? changesInWords(changes, craft.words) : null;
  const notes = action === "bad" ? [] : reading.notes.map(({ reason }) => reason);
  return {
    line: reading.line,
    action,
    reason: [decision.reason, what, ...notes].filter((part) => part !== null).join("; ") || null,
    title: reading.title,
    subjectKind: subjectId === null ? null : craft.kind,
    subjectId,
    before: Object.keys(before).length > 0 ? before : null,
  };
}

/** "fills in title, phone; changes stage" */
function changesInWords(changes: Changes, words: Readonly<Record<string, string>>): string {
  const named = (filled: boolean) =>
    Object.entries(changes)
      .filter(([field, { was }]) => words[field] !== undefined && isFilled(was) === filled)
      .map(([field]) => words[field]);
  const parts = [
    ["fills in", named(true)],
    ["changes", named(false)],
  ] as const;
  return parts
    .filter(([, fields]) => fields.length > 0)
    .map(([verb, fields]) => `${verb} ${fields.join(", ")}`)
    .join("; ");
}

function isFilled(was: unknown): boolean {
  return was === null || (Array.isArray(was) && was.length === 0);
}

/** An id for a row that has none, made of what it says: the same row brought again has the same. */
export function rowId(parts: readonly unknown[]): string {
  return `row:${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22)}`;
}

/** The member that an owner in another system means, by e-mail or else by name. */
export function memberFor(course: Course, owner: Owner | null): KnownMember | null {
  if (!owner) return null;
  const email = owner.email?.toLowerCase();
  const name = owner.name?.trim().toLowerCase();
  const byEmail = email && course.members.find((member) => member.email.toLowerCase() === email);
  return byEmail || (name && course.members.find((member) => member.name.toLowerCase() === name)) || null;
}

/** What `make` answers, or the reason that it threw a Problem for. */
export function orReason<T>(make: () => T): { made: T } | { refused: string } {
  try {
    return { made: make() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { refused: error.field ? `${error.field}: ${error.reason}` : error.reason };
  }
}
