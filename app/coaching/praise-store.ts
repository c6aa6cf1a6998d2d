import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PraiseTables } from "./praise-tables.ts";

export interface PraiseRow {
  id: string;
  day: Day;
  to: { id: string; name: string; teamId: string | null };
  by: { id: string; name: string };
  words: string | null;
  /** The line of the journal that it is for. */
  factId: string;
  seenAt: Date | null;
}

export interface PraiseFilter {
  from: Day;
  to: Day;
  /** Who is in it today. */
  teamId?: string | undefined;
  toId?: string | undefined;
  notSeen?: boolean;
  id?: string;
}

/** Standing praise, the latest first; what its fact was taken back from is gone with it. */
export async function listPraise(tx: Tx, filter: PraiseFilter): Promise<PraiseRow[]> {
  const { rows } = await sql<PraiseRow>`
    select p.id, p.day, p.words, p.fact_id as "factId", p.seen_at as "seenAt",
           jsonb_build_object('id', t.id, 'name', t.name, 'teamId', t.team_id) as to,
           jsonb_build_object('id', b.id, 'name', b.name) as by
      from praise p
      join member t on t.workspace_id = p.workspace_id and t.id = p.to_id
      join member b on b.workspace_id = p.workspace_id and b.id = p.by_id
     where p.workspace_id = ${tx.workspaceId} and p.taken_back_at is null and p.day between ${filter.from} and ${filter.to}
       and (${filter.teamId ?? null}::uuid is null or t.team_id = ${filter.teamId ?? null}::uuid)
       and (${filter.toId ?? null}::uuid is null or p.to_id = ${filter.toId ?? null}::uuid)
       and (${filter.id ?? null}::uuid is null or p.id = ${filter.id ?? null}::uuid)
       and (not ${filter.notSeen ?? false}::boolean or p.seen_at is null)
       and not exists (select from journal u where u.workspace_id = p.workspace_id and u.undoes = p.fact_id)
     order by p.day desc, p.id desc`.execute(tx.tables());
  return rows;
}

export interface HeldPraise {
  id: string;
  toId: string;
  byId: string;
}

/** Its row locked until the commit; null when it is not there or was taken back. */
export async function holdPraise(tx: Tx, id: string): Promise<HeldPraise | null> {
  const { rows } = await sql<HeldPraise>`
    select id, to_id as "toId", by_id as "byId" from praise
     where workspace_id = ${tx.workspaceId} and id = ${id} and taken_back_at is null for no key update`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Answers whether it is new: one praises a fact once. */
export async function insertPraise(
  tx: Tx,
  praise: { id: string; toId: string; factId: string; words: string | null },
  actor: Actor,
): Promise<boolean> {
  const { rows } = await sql`
    insert into praise (workspace_id, id, to_id, fact_id, words, day, by_id, at)
    values (${tx.workspaceId}, ${praise.id}, ${praise.toId}, ${praise.factId}, ${praise.words}, ${actor.today},
            ${actor.member.id}, ${actor.now})
    on conflict (workspace_id, fact_id, by_id) where taken_back_at is null do nothing returning id`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}

export async function updatePraise(
  tx: Tx,
  id: string,
  change: { takenBackBy: Actor } | { seenAt: Date | null },
): Promise<void> {
  await tx
    .tables<PraiseTables>()
    .updateTable("praise")
    .set(
      "seenAt" in change
        ? { seen_at: change.seenAt }
        : { taken_back_at: change.takenBackBy.now, taken_back_by: change.takenBackBy.member.id },
    )
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Which of these facts the member has praised. */
export async function praisedFacts(
  tx: Tx,
  byId: string,
  factIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; factId: string }>`
    select id, fact_id as "factId" from praise
     where workspace_id = ${tx.workspaceId} and by_id = ${byId} and fact_id = any(${factIds}::uuid[])
       and taken_back_at is null`.execute(tx.tables());
  return new Map(rows.map(({ id, factId }) => [factId, id]));
}
