import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Author } from "#people/protection.ts";
import type { BelongsTo, IdealClientFacts, Scope } from "./ideal-client.ts";
import type { PictureTables } from "./picture-tables.ts";
import { endedAs, type Ending } from "./retired.ts";

export interface IdealClientRow extends IdealClientFacts, BelongsTo {
  id: string;
  memberName: string | null;
  teamName: string | null;
  day: Day;
  at: Date;
  by: Author;
  retiredOn: Day | null;
  retiredBy: string | null;
}

export interface IdealClientFilter {
  retired: boolean;
  scope?: Scope | undefined;
  /** Only those that apply to this member. */
  appliesTo?: { id: string; teamId: string | null } | undefined;
}

/** The newest first. */
export async function listIdealClients(
  tx: Tx,
  filter: IdealClientFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<IdealClientRow>> {
  const where = conditionsOf(filter);
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(sql`(f.day, f.id) < (${day}::date, ${id}::uuid)`);
  }
  const { rows } = await sql<IdealClientRow>`
    ${idealClients} where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null and ${sql.join(where, sql` and `)}
     order by f.day desc, f.id desc limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

/** Retired ones too; null when there is none or it was taken back. Locked until the commit. */
export async function holdIdealClient(tx: Tx, id: string): Promise<IdealClientRow | null> {
  const { rows } = await sql<IdealClientRow>`
    ${idealClients} where f.workspace_id = ${tx.workspaceId} and f.id = ${id} and f.taken_back_at is null
       for no key update of f`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function findIdealClient(tx: Tx, id: string): Promise<IdealClientRow | null> {
  const { rows } = await sql<IdealClientRow>`
    ${idealClients} where f.workspace_id = ${tx.workspaceId} and f.id = ${id} and f.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

export async function insertIdealClient(
  tx: Tx,
  picture: IdealClientFacts & BelongsTo & { id: string; day: Day; byId: string; at: Date },
): Promise<void> {
  const { id, day, byId, at, memberId, teamId } = picture;
  await tx
    .tables<PictureTables>()
    .insertInto("ideal_client")
    .values({
      workspace_id: tx.workspaceId,
      id,
      team_id: teamId,
      member_id: memberId,
      ...drawn(picture),
      day,
      by_id: byId,
      at,
      ...endedAs(null),
    })
    .execute();
}

export async function updateIdealClient(tx: Tx, id: string, facts: IdealClientFacts): Promise<void> {
  await tx
    .tables<PictureTables>()
    .updateTable("ideal_client")
    .set(drawn(facts))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function endIdealClient(tx: Tx, id: string, ending: Ending): Promise<void> {
  await tx
    .tables<PictureTables>()
    .updateTable("ideal_client")
    .set(endedAs(ending))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

function conditionsOf({ retired, scope, appliesTo }: IdealClientFilter): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [retired ? sql`f.retired_on is not null` : sql`f.retired_on is null`];
  if (scope === "rep") where.push(sql`f.member_id is not null`);
  if (scope === "team") where.push(sql`f.team_id is not null`);
  if (scope === "workspace") where.push(sql`f.member_id is null and f.team_id is null`);
  if (appliesTo)
    where.push(
      sql`(f.member_id = ${appliesTo.id} or f.member_id is null and (f.team_id is null or f.team_id = ${appliesTo.teamId}))`,
    );
  return where;
}

function drawn({ name, level, company, industry, situation, says, notWho }: IdealClientFacts) {
  return { name, level, company, industry, situation, says, not_who: notWho };
}

const idealClients = sql`
    select f.id, f.team_id as "teamId", t.name as "teamName", f.member_id as "memberId", o.name as "memberName", f.name, f.level,
           f.company, f.industry, f.situation, f.says, f.not_who as "notWho", f.day, f.at, f.retired_on as "retiredOn",
           r.name as "retiredBy", jsonb_build_object('id', m.id, 'name', m.name, 'teamId', m.team_id) as by
      from ideal_client f
      join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
      left join member o on o.workspace_id = f.workspace_id and o.id = f.member_id
      left join team t on t.workspace_id = f.workspace_id and t.id = f.team_id
      left join member r on r.workspace_id = f.workspace_id and r.id = f.retired_by`;
