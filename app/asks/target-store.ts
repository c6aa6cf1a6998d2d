import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Author } from "#people/protection.ts";
import type { PictureTables } from "./picture-tables.ts";
import type { TargetKind } from "./target.ts";

/** Somebody, or a company, that we want to be introduced to; persons and accounts are those that stand for merged ones. */
export interface TargetRow {
  /** Null for an account on the pursuit list of which nobody wrote why. */
  id: string | null;
  kind: TargetKind;
  personId: string | null;
  personName: string | null;
  personTitle: string | null;
  /** The account itself, or where the person works now. */
  accountId: string | null;
  accountName: string | null;
  why: string | null;
  day: Day;
  by: Author | null;
  /** Who holds the relationship, with them or with the company: they may drop it. */
  holderIds: string[];
}

export interface TargetFilter {
  kind?: TargetKind | undefined;
  /** Who chose it. */
  memberId?: string | undefined;
  personIds?: readonly string[] | undefined;
  /** The accounts themselves, and whoever works there. */
  accountIds?: readonly string[] | undefined;
}

/** As its row says it, for deciding on it. */
export interface HeldTarget {
  id: string;
  personId: string | null;
  accountId: string | null;
  why: string | null;
  day: Day;
  at: Date;
  by: Author;
  droppedOn: Day | null;
}

/** The newest first. */
export async function listTargets(
  tx: Tx,
  filter: TargetFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<TargetRow>> {
  const where = conditionsOf(filter);
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(sql`(listed.day, listed.place) < (${day}::date, ${id}::uuid)`);
  }
  const { rows } = await sql<TargetRow & { place: string; byId: string | null }>`
    with ${standing(tx)}
    select listed.*, case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name, 'teamId', m.team_id) end as by
      from listed left join member m on m.workspace_id = ${tx.workspaceId} and m.id = listed."byId"
     where ${sql.join([sql`true`, ...where], sql` and `)}
     order by listed.day desc, listed.place desc limit ${limit + 1}`.execute(tx.tables());
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(rowOf),
    nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.place]) : null,
  };
}

/** Dropped ones too, locked until the commit. */
export async function holdTarget(tx: Tx, id: string): Promise<HeldTarget | null> {
  const { rows } = await sql<HeldTarget>`
    ${held} where f.workspace_id = ${tx.workspaceId} and f.id = ${id} for no key update of f`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Dropped ones too. */
export async function findTarget(tx: Tx, id: string): Promise<HeldTarget | null> {
  const { rows } = await sql<HeldTarget>`
    ${held} where f.workspace_id = ${tx.workspaceId} and f.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The one that stands for any of these persons or accounts, the newest if there are several. */
export async function findStandingTarget(tx: Tx, ids: readonly string[]): Promise<HeldTarget | null> {
  const { rows } = await sql<HeldTarget>`
    ${held} where f.workspace_id = ${tx.workspaceId} and f.dropped_on is null
      and (f.person_id = any(${ids}::uuid[]) or f.account_id = any(${ids}::uuid[]))
     order by f.id desc limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function insertTarget(
  tx: Tx,
  target: {
    id: string;
    personId: string | null;
    accountId: string | null;
    why: string | null;
    day: Day;
    byId: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .tables<PictureTables>()
    .insertInto("target")
    .values({
      workspace_id: tx.workspaceId,
      id: target.id,
      person_id: target.personId,
      account_id: target.accountId,
      why: target.why,
      day: target.day,
      by_id: target.byId,
      at: target.at,
      dropped_on: null,
      dropped_by: null,
    })
    .execute();
}

export async function updateTarget(
  tx: Tx,
  id: string,
  to: { why: string | null } | { droppedOn: Day; by: string } | { droppedOn: null },
): Promise<void> {
  await tx
    .tables<PictureTables>()
    .updateTable("target")
    .set(
      "why" in to
        ? { why: to.why }
        : { dropped_on: to.droppedOn, dropped_by: to.droppedOn === null ? null : to.by },
    )
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

function conditionsOf({ kind, memberId, personIds, accountIds }: TargetFilter): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [];
  if (kind) where.push(sql`listed.kind = ${kind}`);
  if (memberId) where.push(sql`listed."byId" = ${memberId}`);
  if (personIds) where.push(sql`listed."personId" = any(${personIds}::uuid[])`);
  if (accountIds) where.push(sql`listed."accountId" = any(${accountIds}::uuid[])`);
  return where;
}

// Two records of one person, or of one company, may each have a target: the newest speaks for both.
function standing(tx: Tx): RawBuilder<unknown> {
  return sql`
    of_person as (
      select distinct on (pt.kept_id) f.id, pt.kept_id as person_id, f.why, f.day, f.by_id
        from target f join person pt on pt.workspace_id = f.workspace_id and pt.id = f.person_id
       where f.workspace_id = ${tx.workspaceId} and f.person_id is not null and f.dropped_on is null
       order by pt.kept_id, f.id desc
    ), of_account as (
      select distinct on (at.kept_id) f.id, at.kept_id as account_id, f.why, f.day, f.by_id
        from target f join account at on at.workspace_id = f.workspace_id and at.id = f.account_id
       where f.workspace_id = ${tx.workspaceId} and f.account_id is not null and f.dropped_on is null
       order by at.kept_id, f.id desc
    ), listed as (
      select f.id, 'person' as kind, p.id as "personId", p.full_name as "personName", p.title as "personTitle",
             a.id as "accountId", a.name as "accountName", f.why, f.day, f.by_id as "byId",
             array_remove(array[p.holder_id, a.holder_id], null) as "holderIds", f.id as place
        from of_person f
        join person p on p.workspace_id = ${tx.workspaceId} and p.id = f.person_id and p.removed_at is null
        left join account at on at.workspace_id = p.workspace_id and at.id = p.account_id
        left join account a on a.workspace_id = at.workspace_id and a.id = at.kept_id
      union all
      select f.id, 'account', null, null, null, a.id, a.name, f.why, coalesce(f.day, a.named_since),
             coalesce(f.by_id, a.named_by), array_remove(array[a.holder_id], null), coalesce(f.id, a.id)
        from account a
        left join of_account f on f.account_id = a.id
       where a.workspace_id = ${tx.workspaceId} and a.merged_into is null and a.removed_at is null and a.named_since is not null
    )`;
}

function rowOf({
  place: _place,
  byId: _byId,
  ...row
}: TargetRow & { place: string; byId: string | null }): TargetRow {
  return row;
}

const held = sql`
    select f.id, p.kept_id as "personId", a.kept_id as "accountId", f.why, f.day, f.at, f.dropped_on as "droppedOn",
           jsonb_build_object('id', m.id, 'name', m.name, 'teamId', m.team_id) as by
      from target f
      join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
      left join person p on p.workspace_id = f.workspace_id and p.id = f.person_id
      left join account a on a.workspace_id = f.workspace_id and a.id = f.account_id`;
