import { becomeClientsInBulk } from "#accounts/imported-account-actions.ts";
import { changeDeal, recordDealOutcome, takeBackDealOutcome } from "#deals/deal-actions.ts";
import type { DealEnd, DealOrigin } from "#deals/deal.ts";
import { checkImportedDeal, type ImportedDeal, recordImportedDeals } from "#deals/imported-deal-actions.ts";
import type { Day } from "#lib/kernel/days.ts";
import { fold } from "#lib/kernel/fold.ts";
import type { Money } from "#lib/kernel/money.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { nameKeyAt } from "#people/likeness.ts";
import { mayChangeFor } from "#team/member.ts";
import { badRow } from "./bring-accounts-actions.ts";
import {
  bringBatch,
  type Course,
  type Craft,
  type Decision,
  memberFor,
  orReason,
  type Reading,
  rowId,
} from "./bring-actions.ts";
import { addCompanies, type Company, findCompanies } from "./company-actions.ts";
import type { RowFate } from "./import-row-store.ts";
import { planAnew } from "./import-store.ts";
import { dealsOf, type KnownDeal, peopleNamedAt } from "./known-reader.ts";
import type { DealRecord, Remark } from "./records.ts";
import type { Changes } from "./take-over.ts";

/** A deal as an import may change it. */
export interface DealThings {
  name: string;
  accountId: string | null;
  memberId: string;
  origin: DealOrigin;
  amount: Money | null;
  stage: string | null;
  /** Null for one that is still to be added. */
  openedOn: Day | null;
  expectedOn: Day | null;
  end: DealEnd | null;
  note: string | null;
}

interface DealReading extends Reading<DealThings> {
  company: Company;
  imported: ImportedDeal;
}

/** Rows of deals: found by the other system's id, else by name at the same account. */
export async function bringDeals(
  tx: Tx,
  course: Course,
  rows: readonly { line: number; record: DealRecord; notes: Remark[] }[],
): Promise<RowFate[]> {
  const named = rows.map(({ record }) => ({
    name: record.accountName,
    externalId: record.accountExternalId,
  }));
  const companies = await findCompanies(tx, course, named);
  const contacts = await contactsOf(tx, rows, companies);
  const bad: RowFate[] = [];
  const readings = rows.flatMap(({ line, record, notes }, at) => {
    const company = companies[at];
    if (!company) {
      bad.push(
        badRow(
          line,
          record.name,
          `its account (${record.accountExternalId}) is not here yet: bring the accounts first`,
        ),
      );
      return [];
    }
    const read = orReason(() => readingOf(course, { line, record, notes }, company, contacts[at] ?? null));
    if ("made" in read) return [read.made];
    bad.push(badRow(line, record.name, read.refused));
    return [];
  });
  return [...bad, ...(await bringBatch(tx, course, craftFor(course), readings))];
}

async function contactsOf(
  tx: Tx,
  rows: readonly { record: DealRecord }[],
  companies: readonly (Company | null)[],
): Promise<(string | null)[]> {
  const keys = rows.map(({ record }, at) =>
    record.contactName && companies[at]?.id ? nameKeyAt(record.contactName, companies[at].name) : null,
  );
  const people = await peopleNamedAt(
    tx,
    keys.filter((key) => key !== null),
  );
  return keys.map((key) => (key === null ? null : (people.get(key) ?? null)));
}

function readingOf(
  course: Course,
  { line, record, notes }: { line: number; record: DealRecord; notes: Remark[] },
  company: Company,
  personId: string | null,
): DealReading {
  const owner = memberFor(course, record.owner);
  const isOpen = record.outcome === "open";
  const imported: ImportedDeal = {
    name: record.name,
    accountId: company.id ?? "",
    personId,
    memberId: owner?.id ?? course.actor.member.id,
    origin: record.origin,
    originText: record.originText,
    amount: record.amount,
    stage: record.stage,
    openedOn: record.createdDay,
    expectedOn: isOpen ? record.closeDay : null,
    outcome: record.outcome,
    closedOn: isOpen ? null : record.closeDay,
    lostReason: record.lostReason,
    note: noteOf(record, personId),
  };
  checkImportedDeal(imported, course.actor.today);
  const end = endOf(imported);
  const things: DealThings = {
    name: imported.name,
    accountId: company.id,
    memberId: imported.memberId,
    origin: imported.origin,
    amount: imported.amount,
    stage: imported.stage,
    openedOn: null,
    expectedOn: imported.expectedOn,
    end,
    note: imported.note,
  };
  const { accountId: _, openedOn: __, memberId, origin, ...said } = things;
  const own = record.externalId;
  return {
    line,
    title: `${record.name}, ${company.name}`,
    externalId:
      own ??
      rowId([record.name, record.accountName, record.accountExternalId, record.createdDay, end?.day ?? null]),
    isOwnId: own !== null,
    keys: [],
    says: {
      ...said,
      ...(record.originText === null ? {} : { origin }),
      ...(owner ? { memberId } : {}),
    },
    fresh: things,
    notes,
    company,
    imported,
  };
}

function endOf(deal: Pick<ImportedDeal, "outcome" | "closedOn" | "lostReason">): DealEnd | null {
  const { outcome, closedOn, lostReason } = deal;
  if (outcome === "open" || closedOn === null) return null;
  return { outcome, day: closedOn, lostReason: outcome === "lost" ? lostReason : null };
}

