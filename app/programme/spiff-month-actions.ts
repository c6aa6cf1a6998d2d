import { createHash } from "node:crypto";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Calendar } from "#lib/kernel/fiscal.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { rolesThen, type RolesThen } from "#team/role-reader.ts";
import { seenText, type StatementContent } from "./spiff-content.ts";
import { booksOf, type Books, type OpenMonth } from "./spiff-month.ts";
import {
  correctionOf,
  inOrder,
  payRound,
  shareOf,
  withCarried,
  type Entry,
  type RoleOn,
  type SpiffFact,
} from "./spiff-pay.ts";
import {
  owedBack,
  paidRounds,
  signedLines,
  signedTakers,
  standingPayouts,
  type PaidRound,
  type PayoutRow,
  type SignedLine,
} from "./spiff-payout-store.ts";
import {
  factsFor,
  membersSince,
  spansOf,
  touchedSince,
  type MemberLine,
  type ReadFact,
} from "./spiff-reader.ts";
import { standingSpiffs, type SpiffRow, type VersionRow } from "./spiff-store.ts";
import type { Round } from "./spiff.ts";

/** Everything about SPIFFs of a workspace that is not worked out from facts. */
export interface SpiffBooks extends Books<VersionRow> {
  spiffs: SpiffRow[];
  payouts: PayoutRow[];
}

export async function readBooks(tx: Tx, actor: Actor): Promise<SpiffBooks> {
  const [spiffs, payouts] = await Promise.all([standingSpiffs(tx), standingPayouts(tx)]);
  return { spiffs, payouts, ...booksOf(spiffs, payouts, actor.today, actor.workspace.calendar) };
}

/** The month of a day: signed, or open. Throws Problem not-found for one before the first or after this one. */
export function monthAt(
  { payouts, open }: Pick<SpiffBooks, "payouts" | "open">,
  day: Day,
): { payout: PayoutRow; month: null } | { payout: null; month: OpenMonth<VersionRow> } {
  const payout = payouts.find(({ start, end }) => start <= day && day <= end);
  if (payout) return { payout, month: null };
  const month = open.find(({ start, end }) => start <= day && day <= end);
  if (!month) throw notFound("month with statements");
  return { payout: null, month };
}

export interface OpenStatements {
  members: MemberLine[];
  /** Of everybody who may take part or has something to be corrected; of one member where only they were asked for. */
  statements: StatementContent[];
  facts: ReadFact[];
}

/**
 * What an open month comes to as of now: its rounds, and with the month that is due what corrects the signed ones. With `memberId`
 * only that member's, read for them alone where nothing is shared.
 */
export async function openStatements(
  tx: Tx,
  actor: Actor,
  books: SpiffBooks,
  month: OpenMonth<VersionRow>,
  memberId?: string,
): Promise<OpenStatements> {
  const { calendar, timeZone } = actor.workspace;
  const only = memberId === undefined ? undefined : [memberId];
  const alone = only && !month.rounds.some(({ version }) => version.allCap !== null) ? only : undefined;
  const roles = await rolesThen(tx);
  const read = await Promise.all([
    membersSince(tx, firstDayOf(month), timeZone, only),
    factsFor(tx, spansOf(month.rounds), calendar.firstDay, { memberIds: alone }),
    month.due ? corrections(tx, books, roles, only) : new Map<string, Entry[]>(),
    month.due ? owedBack(tx, only) : [],
  ]);
  const [here, facts, corrected, owed] = read;
  const missing = [...new Set([...facts.map((fact) => fact.memberId), ...corrected.keys()])].filter(
    (id) => !here.some((member) => member.id === id),
  );
  const members = missing.length > 0 ? await membersSince(tx, firstDayOf(month), timeZone, missing) : here;
  const own = payAll(month.rounds, facts, roles.on);
  const owedBy = Map.groupBy(owed, (each) => each.memberId);
  const statements = members
    .filter(({ id }) => mayTake(month.rounds, roles, id) || corrected.has(id) || own.has(id))
    .filter(({ id }) => memberId === undefined || id === memberId)
    .map(({ id, role: now }) => {
      const role = roles.on(id, month.end) ?? now;
      const entries = [...(own.get(id) ?? []), ...(corrected.get(id) ?? [])];
      const owes = new Map((owedBy.get(id) ?? []).map(({ currency, minor }) => [currency, minor]));
      return { memberId: id, role, entries: withCarried(entries, owes) };
    });
  return { members, statements, facts };
}

