import { sql, type RawBuilder } from "kysely";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { CopyRow } from "./letter-tables.ts";
import type { CopyState } from "./newsletter.ts";

export interface NewCopy {
  id: string;
  personId: string;
  key: string;
  because: string;
}

export async function insertCopies(tx: Tx, newsletterId: string, copies: readonly NewCopy[]): Promise<void> {
  await sql`
    insert into newsletter_copy (workspace_id, id, newsletter_id, person_id, key, because)
    select ${tx.workspaceId}::uuid, c.id, ${newsletterId}::uuid, c.person_id, c.key, c.because
      from unnest(${copies.map(({ id }) => id)}::uuid[], ${copies.map(({ personId }) => personId)}::uuid[],
                  ${copies.map(({ key }) => key)}::text[], ${copies.map(({ because }) => because)}::text[])
           as c (id, person_id, key, because)`.execute(tx.tables());
}

const COLUMNS = sql`
  c.id, c.newsletter_id as "newsletterId", p.id as "personId", p.full_name as "personName", a.name as "accountName", c.key, c.because,
  c.handed_at as "handedAt", c.accepted_at as "acceptedAt", c.refused_at as "refusedAt", c.left_out_at as "leftOutAt",
  c.doubted_at as "doubtedAt", c.why, c.tries, c.bounced_at as "bouncedAt", c.bounce, c.bounce_says as "bounceSays"`;

function from(tx: Tx): RawBuilder<unknown> {
  return sql`
    newsletter_copy c
    left join person p0 on p0.workspace_id = c.workspace_id and p0.id = c.person_id
    left join person p on p.workspace_id = c.workspace_id and p.id = p0.kept_id
    left join account a0 on a0.workspace_id = c.workspace_id and a0.id = p.account_id
    left join account a on a.workspace_id = c.workspace_id and a.id = a0.kept_id
   where c.workspace_id = ${tx.workspaceId}`;
}

