import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Better, MeasureSaid } from "./account-review.ts";
import type { AccountReviewTables } from "./account-review-tables.ts";

export interface MeasureRow extends MeasureSaid {
  id: string;
  accountId: string;
  day: Day;
  endedOn: Day | null;
  /** The earliest first. */
  values: { id: string; value: number; day: Day; byName: string }[];
}

export async function insertMeasure(
  tx: Tx,
  said: MeasureSaid & { id: string; accountId: string; day: Day },
  actor: Actor,
): Promise<void> {
  const { name, unit, target, better, day } = said;
  await tx
    .tables<AccountReviewTables>()
    .insertInto("account_measure")
    .values({
      ...written(tx, said.id, actor),
      account_id: said.accountId,
      name,
      unit,
      target,
      better,
      day,
      ended_on: null,
    })
    .execute();
}

export async function updateMeasure(
  tx: Tx,
  id: string,
  to: Partial<{
    name: string;
    unit: string | null;
    target: number | null;
    better: Better;
    ended_on: Day | null;
  }>,
): Promise<void> {
  await tx
    .tables<AccountReviewTables>()
    .updateTable("account_measure")
    .set(to)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function takeBackMeasureRow(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<AccountReviewTables>()
    .updateTable("account_measure")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function insertValue(
  tx: Tx,
  { id, measureId, value, day }: { id: string; measureId: string; value: number; day: Day },
  actor: Actor,
): Promise<void> {
  await tx
    .tables<AccountReviewTables>()
    .insertInto("account_measure_value")
    .values({ ...written(tx, id, actor), measure_id: measureId, value, day })
    .execute();
}

export async function takeBackValueRow(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<AccountReviewTables>()
    .updateTable("account_measure_value")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** The measure of a value that stands. */
export async function measureOfValue(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select measure_id as id from account_measure_value
     where workspace_id = ${tx.workspaceId} and id = ${id} and taken_back_at is null`.execute(tx.tables());
  return rows[0]?.id ?? null;
}

/** In the order in which they were named, with their values up to a day; ended ones too. */
export async function measuresOf(
  tx: Tx,
  which: { accountIds: readonly string[] } | { id: string },
  until: Day | null,
): Promise<MeasureRow[]> {
  const of = "id" in which ? sql`q.id = ${which.id}` : sql`q.account_id = any(${which.accountIds}::uuid[])`;
  const { rows } = await sql<MeasureRow>`
    select q.id, a.kept_id as "accountId", q.name, q.unit, q.target::float8 as target, q.better, q.day, q.ended_on as "endedOn",
           coalesce(read.values, '[]') as values
      from account_measure q
      join account a on a.workspace_id = q.workspace_id and a.id = q.account_id
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', v.id, 'value', v.value::float8, 'day', v.day, 'byName', m.name)
                         order by v.day, v.id) as values
          from account_measure_value v join member m on m.workspace_id = v.workspace_id and m.id = v.by_id
         where v.workspace_id = q.workspace_id and v.measure_id = q.id and v.taken_back_at is null
           and (${until}::date is null or v.day <= ${until}::date)
      ) as read on true
     where q.workspace_id = ${tx.workspaceId} and ${of} and q.taken_back_at is null
     order by q.id`.execute(tx.tables());
  return rows;
}

function written(tx: Tx, id: string, actor: Actor) {
  return {
    workspace_id: tx.workspaceId,
    id,
    by_id: actor.member.id,
    at: actor.now,
    taken_back_at: null,
    taken_back_by: null,
  };
}
