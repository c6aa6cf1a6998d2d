import type { Actor } from "#lib/kernel/actor.ts";
import { dayIn, type Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import {
  entryOf,
  monthAt,
  openStatements,
  readBooks,
  rulesOf,
  seenHash,
  type SpiffBooks,
} from "./spiff-month-actions.ts";
import type { MonthState, OpenMonth } from "./spiff-month.ts";
import { totalsOf, type Entry } from "./spiff-pay.ts";
import { signedLines, signedTakers, type PayoutRow } from "./spiff-payout-store.ts";
import { membersSince, type MemberLine } from "./spiff-reader.ts";
import { shownLines, type ShownLine } from "./spiff-line-reader.ts";
import type { StatementContent } from "./spiff-content.ts";
import type { VersionRow } from "./spiff-store.ts";
import { mayRunSpiffs, maySeeStatement, type Round, type SpiffMeasure } from "./spiff.ts";

export interface Month {
  start: Day;
  end: Day;
  state: MonthState;
  signed: { byName: string; at: Date; hash: string; mayTakeBack: boolean } | null;
}

export interface StatementRow {
  member: MemberLine;
  facts: number;
  /** What these facts are, by measure. */
  counted: { measure: SpiffMeasure; count: number }[];
  /** What was done in the month, what corrects earlier ones, what is carried, and all together. */
  own: Money[];
  corrected: Money[];
  carried: Money[];
  totals: Money[];
}

export interface MonthStatements extends Month {
  statements: StatementRow[];
  totals: Money[];
  /** What a leader signs, by its hash; null where it is not to be signed by this actor. */
  seen: string | null;
  /** The rounds that it is paid by. */
  rounds: Round<VersionRow>[];
}

/** The months that there are statements for, the latest first: the running one too. */
export async function monthsOf(tx: Tx, actor: Actor): Promise<Month[]> {
  const books = await readBooks(tx, actor);
  const open = books.open.filter((month) => month.rounds.length > 0 || month.due || !month.over);
  return [
    ...books.payouts.map((payout) => signedMonth(books, payout, actor)),
    ...open.map(openMonth),
  ].toReversed();
}

/** The statements of a month that the actor may see, with what each comes to. Throws Problem not-found. */
export async function statementsOf(tx: Tx, actor: Actor, day: Day): Promise<MonthStatements> {
  const books = await readBooks(tx, actor);
  const { payout, month } = monthAt(books, day);
  const only = actor.member.role === "rep" ? actor.member.id : undefined;
  const { contents, members, rounds } = payout
    ? await signedContents(tx, actor, books, payout, only)
    : await openContents(tx, actor, books, month, only);
  const byId = new Map(members.map((member) => [member.id, member]));
  const shown = contents.flatMap(({ memberId, entries }) => {
    const member = byId.get(memberId);
    return member && maySee(actor, member) ? [{ member, entries }] : [];
  });
  const measures = new Map(
    books.spiffs.flatMap(({ core, versions }) => versions.map(({ id }) => [id, core.measure] as const)),
  );
  const statements = shown.map(({ member, entries }) => rowOf(member, entries, measures));
  statements.sort((a, b) => (a.member.name.toLowerCase() < b.member.name.toLowerCase() ? -1 : 1));
  const head = payout ? signedMonth(books, payout, actor) : openMonth(month);
  return {
    ...head,
    statements,
    totals: totalsOf(shown.flatMap(({ entries }) => entries)),
    seen:
      month && head.state === "to-sign" && mayRunSpiffs(actor)
        ? seenHash(tx, books, month, actor.workspace.calendar, contents)
        : null,
    rounds,
  };
}

export interface Statement extends Month {
  member: MemberLine;
  role: string;
  entries: Entry[];
  rules: ReturnType<typeof rulesOf>;
  lines: Map<string, ShownLine>;
  /** The months that entries correct, by the pay-out's id. */
  corrected: Map<string, { start: Day; end: Day }>;
}

/** One statement, line by line, each with the fact behind it. Throws Problem not-found, also where the actor may not see it. */
export async function statementOf(
  tx: Tx,
  actor: Actor,
  { memberId, day }: { memberId: string; day: Day },
): Promise<Statement> {
  const books = await readBooks(tx, actor);
  const { payout, month } = monthAt(books, day);
  const { contents, members, rounds } = payout
    ? await signedContents(tx, actor, books, payout, memberId)
    : await openContents(tx, actor, books, month, memberId);
  const content = contents.find((each) => each.memberId === memberId);
  const member = members.find(({ id }) => id === memberId);
  if (!member || !content || !maySee(actor, member)) throw notFound("statement");
  const entries = [...content.entries];
  const lines = await shownLines(
    tx,
    entries.flatMap(({ lineId }) => lineId ?? []),
  );
  return {
    ...(payout ? signedMonth(books, payout, actor) : openMonth(month)),
    member,
    role: content.role,
    entries,
    rules: rulesOf(books, [content], rounds),
    lines,
    corrected: new Map(books.payouts.map(({ id, start, end }) => [id, { start, end }])),
  };
}

export interface Contents {
  contents: StatementContent[];
  members: MemberLine[];
  rounds: Round<VersionRow>[];
}

/** Every statement of a month that the actor may see, whole: for files. Throws Problem not-found. */
export async function contentsOf(
  tx: Tx,
  actor: Actor,
  day: Day,
): Promise<Month & Contents & { books: SpiffBooks }> {
  const books = await readBooks(tx, actor);
  const { payout, month } = monthAt(books, day);
  const all = payout
    ? await signedContents(tx, actor, books, payout)
    : await openContents(tx, actor, books, month);
  const seen = new Set(all.members.filter((member) => maySee(actor, member)).map(({ id }) => id));
  const contents = all.contents.filter(({ memberId }) => seen.has(memberId));
  return {
    ...(payout ? signedMonth(books, payout, actor) : openMonth(month)),
    ...all,
    contents,
    books,
  };
}

async function openContents(
  tx: Tx,
  actor: Actor,
  books: SpiffBooks,
  month: OpenMonth<VersionRow>,
  memberId?: string,
): Promise<Contents> {
  const { statements, members } = await openStatements(tx, actor, books, month, memberId);
  return { contents: statements, members, rounds: month.rounds };
}

async function signedContents(
  tx: Tx,
  actor: Actor,
  { signed }: SpiffBooks,
  { id, start }: PayoutRow,
  memberId?: string,
): Promise<Contents> {
  const only = memberId === undefined ? {} : { memberIds: [memberId] };
  const [takers, lines] = await Promise.all([
    signedTakers(tx, [id]),
    signedLines(tx, { payoutIds: [id], ...only }),
  ]);
  const wanted = takers.filter((taker) => memberId === undefined || taker.memberId === memberId);
  const ids = wanted.map((taker) => taker.memberId);
  const byMember = Map.groupBy(lines, (line) => line.memberId);
  const members = await membersSince(tx, start, actor.workspace.timeZone, ids);
  return {
    contents: wanted.map((taker) => ({
      memberId: taker.memberId,
      role: taker.role,
      entries: (byMember.get(taker.memberId) ?? []).map(entryOf),
    })),
    members: members.filter((member) => ids.includes(member.id)),
    rounds: signed.get(id) ?? [],
  };
}

function maySee(actor: Actor, { id, teamId }: MemberLine): boolean {
  return maySeeStatement(actor, { memberId: id, teamId });
}

function rowOf(
  member: MemberLine,
  entries: readonly Entry[],
  measures: ReadonlyMap<string, SpiffMeasure>,
): StatementRow {
  const facts = entries.filter((entry) => entry.kind === "fact" && isOwn(entry));
  const counted = Map.groupBy(facts, ({ versionId }) => measures.get(versionId ?? ""));
  return {
    member,
    facts: facts.length,
    counted: [...counted].flatMap(([measure, of]) =>
      measure === undefined ? [] : { measure, count: of.length },
    ),
    own: totalsOf(entries.filter(isOwn)),
    corrected: totalsOf(entries.filter(({ correctsId }) => correctsId !== null)),
    carried: totalsOf(entries.filter(({ versionId }) => versionId === null)),
    totals: totalsOf(entries),
  };
}

function isOwn({ versionId, correctsId }: Entry): boolean {
  return versionId !== null && correctsId === null;
}

function openMonth({ start, end, over, due, rounds: _rounds }: OpenMonth<VersionRow>): Month {
  return { start, end, state: over ? (due ? "to-sign" : "waits") : "running", signed: null };
}

function signedMonth({ payouts }: SpiffBooks, payout: PayoutRow, actor: Actor): Month {
  const { start, end, byName, at, hash } = payout;
  const mayTakeBack =
    mayRunSpiffs(actor) && payout === payouts.at(-1) && dayIn(at, actor.workspace.timeZone) === actor.today;
  return { start, end, state: "signed", signed: { byName, at, hash, mayTakeBack } };
}