/** What each member got in rounds, in the order of a statement; of `others` what was paid them stands for their facts. */
export function payAll(
  rounds: readonly Round[],
  facts: readonly (SpiffFact & { measure: string })[],
  roleOn: RoleOn,
  others: readonly PaidRound[] = [],
): Map<string, Entry[]> {
  const byMeasure = Map.groupBy(facts, ({ measure }) => measure);
  const all = new Map<string, Entry[]>();
  for (const round of rounds) {
    const paid = others
      .filter((each) => isOf(round, each))
      .map(({ memberId, earned }) => ({ memberId, minor: earned }));
    const own = byMeasure.get(round.core.measure) ?? [];
    for (const [memberId, entries] of payRound(round, own, roleOn, paid))
      all.set(memberId, [...(all.get(memberId) ?? []), ...entries]);
  }
  for (const entries of all.values()) entries.sort(inOrder);
  return all;
}

function isOf({ version, start, end }: Round, paid: PaidRound): boolean {
  return paid.versionId === version.id && paid.fromDay === start && paid.untilDay === end;
}

/**
 * What is missing from what was signed, by member: every signed month whose facts may have changed since is worked out anew by the
 * rules it was signed with and for those whose statements it had. Whose facts cannot have changed, of them it stands for their facts
 * what they were paid.
 */
async function corrections(
  tx: Tx,
  books: SpiffBooks,
  roles: RolesThen,
  only: readonly string[] | undefined,
): Promise<Map<string, Entry[]>> {
  const all = new Map<string, Entry[]>();
  const touched = await touchedPayouts(tx, books);
  if (touched.length === 0) return all;
  const ids = touched.map(({ payout }) => payout.id);
  const [allPaid, takers] = await Promise.all([paidRounds(tx, ids), signedTakers(tx, ids)]);
  const months = touched.map(({ payout, changed }) => {
    const rounds = books.signed.get(payout.id) ?? [];
    const paid = allPaid.filter(({ payoutId }) => payoutId === payout.id);
    const isAsSigned = paid.every((each) => rounds.some((round) => isOf(round, each)));
    return { payout, rounds, paid, changed: isAsSigned ? changed : null };
  });
  const lines = await signedLines(tx, { payoutIds: ids, correcting: ids, ...linesNeeded(months, only) });
  for (const { payout, rounds, paid, changed } of months) {
    const alone = rounds.some(({ version }) => version.allCap !== null) ? undefined : only;
    const readIds = changed === null ? alone : [...changed].filter((id) => alone?.includes(id) ?? true);
    const facts = await factsFor(tx, spansOf(rounds), payout.calendar.firstDay, { memberIds: readIds });
    const then = new Set(
      takers.filter(({ payoutId }) => payoutId === payout.id).map(({ memberId }) => memberId),
    );
    const roleOn: RoleOn = (id, day) => (then.has(id) ? roles.on(id, day) : null);
    const others = changed === null ? [] : paid.filter(({ memberId }) => !changed.has(memberId));
    const now = payAll(rounds, facts, roleOn, others);
    const before = Map.groupBy(
      lines.filter((line) => belongsTo(line, payout.id) && (changed?.has(line.memberId) ?? true)),
      ({ memberId }) => memberId,
    );
    const shares = Map.groupBy(others, ({ memberId }) => memberId);
    for (const memberId of only ?? new Set([...now.keys(), ...before.keys(), ...shares.keys()])) {
      const entries = correctionOf(payout.id, now.get(memberId) ?? [], [
        ...(before.get(memberId) ?? []).map(entryOf),
        ...(shares.get(memberId) ?? []).flatMap((each) => shareLines(rounds, each)),
      ]);
      if (entries.length > 0) all.set(memberId, [...(all.get(memberId) ?? []), ...entries]);
    }
  }
  return all;
}

