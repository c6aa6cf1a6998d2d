import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PageKind } from "./shared-page.ts";
import type { SharingTables } from "./sharing-tables.ts";

/** A page with the names a reader needs. */
export interface PageRow {
  id: string;
  kind: PageKind;
  parentId: string | null;
  /** Who stands for them now. */
  sourceId: string;
  sourceName: string;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  memberLeft: boolean;
  askId: string | null;
  referralId: string | null;
  language: string;
  asked: string | null;
  whom: string | null;
  reason: string | null;
  subject: string;
  blurb: string;
  askFirst: boolean;
  untilDay: Day;
  at: Date;
  /** Withdrawn, or what it was made for was taken back. */
  withdrawnAt: Date | null;
}

export type PageWords = Pick<
  PageRow,
  "language" | "asked" | "whom" | "reason" | "subject" | "blurb" | "askFirst" | "untilDay"
>;
export type NewPage = PageWords &
  Pick<PageRow, "id" | "kind" | "parentId" | "sourceId" | "memberId" | "askId" | "referralId">;

export async function findPage(tx: Tx, id: string): Promise<PageRow | null> {
  const [row] = await pagesWhere(tx, sql`p.id = ${id}`);
  return row ?? null;
}

/** The same, its row locked until the commit: two answers at once come one after the other. */
export async function holdPage(tx: Tx, id: string): Promise<PageRow | null> {
  await sql`select id from shared_page where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
  return findPage(tx, id);
}

/** Of an ask, or of an introduction: those of its ask too. The newest first. */
export async function listPages(
  tx: Tx,
  of: { askId: string } | { referralId: string } | { parentId: string },
): Promise<PageRow[]> {
  if ("parentId" in of) return pagesWhere(tx, sql`p.parent_id = ${of.parentId}`);
  if ("askId" in of) return pagesWhere(tx, sql`p.ask_id = ${of.askId} and p.kind = 'source'`);
  return pagesWhere(
    tx,
    sql`p.kind = 'source' and (p.referral_id = ${of.referralId} or p.ask_id =
      (select r.ask_id from referral r where r.workspace_id = ${tx.workspaceId} and r.id = ${of.referralId}))`,
  );
}

export async function insertPage(tx: Tx, page: NewPage, by: Actor): Promise<void> {
  await tx
    .tables<SharingTables>()
    .insertInto("shared_page")
    .values({
      workspace_id: tx.workspaceId,
      id: page.id,
      kind: page.kind,
      parent_id: page.parentId,
      source_id: page.sourceId,
      member_id: page.memberId,
      ask_id: page.askId,
      referral_id: page.referralId,
      ...columnsOf(page),
      at: by.now,
      by_id: by.member.id,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .execute();
}

export async function updatePage(tx: Tx, id: string, words: PageWords): Promise<void> {
  await tx
    .tables<SharingTables>()
    .updateTable("shared_page")
    .set(columnsOf(words))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** With `by` null it opens again. */
export async function updateWithdrawn(tx: Tx, id: string, by: Actor | null): Promise<void> {
  await tx
    .tables<SharingTables>()
    .updateTable("shared_page")
    .set({ withdrawn_at: by?.now ?? null, withdrawn_by: by?.member.id ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** The page tells of this introduction, with the rep's words or without; `told` undefined: it does not any more. */
export async function putTelling(
  tx: Tx,
  { pageId, referralId, told }: { pageId: string; referralId: string; told: string | null | undefined },
  by: Actor,
): Promise<void> {
  await sql`
    delete from shared_telling
     where workspace_id = ${tx.workspaceId} and page_id = ${pageId} and referral_id = ${referralId}`.execute(
    tx.tables(),
  );
  if (told === undefined) return;
  await tx
    .tables<SharingTables>()
    .insertInto("shared_telling")
    .values({
      workspace_id: tx.workspaceId,
      page_id: pageId,
      referral_id: referralId,
      told,
      at: by.now,
      by_id: by.member.id,
    })
    .execute();
}

/** Whether the source was last given a page on which they ask first. */
export async function askedFirstBefore(tx: Tx, sourceId: string): Promise<boolean> {
  const { rows } = await sql<{ askFirst: boolean }>`
    select p.ask_first as "askFirst"
      from shared_page p
      join person s on s.workspace_id = p.workspace_id and s.id = p.source_id
     where p.workspace_id = ${tx.workspaceId} and p.kind = 'source' and s.kept_id = ${sourceId}
     order by p.id desc limit 1`.execute(tx.tables());
  return rows[0]?.askFirst ?? false;
}

function columnsOf(words: PageWords) {
  return {
    language: words.language,
    asked: words.asked,
    whom: words.whom,
    reason: words.reason,
    subject: words.subject,
    blurb: words.blurb,
    ask_first: words.askFirst,
    until_day: words.untilDay,
  };
}

async function pagesWhere(tx: Tx, which: RawBuilder<unknown>): Promise<PageRow[]> {
  const { rows } = await sql<PageRow>`
    select p.id, p.kind, p.parent_id as "parentId", s.id as "sourceId", s.full_name as "sourceName", p.member_id as "memberId",
           m.name as "memberName", m.team_id as "memberTeamId", m.left_at is not null as "memberLeft", p.ask_id as "askId",
           p.referral_id as "referralId", p.language, p.asked, p.whom, p.subject, p.blurb, p.ask_first as "askFirst",
           p.reason, p.until_day as "untilDay", p.at, coalesce(p.withdrawn_at, a.taken_back_at, r.taken_back_at) as "withdrawnAt"
      from shared_page p
      join person st on st.workspace_id = p.workspace_id and st.id = p.source_id
      join person s on s.workspace_id = p.workspace_id and s.id = st.kept_id
      join member m on m.workspace_id = p.workspace_id and m.id = p.member_id
      left join ask a on a.workspace_id = p.workspace_id and a.id = p.ask_id
      left join referral r on r.workspace_id = p.workspace_id and r.id = p.referral_id
     where p.workspace_id = ${tx.workspaceId} and ${which}
     order by p.id desc`.execute(tx.tables());
  return rows;
}
