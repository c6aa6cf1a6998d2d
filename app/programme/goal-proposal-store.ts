import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { AcceptedGoal, GoalProposalTables } from "./goal-proposal-tables.ts";

/** What stands as the aim of each scope, by team id; "" for the company. */
export async function aimsNow(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ teamId: string; amount: number | null }>`
    select distinct on (team_id) coalesce(team_id::text, '') as "teamId", amount from goal_aim
     where workspace_id = ${tx.workspaceId} order by team_id, id desc`.execute(tx.tables());
  return new Map(rows.flatMap(({ teamId, amount }) => (amount === null ? [] : [[teamId, amount] as const])));
}

export async function insertAim(
  tx: Tx,
  aim: { teamId: string | null; amount: number | null },
  by: Actor,
): Promise<void> {
  await tx
    .tables<GoalProposalTables>()
    .insertInto("goal_aim")
    .values({
      workspace_id: tx.workspaceId,
      id: newId(by.now),
      team_id: aim.teamId,
      amount: aim.amount,
      day: by.today,
      by_id: by.member.id,
      at: by.now,
    })
    .execute();
}

export interface AcceptanceRow {
  id: string;
  fromDay: Day;
  goals: AcceptedGoal[];
  byId: string;
  byName: string;
  at: Date;
}

/** Locks accepting goals until the commit: what held before is read by one after the other. */
export async function holdAcceptances(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`goal acceptances ${tx.workspaceId}`}, 0))`.execute(
    tx.tables(),
  );
}

/** The last one that stands from that day on. */
export async function lastAcceptance(tx: Tx, fromDay: Day, byId: string): Promise<AcceptanceRow | null> {
  return oneAcceptance(tx, { fromDay, byId });
}

/** Locked until the commit. */
export async function holdAcceptance(tx: Tx, id: string): Promise<AcceptanceRow | null> {
  await sql`select from goal_acceptance where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
  return oneAcceptance(tx, { id });
}

export async function insertAcceptance(
  tx: Tx,
  accepted: { id: string; fromDay: Day; goals: readonly AcceptedGoal[] },
  by: Actor,
): Promise<void> {
  await tx
    .tables<GoalProposalTables>()
    .insertInto("goal_acceptance")
    .values({
      workspace_id: tx.workspaceId,
      id: accepted.id,
      from_day: accepted.fromDay,
      goals: JSON.stringify(accepted.goals) as never,
      by_id: by.member.id,
      at: by.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function takeBackAcceptanceRow(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<GoalProposalTables>()
    .updateTable("goal_acceptance")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

async function oneAcceptance(
  tx: Tx,
  {
    id = null,
    fromDay = null,
    byId = null,
  }: { id?: string | null; fromDay?: Day | null; byId?: string | null },
): Promise<AcceptanceRow | null> {
  const { rows } = await sql<AcceptanceRow>`
    select a.id, a.from_day as "fromDay", a.goals, a.by_id as "byId", m.name as "byName", a.at
      from goal_acceptance a join member m on m.workspace_id = a.workspace_id and m.id = a.by_id
     where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null
       and (${id}::uuid is null or a.id = ${id}::uuid)
       and (${fromDay}::date is null or a.from_day = ${fromDay}::date)
       and (${byId}::uuid is null or a.by_id = ${byId}::uuid)
     order by a.id desc limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}
