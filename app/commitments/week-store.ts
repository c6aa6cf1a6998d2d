import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { fourthDay, weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { CommitmentTables } from "./commitment-tables.ts";
import type { Counted, Promised, PromiseKind, Told, WhatNext, WhyMissed } from "./promise.ts";

export interface CheckInRow {
  id: string;
  day: Day;
  learned: string | null;
}

/** As much of a promise as says whether it was kept; its person is the one who stands for merged ones. */
export interface PromiseLine {
  promised: Promised;
  /** They were erased or removed: nobody is there to be asked. */
  isNobody: boolean;
  referralId: string | null;
  told: Pick<Told, "how"> | null;
}

/** A line of a plan. */
export interface PromiseRow extends PromiseLine {
  id: string;
  personName: string | null;
  accountName: string | null;
  /** The plan to ask that came with it. */
  askPlanId: string | null;
  day: Day;
  told: Told | null;
}

export interface WeekPlanRow {
  id: string;
  memberId: string;
  week: Day;
  topics: string | null;
  day: Day;
  checkIn: CheckInRow | null;
  promises: PromiseRow[];
}

interface Stored {
  id: string;
  memberId: string;
  midWeek: Day;
  topics: string | null;
  day: Day;
  checkInId: string | null;
  checkInDay: Day | null;
  learned: string | null;
}

interface StoredPromise {
  id: string;
  planId: string;
  kind: PromiseKind;
  personId: string | null;
  personName: string | null;
  accountName: string | null;
  isNobody: boolean;
  measure: Counted | null;
  count: number | null;
  dutyId: string | null;
  referralId: string | null;
  words: string | null;
  askPlanId: string | null;
  day: Day;
  told: "kept" | "missed" | null;
  why: WhyMissed | null;
  next: WhatNext | null;
}

/** The plans of these members for the weeks from one to another, both by their first days. */
export async function plansBetween(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: { from: Day; to: Day },
  firstDay: Weekday,
): Promise<WeekPlanRow[]> {
  if (memberIds.length === 0) return [];
  const { rows } = await sql<Stored>`
    select p.id, p.member_id as "memberId", p.mid_week as "midWeek", p.topics, p.day,
           c.id as "checkInId", c.day as "checkInDay", c.learned
      from week_plan p
      left join check_in c on c.workspace_id = p.workspace_id and c.plan_id = p.id and c.taken_back_at is null
     where p.workspace_id = ${tx.workspaceId} and p.member_id = any(${memberIds}::uuid[]) and p.taken_back_at is null
       and p.mid_week between ${from} and ${addDays(to, 6)}
     order by p.mid_week, p.id`.execute(tx.tables());
  const promises = Map.groupBy(
    await promisesOf(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ planId }) => planId,
  );
  return rows.map((row) => ({
    id: row.id,
    memberId: row.memberId,
    week: weekOf(row.midWeek, firstDay),
    topics: row.topics,
    day: row.day,
    checkIn:
      row.checkInId !== null && row.checkInDay !== null
        ? { id: row.checkInId, day: row.checkInDay, learned: row.learned }
        : null,
    promises: (promises.get(row.id) ?? []).map(promiseOf),
  }));
}

async function promisesOf(tx: Tx, planIds: readonly string[]): Promise<StoredPromise[]> {
  if (planIds.length === 0) return [];
  const { rows } = await sql<StoredPromise>`
    select l.id, l.plan_id as "planId", l.kind, s.id as "personId", s.full_name as "personName", ac.name as "accountName",
           coalesce(s.erased_at, s.removed_at) is not null as "isNobody",
           l.measure, l.count, l.duty_id as "dutyId", l.referral_id as "referralId", l.words, l.ask_plan_id as "askPlanId", l.day,
           l.told, l.why_missed as why, l.next
      from week_promise l
      left join person pt on pt.workspace_id = l.workspace_id and pt.id = l.person_id
      left join person s on s.workspace_id = l.workspace_id and s.id = pt.kept_id
      left join account at on at.workspace_id = l.workspace_id and at.id = s.account_id
      left join account ac on ac.workspace_id = l.workspace_id and ac.id = at.kept_id
     where l.workspace_id = ${tx.workspaceId} and l.plan_id = any(${planIds}::uuid[]) and l.taken_back_at is null
     order by l.place, l.id`.execute(tx.tables());
  return rows;
}

function promiseOf(row: StoredPromise): PromiseRow {
  const { id, personName, accountName, isNobody, referralId, askPlanId, day, told, why, next } = row;
  return {
    id,
    promised: promisedOf(row),
    personName,
    accountName,
    isNobody,
    referralId,
    askPlanId,
    day,
    told: told === null ? null : { how: told, why, next },
  };
}

/** What is promised, as it stands in its columns. */
export type PromisedColumns = Pick<
  StoredPromise,
  "kind" | "personId" | "measure" | "count" | "dutyId" | "words"
>;

/** The checks of the table hold what is read here together. */
export function promisedOf({ kind, personId, measure, count, dutyId, words }: PromisedColumns): Promised {
  if (kind === "ask") return { kind, personId: personId as string };
  if (kind === "count") return { kind, measure: measure as Counted, count: count as number };
  if (kind === "practice") return { kind, count: count as number };
  return kind === "duty" ? { kind, dutyId: dutyId as string } : { kind, words: words as string };
}

