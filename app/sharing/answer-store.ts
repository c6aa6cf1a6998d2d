import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Level } from "#referrals/referral.ts";
import type { PageAnswer } from "./shared-page.ts";
import type { SharingTables } from "./sharing-tables.ts";

/** What an answer brought about; null where it did not. */
export interface Effects {
  referralId: string | null;
  /** An introduction that was there already, and from which level it was raised. */
  raisedId: string | null;
  raisedFrom: Level | null;
  conversationId: string | null;
  stopId: string | null;
  noGoId: string | null;
}

export interface AnswerRow extends Effects {
  id: string;
  pageId: string;
  /** Of a contact's page: the source's. */
  parentId: string | null;
  answer: PageAnswer;
  untilDay: Day | null;
  words: string | null;
  /** Whom they introduced, or who agreed. */
  name: string | null;
  /** Why nothing was brought about. */
  trouble: string | null;
  asId: string;
  day: Day;
  at: Date;
  takenBackAt: Date | null;
  seenAt: Date | null;
}

export type NewAnswer = Pick<
  AnswerRow,
  "id" | "pageId" | "answer" | "untilDay" | "words" | "name" | "trouble"
> &
  Effects;

/** With whose page it is, for whoever reads the news. */
export interface NewsRow extends AnswerRow {
  memberId: string;
  memberTeamId: string | null;
  sourceId: string;
  sourceName: string;
  askId: string | null;
}

/** All of one page, and of those made from it; silent ones too. The oldest first. */
export async function answersOn(tx: Tx, pageIds: readonly string[]): Promise<AnswerRow[]> {
  if (pageIds.length === 0) return [];
  const { rows } = await sql<AnswerRow>`
    select ${COLUMNS}
      ${FROM}
     where x.workspace_id = ${tx.workspaceId} and (x.page_id = any(${pageIds}::uuid[]) or p.parent_id = any(${pageIds}::uuid[]))
     order by x.id`.execute(tx.tables());
  return rows;
}

/** What was said on pages in this member's name and was not looked at, the newest first; nothing of what is silent. */
export async function unseenOf(tx: Tx, memberId: string, most: number): Promise<NewsRow[]> {
  return newsWhere(
    tx,
    sql`p.member_id = ${memberId} and x.seen_at is null and x.taken_back_at is null`,
    most,
  );
}

export async function findNews(tx: Tx, id: string): Promise<NewsRow | null> {
  const [row] = await newsWhere(tx, sql`x.id = ${id}`, 1);
  return row ?? null;
}

export async function insertAnswer(tx: Tx, said: NewAnswer, as: Actor): Promise<void> {
  await tx
    .tables<SharingTables>()
    .insertInto("shared_answer")
    .values({
      workspace_id: tx.workspaceId,
      id: said.id,
      page_id: said.pageId,
      answer: said.answer,
      until_day: said.untilDay,
      words: said.words,
      name: said.name,
      referral_id: said.referralId,
      raised_id: said.raisedId,
      raised_from: said.raisedFrom,
      conversation_id: said.conversationId,
      stop_id: said.stopId,
      no_go_id: said.noGoId,
      trouble: said.trouble,
      as_id: as.member.id,
      day: as.today,
      at: as.now,
      taken_back_at: null,
      seen_at: null,
      seen_by: null,
    })
    .execute();
}

export async function takeBackAnswerRow(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .tables<SharingTables>()
    .updateTable("shared_answer")
    .set({ taken_back_at: at })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** With `by` null it is news again. */
export async function updateSeen(tx: Tx, id: string, by: Actor | null): Promise<void> {
  await tx
    .tables<SharingTables>()
    .updateTable("shared_answer")
    .set({ seen_at: by?.now ?? null, seen_by: by?.member.id ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

const COLUMNS = sql`
  x.id, x.page_id as "pageId", p.parent_id as "parentId", x.answer, x.until_day as "untilDay", x.words,
  coalesce(c.full_name, x.name) as name, x.referral_id as "referralId", x.raised_id as "raisedId",
  x.raised_from as "raisedFrom", x.conversation_id as "conversationId", x.stop_id as "stopId",
  x.no_go_id as "noGoId", x.trouble, x.as_id as "asId", x.day, x.at, x.taken_back_at as "takenBackAt", x.seen_at as "seenAt"`;

const FROM = sql`
  from shared_answer x
  join shared_page p on p.workspace_id = x.workspace_id and p.id = x.page_id
  left join referral r on r.workspace_id = x.workspace_id and r.id = coalesce(x.referral_id, x.raised_id)
  left join person ct on ct.workspace_id = r.workspace_id and ct.id = r.contact_id
  left join person c on c.workspace_id = ct.workspace_id and c.id = ct.kept_id`;

async function newsWhere(tx: Tx, which: RawBuilder<unknown>, most: number): Promise<NewsRow[]> {
  const { rows } = await sql<NewsRow>`
    select ${COLUMNS}, p.member_id as "memberId", m.team_id as "memberTeamId", s.id as "sourceId", s.full_name as "sourceName",
           p.ask_id as "askId"
      ${FROM}
      join member m on m.workspace_id = p.workspace_id and m.id = p.member_id
      join person st on st.workspace_id = p.workspace_id and st.id = p.source_id
      join person s on s.workspace_id = st.workspace_id and s.id = st.kept_id
     where x.workspace_id = ${tx.workspaceId} and x.answer <> 'declined' and ${which}
     order by x.id desc limit ${most}`.execute(tx.tables());
  return rows;
}
