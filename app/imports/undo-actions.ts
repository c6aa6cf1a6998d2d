import {
  removeAccountsInBulk,
  restoreKindsInBulk,
  updateAccountsInBulk,
  type KindBefore,
} from "#accounts/imported-account-actions.ts";
import { takeBackImportedDeals } from "#deals/imported-deal-actions.ts";
import type { JobRun } from "#lib/jobs/worker.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import { standingFacts, type StandingFact } from "#lib/storage/timeline.ts";
import { restorePeopleInBulk } from "#people/imported-person-actions.ts";
import { removeUntouched } from "#people/removal-actions.ts";
import { onlyFacts } from "./bring-accounts-actions.ts";
import type { Course } from "./bring-actions.ts";
import { dealThings, setDeal } from "./bring-deals-actions.ts";
import { type KnownRow, markKept, partIds, rowsAfter, sayAgain } from "./import-row-store.ts";
import { type ImportRow, planAnew } from "./import-store.ts";
import type { RowBefore, SubjectKind } from "./import.ts";
import {
  accountsById,
  accountsInUse,
  accountsWithWonDeals,
  changedSince,
  dealsOf,
  peopleById,
} from "./known-reader.ts";
import { giveBack } from "./take-over.ts";

const BATCH = 1_000;
// Accounts that were added along stand below nought.
const FIRST_LINE = -2_147_483_648;

interface Kept {
  line: number;
  subjectId: string;
  kept: string;
}

/**
 * Takes an import back: what it made goes unless something hangs on it by now, what it changed is as before unless it was
 * changed again since, and what it counted is counted no more. Answers how many things were left alone; their rows say why.
 */
export async function takeBackImport(
  tx: Tx,
  course: Course,
  one: ImportRow,
  report: JobRun<never>["report"],
): Promise<number> {
  const total = (one.counts?.rows ?? 0) + (one.counts?.accounts ?? 0);
  let done = 0;
  const kept: Kept[] = [];
  const each = async (
    which: ("create" | "update" | "skip")[],
    work: (rows: KnownRow[]) => Promise<Kept[]>,
  ) => {
    for (let after = FIRST_LINE; ;) {
      const rows = await rowsAfter(tx, one.id, { actions: which, after, most: BATCH });
      const last = rows.at(-1);
      if (!last) return;
      await planAnew(tx);
      const held = await work(rows);
      await markKept(tx, one.id, held);
      kept.push(...held);
      after = last.line;
      done += rows.length;
      await report({ done: Math.min(done, total), total, says: "Taking back" });
    }
  };
  // What is built on others goes first: deals, then people, then accounts.
  const clients: KindBefore[] = [];
  await each(["create"], (rows) => removeDeals(tx, course, rows, clients));
  await restoreClients(tx, course, clients);
  await each(["update", "skip"], (rows) => restoreChanged(tx, course, rows));
  await each(["create"], (rows) => removePeople(tx, course, rows));
  await each(["create"], (rows) => removeAccounts(tx, course, rows));
  await partIds(
    tx,
    one.id,
    kept.map(({ subjectId }) => subjectId),
  );
  await writeCounterEntries(tx, course.actor, { subjectIds: [one.id], actId: course.actId }, "import.undone");
  return kept.length;
}

async function removeDeals(
  tx: Tx,
  course: Course,
  rows: readonly KnownRow[],
  clients: KindBefore[],
): Promise<Kept[]> {
  const deals = made(rows, "deal");
  const changed = await changedSince(
    tx,
    deals.map(({ subjectId }) => subjectId),
    course.actId,
  );
  const free = deals.filter(({ subjectId }) => !changed.has(subjectId));
  await takeBackImportedDeals(
    tx,
    course.actor,
    free.map(({ subjectId }) => subjectId),
  );
  for (const { before } of free) if (before?.client) clients.push(before.client as KindBefore);
  return deals.flatMap(({ line, subjectId }) => {
    const day = changed.get(subjectId);
    return day === undefined
      ? []
      : [{ line, subjectId, kept: `it was changed since, on ${dayText(day, course.actor.today)}` }];
  });
}

async function removePeople(tx: Tx, course: Course, rows: readonly KnownRow[]): Promise<Kept[]> {
  const people = made(rows, "person");
  const ids = people.map(({ subjectId }) => subjectId);
  const why = new Map(
    (await standingFacts(tx, ids, ["import"])).map((fact) => [fact.id, hangs(fact, course.actor.today)]),
  );
  const { held } = await removeUntouched(
    tx,
    course.actor,
    ids.filter((id) => !why.has(id)),
  );
  for (const fact of held) why.set(fact.id, hangs(fact, course.actor.today));
  return keptOf(people, why);
}

async function removeAccounts(tx: Tx, course: Course, rows: readonly KnownRow[]): Promise<Kept[]> {
  const accounts = made(rows, "account");
  const ids = accounts.map(({ subjectId }) => subjectId);
  const why = await accountsInUse(tx, ids);
  for (const fact of await standingFacts(tx, ids, ["import"])) {
    if (!why.has(fact.id)) why.set(fact.id, hangs(fact, course.actor.today));
  }
  await removeAccountsInBulk(
    tx,
    course.actor,
    ids.filter((id) => !why.has(id)),
  );
  return keptOf(accounts, why);
}

