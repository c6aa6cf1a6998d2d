import type { Day } from "#lib/kernel/days.ts";
import type { Pay, Round, SpiffRole } from "./spiff.ts";

/** A line of the journal that counts, as far as a SPIFF asks. */
export interface SpiffFact {
  /** Of the journal. */
  lineId: string;
  memberId: string;
  /** Their team on that day. */
  teamId: string | null;
  day: Day;
  level: number | null;
}

export const ENTRY_KINDS = ["fact", "step", "cap", "share", "carried-in", "carried-on"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * A line of a statement. fact: something done · step: that many were reached · cap: what is above the cap of one rep · share: what
 * is above the cap of all, shared · carried: what was paid too much and is taken off later.
 */
export interface Entry {
  kind: EntryKind;
  /** The pay-out of the earlier month that it corrects; null: it belongs to the statement's own month. */
  correctsId: string | null;
  versionId: string | null;
  fromDay: Day | null;
  untilDay: Day | null;
  lineId: string | null;
  factDay: Day | null;
  level: number | null;
  step: number | null;
  /** 1 for a fact; -1 where a correction takes one away. */
  count: number;
  minor: number;
  currency: string;
}

/** The role in which somebody takes part on a day; null: they do not. */
export type RoleOn = (memberId: string, day: Day) => string | null;

/** What somebody earned in a round before the cap of all. */
export interface Earned {
  memberId: string;
  minor: number;
}

/**
 * What everybody gets in one round, exactly: by member, those only who did something that counts. `others`: of whom what they earned
 * is known without their facts; of theirs there is the line alone that the cap of all makes.
 */
export function payRound(
  round: Round,
  facts: readonly SpiffFact[],
  roleOn: RoleOn,
  others: readonly Earned[] = [],
): Map<string, Entry[]> {
  const { version } = round;
  const counted = facts.filter(
    (fact) => countsIn(round, fact) && version.roles.includes(roleOn(fact.memberId, fact.day) as SpiffRole),
  );
  const entries = new Map<string, Entry[]>();
  for (const [memberId, own] of Map.groupBy(counted, (fact) => fact.memberId))
    entries.set(memberId, payOne(round, own));
  const earned = [...[...entries].map(([memberId, own]) => ({ memberId, minor: sumOf(own) })), ...others];
  for (const { memberId, minor } of overAll(earned, version.allCap))
    entries.set(memberId, [...(entries.get(memberId) ?? []), shareOf(round, -minor)]);
  return entries;
}

/** What the cap of all takes off. */
export function shareOf(round: Round, minor: number): Entry {
  return entryOf(round, round.core.currency, { kind: "share", minor });
}

export function countsIn({ version, from, to }: Round, fact: SpiffFact): boolean {
  if (fact.day < from || fact.day > to) return false;
  if (version.teamIds.length > 0 && (fact.teamId === null || !version.teamIds.includes(fact.teamId)))
    return false;
  return version.levels === null || (fact.level !== null && version.levels.includes(fact.level));
}

export function sumOf(entries: readonly { minor: number }[]): number {
  return entries.reduce((sum, { minor }) => sum + minor, 0);
}

function payOne(round: Round, facts: readonly SpiffFact[]): Entry[] {
  const { version, core } = round;
  const inOrder = facts.toSorted((a, b) => order(a.day, b.day) || order(a.lineId, b.lineId));
  const each = version.pay.kind === "each" ? version.pay.minor : 0;
  const entries = inOrder.map((fact) =>
    entryOf(round, core.currency, {
      kind: "fact",
      lineId: fact.lineId,
      factDay: fact.day,
      level: fact.level,
      count: 1,
      minor: each,
    }),
  );
  for (const { at, minor } of stepsReached(version.pay, facts.length))
    entries.push(entryOf(round, core.currency, { kind: "step", step: at, minor }));
  const over = version.repCap === null ? 0 : sumOf(entries) - version.repCap;
  if (over > 0) entries.push(entryOf(round, core.currency, { kind: "cap", minor: -over }));
  return entries;
}

export function stepsReached(pay: Pay, count: number): { at: number; minor: number }[] {
  return pay.kind === "steps" ? pay.steps.filter(({ at }) => at <= count) : [];
}

/**
 * What each gives up so that all together stay within the cap: each keeps the same share of what they earned, in whole minor units;
 * the units left over go to the largest fractions (the method of largest remainders), of equal ones to whoever has been here longer.
 */
export function overAll(earned: readonly Earned[], cap: number | null): Earned[] {
  const total = earned.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
  if (cap === null || total <= BigInt(cap)) return [];
  const shares = earned.map(({ memberId, minor }) => {
    const whole = BigInt(minor) * BigInt(cap);
    return { memberId, minor, kept: whole / total, rest: whole % total };
  });
  let left = Number(BigInt(cap) - shares.reduce((sum, { kept }) => sum + kept, 0n));
  const byRest = shares.toSorted((a, b) => order(b.rest, a.rest) || order(a.memberId, b.memberId));
  for (const share of byRest) {
    if (left === 0) break;
    share.kept += 1n;
    left -= 1;
  }
  return shares
    .map(({ memberId, minor, kept }) => ({ memberId, minor: minor - Number(kept) }))
    .filter(({ minor }) => minor > 0);
}

/**
 * What is missing from what was paid for a month, against what its facts are worth now: a line for each fact that came, went or is
 * worth something else, and for each step, cap and share that changed.
 */
export function correctionOf(payoutId: string, now: readonly Entry[], paid: readonly Entry[]): Entry[] {
  const changes = new Map<string, Entry>();
  const add = (entry: Entry, sign: 1 | -1) => {
    const key = keyOf(entry);
    const before = changes.get(key);
    changes.set(key, {
      ...(before ?? entry),
      correctsId: payoutId,
      count: (before?.count ?? 0) + sign * entry.count,
      minor: (before?.minor ?? 0) + sign * entry.minor,
    });
  };
  for (const entry of now) add(entry, 1);
  for (const entry of paid) add(entry, -1);
  return [...changes.values()].filter(({ count, minor }) => count !== 0 || minor !== 0).toSorted(inOrder);
}

function keyOf({ kind, versionId, fromDay, untilDay, lineId, step }: Entry): string {
  return [kind, versionId, fromDay, untilDay, lineId, step].join(" ");
}

/** The order of lines in a statement; the same whoever works it out. */
export function inOrder(a: Entry, b: Entry): number {
  return (
    order(a.correctsId ?? "", b.correctsId ?? "") ||
    order(a.fromDay ?? "", b.fromDay ?? "") ||
    order(a.versionId ?? "", b.versionId ?? "") ||
    ENTRY_KINDS.indexOf(a.kind) - ENTRY_KINDS.indexOf(b.kind) ||
    order(a.factDay ?? "", b.factDay ?? "") ||
    order(a.lineId ?? "", b.lineId ?? "") ||
    (a.step ?? 0) - (b.step ?? 0) ||
    order(a.currency, b.currency)
  );
}

/**
 * A statement's own lines and the corrections that come with it, with what is carried: nobody pays back, so what is below nothing in
 * a currency waits for the next statement. `owed`: what earlier ones have put off.
 */
export function withCarried(entries: readonly Entry[], owed: ReadonlyMap<string, number>): Entry[] {
  const all = [...entries];
  for (const [currency, minor] of owed) if (minor !== 0) all.push(carried("carried-in", -minor, currency));
  for (const { minor, currency } of totalsOf(all))
    if (minor < 0) all.push(carried("carried-on", -minor, currency));
  return all.toSorted(inOrder);
}

/** What a statement comes to, a sum for each currency in it. */
export function totalsOf(entries: readonly Entry[]): { minor: number; currency: string }[] {
  const sums = Map.groupBy(entries, ({ currency }) => currency);
  return [...sums]
    .map(([currency, own]) => ({ minor: sumOf(own), currency }))
    .toSorted((a, b) => order(a.currency, b.currency));
}

function carried(kind: "carried-in" | "carried-on", minor: number, currency: string): Entry {
  return { ...NOTHING, kind, minor, currency };
}

const NOTHING: Omit<Entry, "kind" | "minor" | "currency"> = {
  correctsId: null,
  versionId: null,
  fromDay: null,
  untilDay: null,
  lineId: null,
  factDay: null,
  level: null,
  step: null,
  count: 0,
};

function entryOf(
  { version, start, end }: Round,
  currency: string,
  said: Partial<Entry> & { kind: EntryKind; minor: number },
): Entry {
  return { ...NOTHING, versionId: version.id, fromDay: start, untilDay: end, currency, ...said };
}

function order<T extends string | number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