/** Locks a member's weeks until the commit: two presses of theirs come one after the other. */
export async function holdWeeks(tx: Tx, memberId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`week plans ${memberId}`}, 0))`.execute(
    tx.tables(),
  );
}

/** Whose promise it is, and of which week; null where there is none that stands. */
export async function findPromise(
  tx: Tx,
  id: string,
  firstDay: Weekday,
): Promise<{ memberId: string; week: Day } | null> {
  const { rows } = await sql<{ memberId: string; midWeek: Day }>`
    select p.member_id as "memberId", p.mid_week as "midWeek"
      from week_promise l
      join week_plan p on p.workspace_id = l.workspace_id and p.id = l.plan_id and p.taken_back_at is null
     where l.workspace_id = ${tx.workspaceId} and l.id = ${id} and l.taken_back_at is null`.execute(
    tx.tables(),
  );
  const [row] = rows;
  return row ? { memberId: row.memberId, week: weekOf(row.midWeek, firstDay) } : null;
}

export async function insertWeekPlan(
  tx: Tx,
  plan: { id: string; week: Day; topics: string | null },
  by: Actor,
): Promise<void> {
  await tx
    .tables<CommitmentTables>()
    .insertInto("week_plan")
    .values({
      ...dated(tx, plan.id, by),
      member_id: by.member.id,
      mid_week: fourthDay(plan.week),
      topics: plan.topics,
    })
    .execute();
}

export async function updateTopics(tx: Tx, id: string, topics: string | null): Promise<void> {
  await tx
    .tables<CommitmentTables>()
    .updateTable("week_plan")
    .set({ topics })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export interface NewPromise {
  id: string;
  planId: string;
  place: number;
  promised: Promised;
  referralId: string | null;
  askPlanId: string | null;
}

export async function insertPromises(tx: Tx, lines: readonly NewPromise[], by: Actor): Promise<void> {
  if (lines.length === 0) return;
  await tx
    .tables<CommitmentTables>()
    .insertInto("week_promise")
    .values(
      lines.map(({ id, planId, place, promised, referralId, askPlanId }) => ({
        ...dated(tx, id, by),
        plan_id: planId,
        place,
        kind: promised.kind,
        person_id: promised.kind === "ask" ? promised.personId : null,
        measure: promised.kind === "count" ? promised.measure : null,
        count: promised.kind === "count" || promised.kind === "practice" ? promised.count : null,
        duty_id: promised.kind === "duty" ? promised.dutyId : null,
        referral_id: referralId,
        words: promised.kind === "own" ? promised.words : null,
        ask_plan_id: askPlanId,
        told: null,
        why_missed: null,
        next: null,
        told_on: null,
        told_by: null,
      })),
    )
    .execute();
}

export async function updatePromise(
  tx: Tx,
  id: string,
  to: { count: number } | { place: number } | { told: Told | null },
  by: Actor,
): Promise<void> {
  await tx
    .tables<CommitmentTables>()
    .updateTable("week_promise")
    .set("told" in to ? toldColumns(to.told, by) : to)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

function toldColumns(told: Told | null, by: Actor) {
  return {
    told: told?.how ?? null,
    why_missed: told?.why ?? null,
    next: told?.next ?? null,
    told_on: told === null ? null : by.today,
    told_by: told === null ? null : by.member.id,
  };
}

export async function insertCheckIn(
  tx: Tx,
  checkIn: { id: string; planId: string; learned: string | null },
  by: Actor,
): Promise<void> {
  await tx
    .tables<CommitmentTables>()
    .insertInto("check_in")
    .values({ ...dated(tx, checkIn.id, by), plan_id: checkIn.planId, learned: checkIn.learned })
    .execute();
}

export async function updateLearned(tx: Tx, id: string, learned: string | null): Promise<void> {
  await tx
    .tables<CommitmentTables>()
    .updateTable("check_in")
    .set({ learned })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function takeBackWeekPlans(tx: Tx, ids: readonly string[], by: Actor): Promise<void> {
  await tx
    .tables<CommitmentTables>()
    .updateTable("week_plan")
    .set(takenBack(by))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
}

export async function takeBackPromises(tx: Tx, ids: readonly string[], by: Actor): Promise<void> {
  await tx
    .tables<CommitmentTables>()
    .updateTable("week_promise")
    .set(takenBack(by))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
}

export async function takeBackCheckIns(tx: Tx, ids: readonly string[], by: Actor): Promise<void> {
  await tx
    .tables<CommitmentTables>()
    .updateTable("check_in")
    .set(takenBack(by))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
}

export function takenBack(by: Actor) {
  return { taken_back_at: by.now, taken_back_by: by.member.id };
}

/** The columns that every row of this room begins with. */
export function dated(tx: Tx, id: string, by: Actor) {
  return {
    workspace_id: tx.workspaceId,
    id,
    day: by.today,
    by_id: by.member.id,
    at: by.now,
    taken_back_at: null,
    taken_back_by: null,
  };
}