function hangs({ subjectKind: kind, day }: Pick<StandingFact, "subjectKind" | "day">, today: Day): string {
  const own = kind === "person" || kind === "account" || kind === "position" || kind === "merge";
  return own
    ? `it was changed since, on ${dayText(day, today)}`
    : `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind} of ${dayText(day, today)} hangs on it`;
}

function keptOf(rows: readonly Made[], why: ReadonlyMap<string, string>): Kept[] {
  return rows.flatMap(({ line, subjectId }) => {
    const kept = why.get(subjectId);
    return kept === undefined ? [] : [{ line, subjectId, kept }];
  });
}

interface Made {
  line: number;
  subjectId: string;
  before: RowBefore | null;
}

function made(rows: readonly KnownRow[], kind: SubjectKind): Made[] {
  return rows.flatMap(({ line, subjectId, subjectKind, before }) =>
    subjectKind === kind && subjectId !== null ? [{ line, subjectId, before }] : [],
  );
}

/** Rows that changed something, each after the rows below it: the later change goes back first. */
async function restoreChanged(tx: Tx, course: Course, rows: readonly KnownRow[]): Promise<Kept[]> {
  const changed = rows.filter(({ subjectId, before }) => subjectId !== null && before?.fields).toReversed();
  const kept = [
    ...(await restoreAccounts(tx, course, made(changed, "account"))),
    ...(await restorePeople(tx, course, made(changed, "person"))),
    ...(await restoreDeals(tx, course, made(changed, "deal"))),
  ];
  for (const kind of ["account", "person", "deal"] as const) {
    const said = made(changed, kind).flatMap(({ before }) => before?.said ?? []);
    await sayAgain(tx, { system: course.system, kind, importId: course.importId }, said);
  }
  return kept;
}

async function restoreAccounts(tx: Tx, course: Course, rows: readonly Made[]): Promise<Kept[]> {
  const known = await accountsById(tx, idsOf(rows), true);
  const renamed = new Set<string>();
  const kept: Kept[] = [];
  for (const { line, subjectId, before } of rows) {
    const now = known.get(subjectId);
    if (!now) continue;
    const given = giveBack(now, before?.fields ?? {});
    if (given.back.includes("name")) renamed.add(subjectId);
    known.set(subjectId, given.facts);
    if (given.kept.length > 0) kept.push({ line, subjectId, kept: since(given.kept) });
  }
  const accounts = [...known.values()].map((account) => ({
    id: account.id,
    facts: onlyFacts(account),
    clientSince: account.clientSince,
  }));
  await updateAccountsInBulk(tx, course.actor, accounts, [...renamed]);
  return kept;
}

async function restorePeople(tx: Tx, course: Course, rows: readonly Made[]): Promise<Kept[]> {
  const known = await peopleById(tx, idsOf(rows), true);
  const moved = new Map<string, NonNullable<RowBefore["moved"]>>();
  const kept: Kept[] = [];
  for (const { line, subjectId, before } of rows) {
    const now = known.get(subjectId);
    if (!now) continue;
    const { company, ...fields } = before?.fields ?? {};
    const given = giveBack(now, fields);
    if (company && before?.moved && given.back.includes("accountId")) {
      given.facts.accountName = company.was as string | null;
      moved.set(subjectId, before.moved);
    }
    known.set(subjectId, given.facts);
    if (given.kept.length > 0) kept.push({ line, subjectId, kept: since(given.kept) });
  }
  const people = [...known.values()].map(({ accountName, id, ...facts }) => ({
    id,
    facts,
    accountName,
    moved: moved.get(id) ?? null,
  }));
  await restorePeopleInBulk(tx, people, course.country);
  return kept;
}

async function restoreDeals(tx: Tx, course: Course, rows: readonly Made[]): Promise<Kept[]> {
  const ids = idsOf(rows);
  const deals = ids.length > 0 ? await dealsOf(tx, { ids, accountIds: [] }) : [];
  const known = new Map(deals.map((deal) => [deal.id, dealThings(deal)]));
  const kept: Kept[] = [];
  for (const { line, subjectId, before } of rows) {
    const now = known.get(subjectId);
    if (!now) continue;
    const { facts, back, kept: stays } = giveBack(now, before?.fields ?? {});
    try {
      await setDeal(
        tx,
        course,
        subjectId,
        Object.fromEntries(back.map((field) => [field, facts[field as keyof typeof facts]])),
      );
      known.set(subjectId, facts);
      if (stays.length > 0) kept.push({ line, subjectId, kept: since(stays) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      kept.push({ line, subjectId, kept: error.reason });
    }
  }
  return kept;
}

/** Accounts that became clients by deals that are gone again are what they were, unless another deal was won there. */
async function restoreClients(tx: Tx, course: Course, clients: readonly KindBefore[]): Promise<void> {
  const won = await accountsWithWonDeals(
    tx,
    clients.map(({ accountId }) => accountId),
  );
  const restored = await restoreKindsInBulk(
    tx,
    clients.filter(({ accountId }) => !won.has(accountId)),
  );
  const lines = { subjectIds: restored, verbs: ["account.changed"], actId: course.actId };
  if (restored.length > 0) await writeCounterEntries(tx, course.actor, lines, "account.restored");
}

function idsOf(rows: readonly Made[]): string[] {
  return [...new Set(rows.map(({ subjectId }) => subjectId))];
}

function since(fields: readonly string[]): string {
  return `changed again since: ${fields.join(", ")}`;
}
