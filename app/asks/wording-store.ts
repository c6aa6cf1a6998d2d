import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Moment } from "./ask.ts";
import type { Part } from "./talk-part.ts";
import type { WordingTables } from "./wording-tables.ts";

export interface HeldWording {
  id: string;
  moment: Moment;
  part: Part;
  language: string;
  teamId: string | null;
  memberId: string | null;
  /** The team that its member is in now. */
  memberTeamId: string | null;
  retiredOn: Day | null;
}

export interface WordingRow extends HeldWording {
  text: string;
  teamName: string | null;
  memberName: string | null;
  byName: string | null;
  day: Day;
}

/** How often something was used in standing conversations, and how many of those asks brought an introduction. */
export interface UseRow {
  key: string;
  talks: number;
  introductions: number;
}

const HELD = sql`
  w.id, w.moment, w.part, w.language, w.team_id as "teamId", w.member_id as "memberId", m.team_id as "memberTeamId",
  w.retired_on as "retiredOn"`;

/** Its row locked until the commit; null when it is not there or was taken back. */
export async function holdWording(tx: Tx, id: string): Promise<HeldWording | null> {
  const { rows } = await sql<HeldWording>`
    select ${HELD}
      from wording w
      left join member m on m.workspace_id = w.workspace_id and m.id = w.member_id
     where w.workspace_id = ${tx.workspaceId} and w.id = ${id} and w.taken_back_at is null
       for no key update of w`.execute(tx.tables());
  return rows[0] ?? null;
}

/** All that stand in a language, of one moment or of all, the oldest first; retired ones too. */
export async function listWordings(
  tx: Tx,
  asked: { language: string; moment?: Moment },
): Promise<WordingRow[]> {
  const { rows } = await sql<WordingRow>`
    select ${HELD}, w.text, t.name as "teamName", m.name as "memberName", b.name as "byName", w.day
      from wording w
      left join team t on t.workspace_id = w.workspace_id and t.id = w.team_id
      left join member m on m.workspace_id = w.workspace_id and m.id = w.member_id
      left join member b on b.workspace_id = w.workspace_id and b.id = w.by_id
     where w.workspace_id = ${tx.workspaceId} and w.language = ${asked.language} and w.taken_back_at is null
       and (${asked.moment ?? null}::text is null or w.moment in (${asked.moment ?? null}, 'anytime'))
     order by w.id`.execute(tx.tables());
  return rows;
}

/** Counted from what stands: a conversation or an introduction that was taken back counts no more. */
export async function usesOf(
  tx: Tx,
  which: { ids: readonly string[]; seeds: readonly string[] },
): Promise<UseRow[]> {
  const { rows } = await sql<UseRow>`
    with used as materialized (
      select coalesce(u.wording_id::text, u.seed) as key, c.ask_id
        from wording_use u
        join ask_conversation c on c.workspace_id = u.workspace_id and c.id = u.conversation_id
       where u.workspace_id = ${tx.workspaceId} and c.taken_back_at is null
         and (u.wording_id = any(${which.ids}::uuid[]) or u.seed = any(${which.seeds}::text[]))
    ), brought as (
      select asked.ask_id
        from (select distinct ask_id from used) asked
        join journal_concern jc on jc.workspace_id = ${tx.workspaceId} and jc.concern_id = asked.ask_id
        join journal j on j.workspace_id = jc.workspace_id and j.id = jc.line_id and j.measure = 'referrals-received'
       group by asked.ask_id
      having sum(j.count) > 0
    )
    select used.key, count(*)::int as talks, count(brought.ask_id)::int as introductions
      from used left join brought on brought.ask_id = used.ask_id
     group by used.key`.execute(tx.tables());
  return rows;
}

export async function countWordings(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from wording
     where workspace_id = ${tx.workspaceId} and taken_back_at is null`.execute(tx.tables());
  return rows[0]?.count ?? 0;
}

export async function insertWording(
  tx: Tx,
  wording: Omit<HeldWording, "memberTeamId" | "retiredOn"> & { text: string },
  actor: Actor,
): Promise<void> {
  await tx
    .tables<WordingTables>()
    .insertInto("wording")
    .values({
      workspace_id: tx.workspaceId,
      id: wording.id,
      moment: wording.moment,
      part: wording.part,
      language: wording.language,
      text: wording.text,
      team_id: wording.teamId,
      member_id: wording.memberId,
      by_id: actor.member.id,
      day: actor.today,
      at: actor.now,
      retired_on: null,
      retired_by: null,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

/** Null brings it back. */
export async function updateRetired(tx: Tx, id: string, by: Actor | null): Promise<void> {
  await tx
    .tables<WordingTables>()
    .updateTable("wording")
    .set({ retired_on: by?.today ?? null, retired_by: by?.member.id ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function updateBelongs(
  tx: Tx,
  id: string,
  to: { teamId: string | null; memberId: string | null },
): Promise<void> {
  await tx
    .tables<WordingTables>()
    .updateTable("wording")
    .set({ team_id: to.teamId, member_id: to.memberId })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function takeBackWordingRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await tx
    .tables<WordingTables>()
    .updateTable("wording")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Which of these stand, retired or not; they stand until the commit. */
export async function standingWordings(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from wording
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[]) and taken_back_at is null
     order by id
       for share`.execute(tx.tables());
  return rows.map(({ id }) => id);
}

export async function insertUses(
  tx: Tx,
  conversationId: string,
  used: readonly ({ wordingId: string } | { seed: string })[],
  now: Date,
): Promise<void> {
  if (used.length === 0) return;
  await tx
    .tables<WordingTables>()
    .insertInto("wording_use")
    .values(
      used.map((each) => ({
        workspace_id: tx.workspaceId,
        conversation_id: conversationId,
        id: newId(now),
        wording_id: "wordingId" in each ? each.wordingId : null,
        seed: "seed" in each ? each.seed : null,
      })),
    )
    .execute();
}
