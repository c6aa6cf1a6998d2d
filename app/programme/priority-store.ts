import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Alignment, Area } from "./alignment.ts";
import type { BarrierMeasure } from "./barrier.ts";
import type { PriorityTables } from "./priority-tables.ts";

interface Signed {
  id: string;
  byId: string;
  byName: string;
  at: Date;
}

export interface StatementRow extends Signed {
  words: string;
  day: Day;
}

/** All that stand, the latest day first, and of one day the last said. */
export async function statementsSaid(tx: Tx): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select s.id, s.words, s.day, s.by_id as "byId", m.name as "byName", s.at
      from priority_statement s join member m on m.workspace_id = s.workspace_id and m.id = s.by_id
     where s.workspace_id = ${tx.workspaceId} and s.taken_back_at is null
     order by s.day desc, s.id desc`.execute(tx.tables());
  return rows;
}

export async function insertStatement(
  tx: Tx,
  { words, day }: { words: string; day: Day },
  by: Actor,
): Promise<string> {
  const id = newId(by.now);
  const row = { ...signed(tx, id, by), words, day };
  await tx.tables<PriorityTables>().insertInto("priority_statement").values(row).execute();
  return id;
}

export interface AlignmentRow extends Alignment, Signed {
  area: Area;
  day: Day;
  ownerName: string | null;
  ownerIsHere: boolean;
}

/** What was said of each area and stands, the last first: of all, or of one. */
export async function alignmentsSaid(tx: Tx, area?: Area): Promise<AlignmentRow[]> {
  const { rows } = await sql<AlignmentRow>`
    select a.id, a.area, a.owner_id as "ownerId", o.name as "ownerName", (o.id is not null and o.left_at is null) as "ownerIsHere",
           a.due_on as "dueOn", a.evidence, a.link, a.aligned_on as "alignedOn", a.day, a.by_id as "byId", m.name as "byName", a.at
      from alignment a
      join member m on m.workspace_id = a.workspace_id and m.id = a.by_id
      left join member o on o.workspace_id = a.workspace_id and o.id = a.owner_id
     where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null
       and (${area ?? null}::text is null or a.area = ${area ?? null})
     order by a.id desc`.execute(tx.tables());
  return rows;
}

/** Locks what is said of that area until the commit. */
export async function holdArea(tx: Tx, area: Area): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`area ${tx.workspaceId} ${area}`}, 0))`.execute(
    tx.tables(),
  );
}

export async function insertAlignment(tx: Tx, area: Area, said: Alignment, by: Actor): Promise<string> {
  const id = newId(by.now);
  await tx
    .tables<PriorityTables>()
    .insertInto("alignment")
    .values({
      ...signed(tx, id, by),
      area,
      owner_id: said.ownerId,
      due_on: said.dueOn,
      evidence: said.evidence,
      link: said.link,
      aligned_on: said.alignedOn,
    })
    .execute();
  return id;
}

export interface RollOutRow extends Signed {
  startOn: Day;
}

/** All that stand, the last said first. */
export async function rollOutsSaid(tx: Tx): Promise<RollOutRow[]> {
  const { rows } = await sql<RollOutRow>`
    select r.id, r.start_on as "startOn", r.by_id as "byId", m.name as "byName", r.at
      from roll_out r join member m on m.workspace_id = r.workspace_id and m.id = r.by_id
     where r.workspace_id = ${tx.workspaceId} and r.taken_back_at is null
     order by r.id desc`.execute(tx.tables());
  return rows;
}

export async function insertRollOut(tx: Tx, startOn: Day, by: Actor): Promise<string> {
  const id = newId(by.now);
  const row = { ...signed(tx, id, by), start_on: startOn };
  await tx.tables<PriorityTables>().insertInto("roll_out").values(row).execute();
  return id;
}

export interface ThresholdRow extends Signed {
  measure: BarrierMeasure;
  mark: number;
  why: string;
  day: Day;
}

/** All that stand, the last said first: of all measures, or of one. */
export async function thresholdsSaid(tx: Tx, measure?: BarrierMeasure): Promise<ThresholdRow[]> {
  const { rows } = await sql<ThresholdRow>`
    select b.id, b.measure, b.mark, b.why, b.day, b.by_id as "byId", m.name as "byName", b.at
      from barrier_threshold b join member m on m.workspace_id = b.workspace_id and m.id = b.by_id
     where b.workspace_id = ${tx.workspaceId} and b.taken_back_at is null
       and (${measure ?? null}::text is null or b.measure = ${measure ?? null})
     order by b.id desc`.execute(tx.tables());
  return rows;
}

export async function insertThreshold(
  tx: Tx,
  { measure, mark, why }: Pick<ThresholdRow, "measure" | "mark" | "why">,
  by: Actor,
): Promise<string> {
  const id = newId(by.now);
  const row = { ...signed(tx, id, by), measure, mark, why };
  await tx.tables<PriorityTables>().insertInto("barrier_threshold").values(row).execute();
  return id;
}

/** Each answers whether it stood. */
export const takeBack = {
  statement: async (tx: Tx, id: string, by: Actor) =>
    tookBack(tx, sql`update priority_statement ${takenBack(tx, id, by)}`),
  alignment: async (tx: Tx, id: string, by: Actor) =>
    tookBack(tx, sql`update alignment ${takenBack(tx, id, by)}`),
  rollOut: async (tx: Tx, id: string, by: Actor) =>
    tookBack(tx, sql`update roll_out ${takenBack(tx, id, by)}`),
  threshold: async (tx: Tx, id: string, by: Actor) =>
    tookBack(tx, sql`update barrier_threshold ${takenBack(tx, id, by)}`),
};

async function tookBack(tx: Tx, update: RawBuilder<unknown>): Promise<boolean> {
  return (await update.execute(tx.tables())).rows.length > 0;
}

function takenBack(tx: Tx, id: string, by: Actor): RawBuilder<unknown> {
  return sql`set taken_back_at = ${by.now}, taken_back_by = ${by.member.id}
     where workspace_id = ${tx.workspaceId} and id = ${id} and taken_back_at is null returning id`;
}

function signed(tx: Tx, id: string, by: Actor) {
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
