import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { NewsletterRow } from "./letter-tables.ts";
import type { Written } from "./newsletter.ts";

const COLUMNS = sql`
  n.id, n.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId", m.left_at is not null as "memberLeft",
  m.email as "memberEmail", n.subject, n.text, n.language, n.groups, n.subscribers, n.whose, n.version, n.at,
  n.changed_at as "changedAt", c.name as "changedByName", n.sent_at as "sentAt", s.name as "sentByName", n.turn,
  n.paused_at as "pausedAt", p.name as "pausedByName", n.trouble, n.stopped_at as "stoppedAt", t.name as "stoppedByName",
  n.done_at as "doneAt", n.taken_back_at is not null as "takenBack"`;

function from(tx: Tx): RawBuilder<unknown> {
  return sql`
    newsletter n
    join member m on m.workspace_id = n.workspace_id and m.id = n.member_id
    join member c on c.workspace_id = n.workspace_id and c.id = n.changed_by
    left join member s on s.workspace_id = n.workspace_id and s.id = n.sent_by
    left join member p on p.workspace_id = n.workspace_id and p.id = n.paused_by
    left join member t on t.workspace_id = n.workspace_id and t.id = n.stopped_by
   where n.workspace_id = ${tx.workspaceId}`;
}

export async function findNewsletter(tx: Tx, id: string): Promise<NewsletterRow | null> {
  const { rows } = await sql<NewsletterRow>`select ${COLUMNS} from ${from(tx)} and n.id = ${id}`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Locked until the commit: whoever changes it or sets it going does so first. */
export async function lockNewsletter(tx: Tx, id: string): Promise<void> {
  await sql`select from newsletter where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
}

/** The latest first; what was thrown away is left out. */
export async function listNewsletters(
  tx: Tx,
  cursor: string | undefined,
  limit: number,
): Promise<Page<NewsletterRow>> {
  const [after = null] = cursor === undefined ? [] : decodeCursorAs(cursor, ["id"]);
  const { rows } = await sql<NewsletterRow>`
    select ${COLUMNS} from ${from(tx)} and n.taken_back_at is null
       and (${after}::uuid is null or n.id < ${after}::uuid)
     order by n.id desc limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

export async function insertNewsletter(
  tx: Tx,
  letter: Written & { id: string; memberId: string },
  actor: Actor,
): Promise<void> {
  await sql`
    insert into newsletter (workspace_id, id, member_id, subject, text, language, groups, subscribers, whose, version, at, by_id,
                            changed_at, changed_by)
    values (${tx.workspaceId}, ${letter.id}, ${letter.memberId}, ${letter.subject}, ${letter.text}, ${letter.language},
            ${letter.groups}::text[], ${letter.subscribers}, ${letter.whose}, 1, ${actor.now}, ${actor.member.id},
            ${actor.now}, ${actor.member.id})`.execute(tx.tables());
}

/** A new version of a draft. */
export async function updateWritten(tx: Tx, id: string, written: Written, actor: Actor): Promise<void> {
  await sql`
    update newsletter set
      subject = ${written.subject}, text = ${written.text}, language = ${written.language}, groups = ${written.groups}::text[],
      subscribers = ${written.subscribers}, whose = ${written.whose}, version = version + 1,
      changed_at = ${actor.now}, changed_by = ${actor.member.id}
     where workspace_id = ${tx.workspaceId} and id = ${id} and sent_at is null`.execute(tx.tables());
}

/** null: it stands again. */
export async function takeBackNewsletterRow(tx: Tx, id: string, by: Actor | null): Promise<void> {
  await sql`
    update newsletter set taken_back_at = ${by?.now ?? null}, taken_back_by = ${by?.member.id ?? null}
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

export async function markNewsletterSent(tx: Tx, id: string, actor: Actor): Promise<void> {
  await sql`
    update newsletter set sent_at = ${actor.now}, sent_by = ${actor.member.id}
     where workspace_id = ${tx.workspaceId} and id = ${id} and sent_at is null`.execute(tx.tables());
}

/** Those on their way, the first first. */
export async function sendingNow(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from newsletter
     where workspace_id = ${tx.workspaceId} and sent_at is not null and done_at is null and stopped_at is null
       and paused_at is null
     order by id for update`.execute(tx.tables());
  return rows.map(({ id }) => id);
}

/** From now on only the jobs of this turn send it. */
export async function setTurn(tx: Tx, id: string, turn: string): Promise<void> {
  await sql`update newsletter set turn = ${turn} where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(
    tx.tables(),
  );
}

/** Paused by somebody, or with a reason by itself; null: it goes on. */
export async function markPaused(
  tx: Tx,
  id: string,
  pause: { at: Date; by: string | null; trouble: string | null } | null,
): Promise<void> {
  await sql`
    update newsletter set paused_at = ${pause?.at ?? null}, paused_by = ${pause?.by ?? null}, trouble = ${pause?.trouble ?? null}
     where workspace_id = ${tx.workspaceId} and id = ${id} and done_at is null`.execute(tx.tables());
}

/** Why it waits although it goes on; null: nothing is in its way. */
export async function markTrouble(tx: Tx, id: string, trouble: string | null): Promise<void> {
  await sql`
    update newsletter set trouble = ${trouble}
     where workspace_id = ${tx.workspaceId} and id = ${id} and trouble is distinct from ${trouble}`.execute(
    tx.tables(),
  );
}

/** null: it goes on. */
export async function markStopped(tx: Tx, id: string, by: Actor | null): Promise<void> {
  await sql`
    update newsletter set stopped_at = ${by?.now ?? null}, stopped_by = ${by?.member.id ?? null},
                          paused_at = null, paused_by = null, trouble = null
     where workspace_id = ${tx.workspaceId} and id = ${id} and done_at is null`.execute(tx.tables());
}

/** null: somebody is left to get it after all. */
export async function markDone(tx: Tx, id: string, at: Date | null): Promise<void> {
  await sql`
    update newsletter set done_at = ${at}, trouble = null
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

export interface TestRow {
  id: string;
  newsletterId: string;
  version: number;
  memberId: string;
  memberName: string;
  memberEmail: string;
  at: Date;
  acceptedAt: Date | null;
  failure: string | null;
}

export async function insertTest(
  tx: Tx,
  test: { id: string; newsletterId: string; version: number },
  actor: Actor,
): Promise<void> {
  await sql`
    insert into newsletter_test (workspace_id, id, newsletter_id, version, member_id, at)
    values (${tx.workspaceId}, ${test.id}, ${test.newsletterId}, ${test.version}, ${actor.member.id}, ${actor.now})`.execute(
    tx.tables(),
  );
}

/** The latest first. */
export async function testsOf(tx: Tx, newsletterId: string): Promise<TestRow[]> {
  const { rows } = await sql<TestRow>`
    select t.id, t.newsletter_id as "newsletterId", t.version, t.member_id as "memberId", m.name as "memberName",
           m.email as "memberEmail", t.at,
           t.accepted_at as "acceptedAt", t.failure
      from newsletter_test t join member m on m.workspace_id = t.workspace_id and m.id = t.member_id
     where t.workspace_id = ${tx.workspaceId} and t.newsletter_id = ${newsletterId}
     order by t.id desc limit 20`.execute(tx.tables());
  return rows;
}

export async function findTest(tx: Tx, id: string): Promise<TestRow | null> {
  const { rows } = await sql<TestRow>`
    select t.id, t.newsletter_id as "newsletterId", t.version, t.member_id as "memberId", m.name as "memberName",
           m.email as "memberEmail", t.at,
           t.accepted_at as "acceptedAt", t.failure
      from newsletter_test t join member m on m.workspace_id = t.workspace_id and m.id = t.member_id
     where t.workspace_id = ${tx.workspaceId} and t.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function markTest(
  tx: Tx,
  id: string,
  end: { acceptedAt: Date } | { failedAt: Date; failure: string },
): Promise<void> {
  const accepted = "acceptedAt" in end ? end.acceptedAt : null;
  const failed = "failedAt" in end ? end : null;
  await sql`
    update newsletter_test set accepted_at = ${accepted}, failed_at = ${failed?.failedAt ?? null}, failure = ${failed?.failure ?? null}
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}
