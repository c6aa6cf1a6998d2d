import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { previousPeriods, type PeriodKind } from "#lib/kernel/fiscal.ts";
import { CSV_MARK, csvLine } from "#lib/http/csv-out.ts";
import type { Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import { handoversOf } from "#accounts/handover-actions.ts";
import type { Handover } from "#accounts/handover.ts";
import { protectionsOf } from "#people/protection-actions.ts";
import { UNPROTECTED } from "#people/protection.ts";
import { standingOf } from "#people/standing-actions.ts";
import { NOTHING_STANDS, type BuyingRole, type Standing } from "#people/standing.ts";
import { refusalsFor } from "./budget-actions.ts";
import type { Refusal } from "./budget.ts";
import {
  coverageLines,
  coverageOn,
  lastAsksOf,
  listContacts,
  peopleOfAccount,
  type ContactFilter,
  type ContactRow,
  type CoverageBy,
  type CoverageScope,
  type LastAskRow,
} from "./coverage-reader.ts";
import {
  coverageOf,
  hindranceOf,
  inOrderOfHole,
  rolesLeftOut,
  stateOf,
  type Coverage,
  type CoverageState,
  type Hindrance,
} from "./coverage.ts";
import { listHandedOver, type HandedOver } from "./handover-reader.ts";
import { reminderOf, type Reminder } from "./handover-reminder.ts";

export interface CoveredPerson extends ContactRow, Omit<Standing, "role"> {
  role: BuyingRole | null;
  ask: LastAskRow | null;
  hindrance: Hindrance | null;
  state: CoverageState;
  /** What stands against asking them today besides, and until when. */
  refusal: Refusal | null;
}

export interface AccountCoverage {
  accountId: string;
  accountName: string;
  holder: { id: string; name: string } | null;
  handover: Handover | null;
  /** Of those who work there now. */
  sum: Coverage;
  rolesLeftOut: BuyingRole[];
  people: CoveredPerson[];
}

/** Everybody met or known at one account, and how far we are with each. Throws Problem not-found. */
export async function coverageOfAccount(tx: Tx, actor: Actor, anyId: string): Promise<AccountCoverage> {
  const { id, name, holderId, holderName } = await getAccount(tx, anyId);
  const people = await cover(tx, actor, await peopleOfAccount(tx, await sameAccountIds(tx, id), id));
  const there = people.filter(({ left }) => !left);
  const [handover = null] = await handoversOf(tx, id);
  return {
    accountId: id,
    accountName: name,
    holder: holderId === null ? null : { id: holderId, name: holderName ?? "" },
    handover,
    sum: coverageOf(there),
    rolesLeftOut: rolesLeftOut(there),
    people: [...inOrderOfHole(there), ...inOrderOfHole(people.filter(({ left }) => left))],
  };
}

/** The client contacts behind a number, each with how far we are. */
export async function coveredContacts(
  tx: Tx,
  actor: Actor,
  filter: ContactFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CoveredPerson>> {
  const page = await listContacts(tx, await kept(tx, filter), actor.today, cursor, limit);
  return { ...page, items: await cover(tx, actor, page.items) };
}

/** Lines by account, rep, team or of the company, the largest hole first. */
export async function coverageBy(
  tx: Tx,
  actor: Actor,
  by: CoverageBy,
  scope: CoverageScope,
  page: { cursor: string | undefined; limit: number },
) {
  return coverageLines(tx, by, await kept(tx, scope), actor.today, page.cursor, page.limit);
}

export interface CoveragePeriod extends Omit<Coverage, "met"> {
  from: Day;
  to: Day;
}

/** By the end of each of the last periods, the oldest first; the last is up to today. */
export async function coverageOverTime(
  tx: Tx,
  actor: Actor,
  scope: CoverageScope,
  asked: { every: PeriodKind; count: number },
): Promise<CoveragePeriod[]> {
  const { calendar, timeZone } = actor.workspace;
  const periods = previousPeriods(actor.today, asked.every, asked.count, calendar);
  const upTo = (end: Day) => (end < actor.today ? end : actor.today);
  const days = periods.map(({ end }) => upTo(end));
  const counted = new Map(
    (await coverageOn(tx, await kept(tx, scope), days, timeZone)).map(({ day, ...sum }) => [day, sum]),
  );
  return periods.map(({ start, end }) => ({
    from: start,
    to: end,
    ...(counted.get(upTo(end)) ?? { known: 0, asked: 0, can: 0 }),
  }));
}

// More lines than that nobody reads in a spreadsheet.
const MOST_LINES = 50_000;

/** The lines as a file for a spreadsheet. */
export async function coverageFile(
  tx: Tx,
  actor: Actor,
  by: CoverageBy,
  scope: CoverageScope,
): Promise<string> {
  const { items } = await coverageBy(tx, actor, by, scope, { cursor: undefined, limit: MOST_LINES });
  return [
    CSV_MARK,
    csvLine([by, "known", "met", "asked", "can be asked", "not asked yet"]),
    ...items.map((line) =>
      csvLine([
        line.name ?? (by === "company" ? actor.workspace.name : ""),
        ...[line.known, line.met, line.asked, line.can, line.can - line.asked].map(String),
      ]),
    ),
  ].join("");
}

/** Accounts that are looked after by others, with when their relationship holder is reminded to ask there. */
export async function remindersOf(
  tx: Tx,
  actor: Actor,
  { holderId, dueOnly }: { holderId: string | undefined; dueOnly: boolean },
): Promise<(HandedOver & { reminder: Reminder | null })[]> {
  const handovers = await listHandedOver(tx, holderId);
  return handovers
    .map((each) => ({
      ...each,
      reminder: reminderOf(each, each.holderId, each.lastAskDay, actor.today, each.putOffOn),
    }))
    .filter(({ reminder }) => !dueOnly || reminder?.due === true);
}

/** How far we are with each of them; what stands against asking them is said for `memberId`, or else for the actor. */
export async function cover(
  tx: Tx,
  actor: Actor,
  rows: readonly ContactRow[],
  memberId?: string,
): Promise<CoveredPerson[]> {
  const ids = rows.map(({ id }) => id);
  const standings = await standingOf(tx, ids);
  const protections = await protectionsOf(tx, ids, actor.today);
  const asks = await lastAsksOf(tx, ids);
  const refusals = await refusalsFor(tx, actor, ids, memberId);
  return rows.map((row) => {
    const { role, ...standing } = standings.get(row.id) ?? NOTHING_STANDS;
    const ask = asks.get(row.id) ?? null;
    const hindrance = hindranceOf(protections.get(row.id) ?? UNPROTECTED);
    const state = stateOf({ metSince: standing.metSince, ask, hindrance }, actor.today);
    return {
      ...row,
      ...standing,
      role: role?.role ?? null,
      ask,
      hindrance,
      state,
      refusal: refusals.get(row.id) ?? null,
    };
  });
}

/** With the account that stands for the one asked about. */
async function kept<S extends CoverageScope>(tx: Tx, scope: S): Promise<S> {
  if (scope.accountId === undefined) return scope;
  return { ...scope, accountId: (await getAccount(tx, scope.accountId)).id };
}
