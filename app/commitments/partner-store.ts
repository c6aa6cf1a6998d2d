import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { fourthDay } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { CommitmentTables } from "./commitment-tables.ts";
import { dated, takenBack } from "./week-store.ts";

export interface PartnershipRow {
  id: string;
  fromDay: Day;
  untilDay: Day;
  byId: string;
  agreed: boolean;
  endedOn: Day | null;
  endedBy: string | null;
  members: { id: string; name: string; teamId: string | null }[];
}

/** Standing partnerships of quarters that share a day with these, ended ones only where asked for; the oldest first. */
export async function partnershipsBetween(
  tx: Tx,
  { from, to }: { from: Day; to: Day },
  { memberId, id, ended = false }: { memberId?: string; id?: string; ended?: boolean } = {},
): Promise<PartnershipRow[]> {
  const { rows } = await sql<PartnershipRow>`
    select s.id, s.from_day as "fromDay", s.until_day as "untilDay", s.by_id as "byId", s.agreed_at is not null as agreed,
           s.ended_on as "endedOn", s.ended_by as "endedBy",
           (select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'teamId', m.team_id) order by lower(m.name), m.id)
              from partner p join member m on m.workspace_id = p.workspace_id and m.id = p.member_id
             where p.workspace_id = s.workspace_id and p.partnership_id = s.id) as members
      from partnership s
     where s.workspace_id = ${tx.workspaceId} and s.taken_back_at is null
       and s.from_day <= ${to} and s.until_day >= ${from}
       and (${ended} or s.ended_on is null)
       and (${id ?? null}::uuid is null or s.id = ${id ?? null}::uuid)
       and (${memberId ?? null}::uuid is null or exists (
             select from partner p where p.workspace_id = s.workspace_id and p.partnership_id = s.id
                and p.member_id = ${memberId ?? null}::uuid))
     order by s.from_day, s.id`.execute(tx.tables());
  return rows;
}

/** Locks everything about partners in this workspace until the commit: pairs are few, and made seldom. */
export async function holdPartners(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`partners ${tx.workspaceId}`}, 0))`.execute(
    tx.tables(),
  );
}

export async function insertPartnership(
  tx: Tx,
  wanted: { id: string; fromDay: Day; untilDay: Day; memberIds: readonly string[]; agreed: boolean },
  by: Actor,
): Promise<void> {
  await tx
    .tables<CommitmentTables>()
    .insertInto("partnership")
    .values({
      ...dated(tx, wanted.id, by),
      from_day: wanted.fromDay,
      until_day: wanted.untilDay,
      agreed_at: wanted.agreed ? by.now : null,
      ended_on: null,
      ended_by: null,
    })
    .execute();
  await tx
    .tables<CommitmentTables>()
    .insertInto("partner")
    .values(
      wanted.memberIds.map((memberId) => ({
        workspace_id: tx.workspaceId,
        partnership_id: wanted.id,
        member_id: memberId,
      })),
    )
    .execute();
}

export async function updatePartnerships(
  tx: Tx,
  ids: readonly string[],
  to: "agreed" | "ended" | "standing",
  by: Actor,
): Promise<void> {
  if (ids.length === 0) return;
  const columns = {
    agreed: { agreed_at: by.now },
    ended: { ended_on: by.today, ended_by: by.member.id },
    standing: { ended_on: null, ended_by: null },
  }[to];
  await tx
    .tables<CommitmentTables>()
    .updateTable("partnership")
    .set(columns)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
}

export interface NudgeRow {
  id: string;
  memberId: string;
  midWeek: Day;
  byId: string;
  byName: string;
}

/** Who asked whom how that week went. */
export async function nudgesBetween(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: { from: Day; to: Day },
): Promise<NudgeRow[]> {
  const { rows } = await sql<NudgeRow>`
    select n.id, n.member_id as "memberId", n.mid_week as "midWeek", n.by_id as "byId", m.name as "byName"
      from partner_nudge n
      join member m on m.workspace_id = n.workspace_id and m.id = n.by_id
     where n.workspace_id = ${tx.workspaceId} and n.member_id = any(${memberIds}::uuid[]) and n.taken_back_at is null
       and n.mid_week between ${from} and ${to}
     order by n.id`.execute(tx.tables());
  return rows;
}

export async function findNudge(tx: Tx, id: string): Promise<{ byId: string; memberId: string } | null> {
  const row = await tx
    .tables<CommitmentTables>()
    .selectFrom("partner_nudge")
    .select(["by_id", "member_id"])
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .where("taken_back_at", "is", null)
    .executeTakeFirst();
  return row ? { byId: row.by_id, memberId: row.member_id } : null;
}

/** False where they were asked already. */
export async function insertNudge(
  tx: Tx,
  nudge: { id: string; memberId: string; week: Day },
  by: Actor,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .tables<CommitmentTables>()
    .insertInto("partner_nudge")
    .values({ ...dated(tx, nudge.id, by), member_id: nudge.memberId, mid_week: fourthDay(nudge.week) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function takeBackNudges(tx: Tx, ids: readonly string[], by: Actor): Promise<void> {
  await tx
    .tables<CommitmentTables>()
    .updateTable("partner_nudge")
    .set(takenBack(by))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
}