function linesNeeded(
  months: readonly { changed: ReadonlySet<string> | null }[],
  only: readonly string[] | undefined,
): { memberIds?: readonly string[] } {
  if (only) return { memberIds: only };
  const ids = new Set<string>();
  for (const { changed } of months) {
    if (changed === null) return {};
    for (const id of changed) ids.add(id);
  }
  return { memberIds: [...ids] };
}

function shareLines(rounds: readonly Round[], paid: PaidRound): Entry[] {
  const round = rounds.find((each) => isOf(each, paid));
  return round === undefined || paid.share === 0 ? [] : [shareOf(round, paid.share)];
}

/** With whose facts may have changed; null: anybody's. */
async function touchedPayouts(
  tx: Tx,
  { payouts, signed }: SpiffBooks,
): Promise<{ payout: PayoutRow; changed: ReadonlySet<string> | null }[]> {
  const stretches = payouts.flatMap(({ id, at }) => {
    const rounds = signed.get(id) ?? [];
    if (rounds.length === 0) return [];
    const measures = [...new Set(rounds.map(({ core }) => core.measure as string))];
    const from = rounds.reduce(
      (least, round) => (round.start < least ? round.start : least),
      rounds[0]!.start,
    );
    const to = rounds.reduce((most, round) => (round.end > most ? round.end : most), rounds[0]!.end);
    return [{ id, measures, from, to, since: at }];
  });
  if (stretches.length === 0) return [];
  const touched = await touchedSince(tx, stretches);
  return payouts.flatMap((payout) => {
    if (hangsOnTeams(signed.get(payout.id) ?? [])) return { payout, changed: null };
    const changed = touched.get(payout.id);
    return changed ? { payout, changed } : [];
  });
}

/** In which team a loop was closed is read from where the rep was then, and that can be said anew for a day in the past. */
function hangsOnTeams(rounds: readonly Round[]): boolean {
  return rounds.some(({ core, version }) => core.measure === "loops-closed" && version.teamIds.length > 0);
}

function belongsTo(line: SignedLine, payoutId: string): boolean {
  if (line.versionId === null) return false;
  return line.correctsId === null ? line.payoutId === payoutId : line.correctsId === payoutId;
}

export function entryOf({ payoutId: _of, memberId: _whose, role: _as, ...entry }: SignedLine): Entry {
  return entry;
}

/** Of a quarter that ends with this month those count too who left in its first. */
function firstDayOf({ start, rounds }: OpenMonth): Day {
  return rounds.reduce((least, round) => (round.from < least ? round.from : least), start);
}

/** On a day at least: a rep who became a manager keeps the statement of what they did as a rep. */
function mayTake(rounds: readonly Round[], roles: RolesThen, memberId: string): boolean {
  return rounds.some(({ version, from, to }) =>
    roles.between(memberId, from, to).some((role) => (version.roles as readonly string[]).includes(role)),
  );
}

/** The versions that rounds are paid by, and those that earlier months were, which are corrected with them. */
export function rulesOf(
  books: SpiffBooks,
  statements: readonly StatementContent[],
  rounds: readonly Round[],
) {
  const used = new Set([
    ...rounds.map(({ version }) => version.id),
    ...statements.flatMap(({ entries }) => entries.flatMap(({ versionId }) => versionId ?? [])),
  ]);
  return books.spiffs.flatMap(({ core, versions }) =>
    versions.filter(({ id }) => used.has(id)).map((version) => ({ ...core, ...version })),
  );
}

/** What a leader has before them: a month that has changed since has another. */
export function seenHash(
  tx: Tx,
  books: SpiffBooks,
  month: OpenMonth<VersionRow>,
  calendar: Calendar,
  statements: readonly StatementContent[],
): string {
  const { start, end, rounds } = month;
  const rules = rulesOf(books, statements, rounds);
  return sha256(seenText({ workspaceId: tx.workspaceId, start, end, calendar, rules, statements }));
}

export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