export async function findCopy(tx: Tx, id: string): Promise<CopyRow | null> {
  const { rows } = await sql<CopyRow>`select ${COLUMNS} from ${from(tx)} and c.id = ${id}`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

const WAITS = sql`c.handed_at is null and c.refused_at is null and c.left_out_at is null`;

/** Whose turn it is. */
export async function nextCopies(tx: Tx, newsletterId: string, now: Date, limit: number): Promise<CopyRow[]> {
  const { rows } = await sql<CopyRow>`
    select ${COLUMNS} from ${from(tx)} and c.newsletter_id = ${newsletterId} and ${WAITS}
       and (c.later_at is null or c.later_at <= ${now})
     order by c.id limit ${limit}`.execute(tx.tables());
  return rows;
}

/** When the next one may be tried again; null: none waits. */
export async function nextTurn(tx: Tx, newsletterId: string): Promise<{ at: Date | null } | null> {
  const { rows } = await sql<{ at: Date | null; some: boolean }>`
    select case when bool_or(c.later_at is null) then null else min(c.later_at) end as at, count(*) > 0 as some
      from newsletter_copy c
     where c.workspace_id = ${tx.workspaceId} and c.newsletter_id = ${newsletterId} and ${WAITS}`.execute(
    tx.tables(),
  );
  const [row] = rows;
  return row?.some ? { at: row.at } : null;
}

/** Their address is another one meanwhile; false when somebody else gets it there. */
export async function moveCopy(
  tx: Tx,
  { id, newsletterId }: { id: string; newsletterId: string },
  key: string,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update newsletter_copy c set key = ${key}
     where c.workspace_id = ${tx.workspaceId} and c.id = ${id}
       and not exists (select from newsletter_copy o
                        where o.workspace_id = c.workspace_id and o.newsletter_id = ${newsletterId} and o.key = ${key})
    returning c.id`.execute(tx.tables());
  return rows.length > 0;
}

/** The mark before the first byte; false when it is not to leave, by whoever else's doing. */
export async function markCopyHanded(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update newsletter_copy c set handed_at = ${at}, tries = tries + 1
      from newsletter n
     where c.workspace_id = ${tx.workspaceId} and c.id = ${id} and ${WAITS}
       and n.workspace_id = ${tx.workspaceId} and n.id = c.newsletter_id and n.paused_at is null and n.stopped_at is null
    returning c.id`.execute(tx.tables());
  return rows.length > 0;
}

/** It has not left after all. */
export async function unmarkCopyHanded(tx: Tx, id: string): Promise<void> {
  await sql`
    update newsletter_copy set handed_at = null
     where workspace_id = ${tx.workspaceId} and id = ${id} and accepted_at is null`.execute(tx.tables());
}

/** Also of one that was in doubt meanwhile: now it is known. */
export async function markCopyAccepted(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update newsletter_copy set accepted_at = ${at}, doubted_at = null
     where workspace_id = ${tx.workspaceId} and id = ${id} and handed_at is not null`.execute(tx.tables());
}

export async function markCopyDoubted(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update newsletter_copy set doubted_at = ${at}
     where workspace_id = ${tx.workspaceId} and id = ${id} and handed_at is not null and accepted_at is null`.execute(
    tx.tables(),
  );
}

/** What a try that was broken off left between its marks; answers how many. */
export async function doubtLeaving(tx: Tx, newsletterId: string, at: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update newsletter_copy set doubted_at = ${at}
     where workspace_id = ${tx.workspaceId} and newsletter_id = ${newsletterId}
       and handed_at is not null and noted_at is null and accepted_at is null and doubted_at is null
    returning id`.execute(tx.tables());
  return rows.length;
}

/** Out of doubt its turn comes again. */
export async function sendCopyAgain(tx: Tx, id: string): Promise<void> {
  await sql`
    update newsletter_copy set handed_at = null, doubted_at = null, later_at = null
     where workspace_id = ${tx.workspaceId} and id = ${id} and doubted_at is not null`.execute(tx.tables());
}

export async function markCopyRefused(tx: Tx, id: string, at: Date, why: string): Promise<void> {
  await sql`
    update newsletter_copy set handed_at = null, refused_at = ${at}, why = ${why}
     where workspace_id = ${tx.workspaceId} and id = ${id} and accepted_at is null`.execute(tx.tables());
}

export async function markLeftOut(
  tx: Tx,
  those: readonly { id: string; why: string }[],
  at: Date,
): Promise<void> {
  await sql`
    update newsletter_copy c set left_out_at = ${at}, why = t.why
      from unnest(${those.map(({ id }) => id)}::uuid[], ${those.map(({ why }) => why)}::text[]) as t (id, why)
     where c.workspace_id = ${tx.workspaceId} and c.id = t.id and ${WAITS}`.execute(tx.tables());
}

/** The server asked for patience. */
export async function putOffCopy(tx: Tx, id: string, until: Date): Promise<void> {
  await sql`
    update newsletter_copy set handed_at = null, later_at = ${until}, tries = tries + 1
     where workspace_id = ${tx.workspaceId} and id = ${id} and accepted_at is null`.execute(tx.tables());
}

/** Left, and on nobody's timeline yet. */
export async function unnotedCopies(
  tx: Tx,
  newsletterId: string,
): Promise<{ id: string; personId: string | null; accountId: string | null }[]> {
  const { rows } = await sql<{ id: string; personId: string | null; accountId: string | null }>`
    select c.id, p.kept_id as "personId", p.account_id as "accountId"
      from newsletter_copy c left join person p on p.workspace_id = c.workspace_id and p.id = c.person_id
     where c.workspace_id = ${tx.workspaceId} and c.newsletter_id = ${newsletterId}
       and c.noted_at is null and c.handed_at is not null and c.accepted_at is not null
     order by c.id`.execute(tx.tables());
  return rows;
}

export async function markNoted(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    update newsletter_copy set noted_at = ${at}
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(tx.tables());
}

/** Whether the latest of those whose turn came were refused, so many of them. */
export async function wereAllRefused(tx: Tx, newsletterId: string, many: number): Promise<boolean> {
  const { rows } = await sql<{ refused: boolean }>`
    select refused_at is not null as refused from newsletter_copy
     where workspace_id = ${tx.workspaceId} and newsletter_id = ${newsletterId} and num_nonnulls(accepted_at, refused_at) > 0
     order by id desc limit ${many}`.execute(tx.tables());
  return rows.length === many && rows.every(({ refused }) => refused);
}

/** A hard one stays hard. */
export async function markBounced(
  tx: Tx,
  id: string,
  { bounce, says, at }: { bounce: "hard" | "soft"; says: string | null; at: Date },
): Promise<void> {
  await sql`
    update newsletter_copy set bounced_at = coalesce(bounced_at, ${at}), bounce = ${bounce}, bounce_says = ${says}
     where workspace_id = ${tx.workspaceId} and id = ${id} and bounce is distinct from 'hard'`.execute(
    tx.tables(),
  );
}

/** What became of the latest letters to an address, the latest first. */
export async function latestTo(
  tx: Tx,
  key: string,
  limit: number,
): Promise<{ bounce: "hard" | "soft" | null }[]> {
  const { rows } = await sql<{ bounce: "hard" | "soft" | null }>`
    select bounce from newsletter_copy
     where workspace_id = ${tx.workspaceId} and key = ${key} and accepted_at is not null
     order by id desc limit ${limit}`.execute(tx.tables());
  return rows;
}

export interface CopyFilter {
  states?: readonly CopyState[] | undefined;
  bounced?: boolean | undefined;
  q?: string | undefined;
}

/** As copyStateOf has it. */
export const STATE = sql`
  case when c.refused_at is not null then 'refused' when c.left_out_at is not null then 'left-out'
       when c.bounced_at is not null and c.handed_at is not null then 'came-back' when c.accepted_at is not null then 'sent'
       when c.doubted_at is not null then 'doubtful' when c.handed_at is not null then 'leaving' else 'waiting' end`;

/** How many copies there are by what became of them: each in one number, and whoever unsubscribed beside them. */
export const TALLY = sql`
  count(*) filter (where ${STATE} = 'waiting')::int as waiting, count(*) filter (where ${STATE} = 'leaving')::int as leaving,
  count(*) filter (where ${STATE} = 'sent')::int as sent, count(*) filter (where ${STATE} = 'refused')::int as refused,
  count(*) filter (where ${STATE} = 'left-out')::int as "leftOut", count(*) filter (where ${STATE} = 'doubtful')::int as doubtful,
  count(*) filter (where ${STATE} = 'came-back' and c.bounce = 'hard')::int as "bouncedHard",
  count(*) filter (where ${STATE} = 'came-back' and c.bounce = 'soft')::int as "bouncedSoft",
  count(c.unsubscribed_at)::int as unsubscribed`;

export async function listCopies(
  tx: Tx,
  newsletterId: string,
  { states, bounced = false, q = "" }: CopyFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CopyRow>> {
  const [after = null] = cursor === undefined ? [] : decodeCursorAs(cursor, ["id"]);
  const like = `%${q.trim().replaceAll(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<CopyRow>`
    select ${COLUMNS} from ${from(tx)} and c.newsletter_id = ${newsletterId}
       and (${after}::uuid is null or c.id > ${after}::uuid)
       and (${states ?? null}::text[] is null or ${STATE} = any(${states ?? null}::text[]))
       and (not ${bounced}::boolean or c.bounce is not null)
       and (${like}::text = '%%' or p.full_name ilike ${like}::text or a.name ilike ${like}::text)
     order by c.id limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

/** Of each letter, how many copies there are by what became of them. */
export interface Tallied {
  newsletterId: string;
  waiting: number;
  leaving: number;
  sent: number;
  refused: number;
  leftOut: number;
  doubtful: number;
  bouncedHard: number;
  bouncedSoft: number;
  /** Of those to whom it went, and of others. */
  replies: number;
  othersReplies: number;
  unsubscribed: number;
}

export async function tallyOf(tx: Tx, newsletterIds: readonly string[]): Promise<Map<string, Tallied>> {
  const w = tx.workspaceId;
  const { rows } = await sql<Tallied>`
    with copies as (
      select c.newsletter_id, ${TALLY}
        from newsletter_copy c
       where c.workspace_id = ${w} and c.newsletter_id = any(${newsletterIds}::uuid[])
       group by c.newsletter_id
    ), replies as (
      select newsletter_id, count(*) filter (where not by_other)::int as own, count(*) filter (where by_other)::int as others
        from newsletter_reply
       where workspace_id = ${w} and newsletter_id = any(${newsletterIds}::uuid[]) group by newsletter_id
    )
    select copies.newsletter_id as "newsletterId", waiting, leaving, sent, refused, "leftOut", doubtful, "bouncedHard",
           "bouncedSoft", unsubscribed, coalesce(replies.own, 0) as replies,
           coalesce(replies.others, 0) as "othersReplies"
      from copies left join replies on replies.newsletter_id = copies.newsletter_id`.execute(tx.tables());
  return new Map(rows.map((row) => [row.newsletterId, row]));
}

/** They unsubscribed by the link in this copy; null: they did not after all. */
export async function markUnsubscribed(tx: Tx, id: string, at: Date | null): Promise<void> {
  await sql`
    update newsletter_copy set unsubscribed_at = ${at}
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}