function noteOf(record: DealRecord, personId: string | null): string | null {
  const lines = [
    record.description,
    record.nextStep ? `Next step: ${record.nextStep}` : null,
    record.contactName && personId === null ? `Contact: ${record.contactName}` : null,
  ];
  return (
    lines
      .filter((line) => line !== null)
      .join("\n")
      .trim() || null
  );
}

function craftFor(course: Course): Craft<DealThings, DealReading> {
  const { actor } = course;
  return {
    kind: "deal",
    empties: { origin: "other" },
    words: {
      name: "name",
      memberId: "owner",
      origin: "origin",
      amount: "amount",
      stage: "stage",
      expectedOn: "expected day",
      end: "outcome",
      note: "note",
    },
    async alike(tx, readings) {
      const accountIds = [...new Set(readings.flatMap(({ company }) => company.id ?? []))];
      const there = accountIds.length > 0 ? await dealsOf(tx, { ids: [], accountIds }) : [];
      const byName = new Map<string, string[]>();
      for (const { id, accountId, name } of there) {
        const key = `${accountId} ${fold(name)}`;
        byName.set(key, [...(byName.get(key) ?? []), id]);
      }
      return new Map(
        readings.map(({ line, company, imported }) => [
          line,
          byName.get(`${company.id} ${fold(imported.name)}`) ?? [],
        ]),
      );
    },
    async known(tx, ids) {
      const deals = ids.length > 0 ? await dealsOf(tx, { ids, accountIds: [] }) : [];
      return new Map(deals.map((deal) => [deal.id, dealThings(deal)]));
    },
    // One that has ended does not open again, and one name at one account may end on several days.
    fits: ({ fresh }, known) => known.end === null || (fresh.end !== null && fresh.end.day === known.end.day),
    settle(reading, known, facts, changes: Changes) {
      // A deal whose first day nobody had said was written down as opened on the day it came in.
      if (changes["end"] && facts.end && facts.openedOn !== null && facts.end.day < facts.openedOn) {
        changes["openedOn"] = { was: facts.openedOn, is: facts.end.day };
        facts.openedOn = facts.end.day;
      }
      const memberId = known && Object.keys(changes).length === 0 ? null : (known ?? reading.fresh).memberId;
      if (memberId === null) return null;
      const member = course.members.find(({ id }) => id === memberId);
      if (!member || mayChangeFor(actor, { memberId, teamId: member.teamId })) return null;
      return `it belongs to ${member.name}: they, their manager or a leader can bring it`;
    },
    prepare: (tx, decisions) =>
      addCompanies(
        tx,
        course,
        decisions.flatMap(({ action, reading }) => (action === "create" ? [reading.company] : [])),
      ),
    async create(tx, decisions) {
      const deals = decisions.map(({ reading, facts }) => ({
        ...reading.imported,
        ...withEnd(facts),
        accountId: reading.company.id as string,
      }));
      const became = await becomeClientsInBulk(tx, actor, winsIn(deals), course.actId);
      // How keys are checked was planned for the few lines of its accounts, in the first file of all; those of deals are many.
      await course.underway.send(planAnew(tx));
      const ids = await recordImportedDeals(tx, actor, deals, course.actId);
      for (const before of became) {
        const first = decisions.find((_, at) => isWinAt(deals[at], before.accountId));
        if (first) first.before.client = before;
      }
      return ids;
    },
    async update(tx, decisions) {
      for (const decision of decisions) await changeOne(tx, course, decision);
    },
  };
}

export function dealThings(deal: KnownDeal): DealThings {
  const { name, accountId, memberId, origin, minor, currency, stage, openedOn, expectedOn, note } = deal;
  const amount = minor === null || currency === null ? null : { minor, currency };
  return { name, accountId, memberId, origin, amount, stage, openedOn, expectedOn, end: endOf(deal), note };
}

function withEnd(facts: DealThings): Partial<ImportedDeal> {
  const { amount, stage, expectedOn, origin, note, end } = facts;
  const ended = end && { outcome: end.outcome, closedOn: end.day, lostReason: end.lostReason };
  return { amount, stage, expectedOn, origin, note, ...ended };
}

function winsIn(deals: readonly ImportedDeal[]): Map<string, Day> {
  const wins = new Map<string, Day>();
  for (const { accountId, outcome, closedOn } of deals) {
    const earlier = wins.get(accountId);
    if (outcome === "won" && closedOn !== null && (earlier === undefined || closedOn < earlier))
      wins.set(accountId, closedOn);
  }
  return wins;
}

function isWinAt(deal: ImportedDeal | undefined, accountId: string): boolean {
  return deal?.outcome === "won" && deal.accountId === accountId;
}

async function changeOne(tx: Tx, course: Course, decision: Decision<DealThings, DealReading>): Promise<void> {
  const { subjectId, changes } = decision;
  if (subjectId === null) return;
  const to = Object.fromEntries(Object.entries(changes).map(([field, { is }]) => [field, is]));
  try {
    await setDeal(tx, course, subjectId, to);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    Object.assign(decision, { action: "bad", reason: error.reason, changes: {}, before: {} });
  }
}

/** Changes some things of a deal, its end among them. Throws Problem as the deal's own actions do. */
export async function setDeal(
  tx: Tx,
  { actor }: Pick<Course, "actor">,
  id: string,
  { end, ...facts }: Partial<DealThings>,
): Promise<void> {
  if (end === null) await takeBackDealOutcome(tx, actor, id);
  const { accountId: _, openedOn, ...others } = facts;
  const known = openedOn ? { ...others, openedOn } : others;
  if (Object.keys(known).length > 0) await changeDeal(tx, actor, id, known);
  if (end) await recordDealOutcome(tx, actor, id, end);
}
