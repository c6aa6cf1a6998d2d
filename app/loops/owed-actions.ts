import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { ERASED_NAME } from "#lib/storage/kept-of-somebody.ts";
import { sourcesUpTheChain } from "#referrals/chain-actions.ts";
import { standInOn } from "#team/absence.ts";
import { clocksOf } from "#team/clock-actions.ts";
import { absencesBetween } from "#team/stand-in-reader.ts";
import { owedCalendarsOf } from "#team/work-calendar-actions.ts";
import { introductionsPassedTo, passedOf, settledOf, type SettledRow } from "./duty-store.ts";
import { dutiesOf, isOwed, stateOf, type Duty, type DutyState } from "./duty.ts";
import { giftsNotGiven, type GiftNotGiven } from "./gift-reader.ts";
import { introductionsThatOwe, type OwingFilter, type OwingRow } from "./introduction-reader.ts";

/** A duty with whom it is about, and who sees to it today. */
export interface OwedDuty extends Omit<Duty, "settled"> {
  settled: SettledRow | null;
  state: DutyState;
  /** While it is owed: a gift that was asked for, and whether it may be given. */
  gift: GiftNotGiven | null;
  sourceName: string;
  contactId: string;
  contactName: string;
  accountId: string | null;
  accountName: string | null;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  countsFrom: Day;
  /** What the introduction came to. */
  closed: "won" | "lost" | null;
  /** The day they met, where that is how far it came. */
  metOn: Day | null;
  responsible: { id: string; name: string; because: "rep" | "passed" | "stands-in" };
}

/** All duties of these introductions, what is due first before the rest. */
export async function dutiesWhere(tx: Tx, actor: Actor, filter: OwingFilter): Promise<OwedDuty[]> {
  const since = filter.owing ? { from: (await clocksOf(tx)).since } : {};
  return dutiesOfRows(tx, actor, await introductionsThatOwe(tx, { ...since, ...filter }));
}

/** The same of introductions that were read already; without `chains` nobody up a chain is looked for. */
export async function dutiesOfRows(
  tx: Tx,
  actor: Actor,
  rows: readonly OwingRow[],
  { withChains = true }: { withChains?: boolean } = {},
): Promise<OwedDuty[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ referralId }) => referralId);
  const [clocks, settled, passed, gifts, chains] = [
    await clocksOf(tx),
    await settledOf(tx, ids),
    await passedOf(tx, ids),
    await giftsNotGiven(tx, ids),
    await sourcesUpTheChain(
      tx,
      rows.flatMap((row) => (withChains && row.closed === "won" ? [row.referralId] : [])),
    ),
  ];
  const calendars = await owedCalendarsOf(
    tx,
    rows.map(({ memberId }) => memberId),
    rows.flatMap(({ countsFrom, closeDay }) => (closeDay ? [countsFrom, closeDay] : [countsFrom])),
    actor.today,
  );
  const passedTo = new Map(passed.map((each) => [each.referralId, each]));
  const said = Map.groupBy(settled, ({ referralId }) => referralId);
  const duties = rows.flatMap((row) => {
    const chain = chains.get(row.referralId) ?? [];
    const names = new Map([
      [row.sourceId, row.sourceName],
      ...chain.map(({ id, name }) => [id, name] as const),
    ]);
    const stoodInBy = calendars.standIn(row.memberId, actor.today);
    const to = passedTo.get(row.referralId);
    const responsible = to
      ? { id: to.toId, name: to.toName, because: "passed" as const }
      : stoodInBy
        ? { ...stoodInBy, because: "stands-in" as const }
        : { id: row.memberId, name: row.memberName, because: "rep" as const };
    const introduction = {
      referralId: row.referralId,
      sourceId: row.sourceId,
      countsFrom: row.countsFrom,
      arrivedAt: row.arrivedAt,
      respondedAt: row.respondedAt,
      met: row.metOn ? { day: row.metOn, at: row.metAt } : null,
      close:
        row.closed && row.closeDay ? { day: row.closeDay, at: row.closeAt, won: row.closed === "won" } : null,
      chain: chain.map(({ id }) => id),
    };
    return dutiesOf(introduction, said.get(row.referralId) ?? [], clocks, (day) =>
      calendars.on(row.memberId, day),
    ).map((duty) => ({
      ...duty,
      settled: duty.settled as SettledRow | null,
      state: stateOf(duty, actor.now),
      gift: giftFor(gifts, duty),
      sourceName: names.get(duty.sourceId) ?? row.sourceName,
      contactId: row.contactId,
      contactName: row.contactName,
      accountId: row.accountId,
      accountName: row.accountName,
      memberId: row.memberId,
      memberName: row.memberName,
      memberTeamId: row.memberTeamId,
      countsFrom: row.countsFrom,
      closed: row.closed,
      metOn: row.metOn,
      responsible,
    }));
  });
  return duties.toSorted(firstDueFirst);
}

/** The one asked for last. */
function giftFor(gifts: readonly GiftNotGiven[], { referralId, kind, sourceId, doneAt, settled }: Duty) {
  if (doneAt !== null || settled !== null) return null;
  const meant = gifts.find(
    (gift) =>
      gift.referralId === referralId &&
      gift.personId === sourceId &&
      (gift.dutyKinds as readonly string[]).includes(kind),
  );
  return meant ?? null;
}

/**
 * What somebody sees to and is open: their own, what was passed to them, and what they stand in for. `elsewhere`: their own too
 * that a colleague sees to.
 */
export async function openDutiesOf(
  tx: Tx,
  actor: Actor,
  memberId: string,
  { elsewhere = false }: { elsewhere?: boolean } = {},
): Promise<OwedDuty[]> {
  const memberIds = [memberId, ...(await membersStoodInFor(tx, memberId, actor.today))];
  const own = await dutiesWhere(tx, actor, { memberIds, owing: true });
  const passedIds = await introductionsPassedTo(tx, memberId);
  const passed =
    passedIds.length > 0 ? await dutiesWhere(tx, actor, { referralIds: passedIds, owing: true }) : [];
  const all = new Map([...own, ...passed].map((duty) => [duty.id, duty]));
  const theirs = [...all.values()].filter(
    (duty) =>
      isOwed(duty) &&
      !isOwedToErased(duty) &&
      (duty.responsible.id === memberId || (elsewhere && duty.memberId === memberId)),
  );
  return theirs.toSorted(firstDueFirst);
}

/** To whom nothing can be said any more. */
function isOwedToErased({ kind, contactName, sourceName }: OwedDuty): boolean {
  return (kind === "respond" ? contactName : sourceName) === ERASED_NAME;
}

function firstDueFirst(a: OwedDuty, b: OwedDuty): number {
  return a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1);
}

/** For whom a member stands in on a day. */
async function membersStoodInFor(tx: Tx, memberId: string, day: Day): Promise<string[]> {
  const absences = await absencesBetween(tx, day, day);
  const away = [...new Set(absences.map((each) => each.memberId))];
  return away.filter((each) => standInOn(absences, each, day) === memberId);
}
