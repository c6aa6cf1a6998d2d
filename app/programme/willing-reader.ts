import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { PROMOTER, WILLING_POINT, WILLING_QUESTION } from "./willing.ts";

/** What a client said, in their words or as it was noted, with where it stands and what somebody made of it. */
export interface SaidRow {
  key: string;
  kind: "card" | "review";
  /** Of the report card, or of the account review. */
  recordId: string;
  /** The question, or the point. */
  place: string;
  words: string;
  /** Of a report card; null: the note of a review. */
  question: string | null;
  day: Day;
  personId: string | null;
  personName: string | null;
  accountId: string | null;
  accountName: string | null;
  /** Who noted it in a review. */
  notedBy: string | null;
  themes: string[];
}

/** Which words: sorted under a theme, not sorted yet, or all. */
export type Which = { theme: string } | "unsorted" | "all";

/** Where a page ended. */
export interface After {
  day: Day;
  recordId: string;
  place: string;
}

/** Since a day, the newest first, a page of them after `after`. Names are looked up for what is shown alone. */
export async function saidWords(
  tx: Tx,
  since: Day,
  which: Which,
  after: After | null,
  limit: number,
): Promise<SaidRow[]> {
  const { day, recordId, place } = after ?? { day: null, recordId: null, place: null };
  const { rows } = await sql<SaidRow>`
    with ${said(tx, since)}, page as (
      select s.*, coalesce(t.themes, '{}') as themes
        from said s left join sorted t on t.record_id = s.record_id and t.place = s.place
       where ${conditionOf(which)}
         and (${day}::date is null or (s.day, s.record_id, s.place) < (${day}::date, ${recordId}::uuid, ${place}::text))
       order by s.day desc, s.record_id desc, s.place desc
       limit ${limit})
    ${named(tx)}
     order by s.day desc, s.record_id desc, s.place desc`.execute(tx.tables());
  return rows;
}

/** `at` as it is named in an address. */
export async function findSaid(
  tx: Tx,
  since: Day,
  at: { recordId: string; place: string },
): Promise<SaidRow | null> {
  const { rows } = await sql<SaidRow>`
    with ${said(tx, since)}, page as (
      select s.*, coalesce(t.themes, '{}') as themes
        from said s left join sorted t on t.record_id = s.record_id and t.place = s.place
       where s.record_id = ${at.recordId} and s.place = ${at.place})
    ${named(tx)}`.execute(tx.tables());
  return rows[0] ?? null;
}

export interface Counted {
  /** Words that somebody has sorted, and said something of it. */
  telling: number;
  unsorted: number;
  byTheme: Map<string, number>;
}

export async function countSaid(tx: Tx, since: Day, none: string): Promise<Counted> {
  const { rows } = await sql<{ theme: string | null; words: number; telling: number }>`
    with ${said(tx, since)}, found as (
      select t.themes from said s left join sorted t on t.record_id = s.record_id and t.place = s.place)
    select null as theme, (count(*) filter (where themes is null))::int as words,
           (count(*) filter (where not themes @> array[${none}::text]))::int as telling
      from found
    union all
    select theme, count(*)::int, 0 from found cross join unnest(themes) as theme group by theme`.execute(
    tx.tables(),
  );
  const all = rows.find(({ theme }) => theme === null);
  return {
    telling: all?.telling ?? 0,
    unsorted: all?.words ?? 0,
    byTheme: new Map(rows.flatMap(({ theme, words }) => (theme === null ? [] : [[theme, words] as const]))),
  };
}

function conditionOf(which: Which): RawBuilder<unknown> {
  if (which === "all") return sql`true`;
  return which === "unsorted" ? sql`t.themes is null` : sql`${which.theme} = any(t.themes)`;
}

/** Answers to the one question, the reasons of those who gave a high number, and notes of reviews that were held; and what was sorted. */
function said(tx: Tx, since: Day): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`
    asked as (
      select t.id as template_id, q ->> 'id' as question_id, q ->> 'kind' as kind, q ->> 'text' as text, q ->> 'why' as why
        from report_template t cross join jsonb_array_elements(t.questions) as q
       where t.workspace_id = ${w} and (q ->> 'id' = ${WILLING_QUESTION} or q ->> 'kind' = 'score')
    ), sorted as (
      select coalesce(card_id, review_id) as record_id, coalesce(question_id, point) as place, array_agg(theme order by theme) as themes
        from willing_word where workspace_id = ${w} and taken_back_at is null group by 1, 2
    ), said as (
      select 'card' as kind, c.id as record_id, a.question_id as place, c.handed_in_on as day,
             case q.kind when 'score' then q.why else q.text end as question
        from report_card c
        join asked q on q.template_id = c.template_id and (q.question_id = ${WILLING_QUESTION} or c.score >= ${PROMOTER})
        join report_answer a on a.workspace_id = c.workspace_id and a.card_id = c.id and a.question_id = q.question_id
         and a.words is not null
       where c.workspace_id = ${w} and c.handed_in_at is not null and c.handed_in_on >= ${since}
      union all
      select 'review', n.review_id, n.point, r.held_on, null
        from account_review r
        join account_review_note n on n.workspace_id = r.workspace_id and n.review_id = r.id and n.point = ${WILLING_POINT} and n.words <> ''
       where r.workspace_id = ${w} and r.taken_back_at is null and r.held_on >= ${since})`;
}

/** The rows of "page" with their words, and who said them where. */
function named(tx: Tx): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`
    select s.kind || '.' || s.record_id || '.' || s.place as key, s.kind, s.record_id as "recordId", s.place,
           coalesce(a.words, n.words) as words, s.question, s.day, p.id as "personId", p.full_name as "personName",
           k.id as "accountId", k.name as "accountName", m.name as "notedBy", s.themes
      from page s
      left join report_card c on s.kind = 'card' and c.workspace_id = ${w} and c.id = s.record_id
      left join report_answer a on s.kind = 'card' and a.workspace_id = ${w} and a.card_id = s.record_id and a.question_id = s.place
      left join account_review r on s.kind = 'review' and r.workspace_id = ${w} and r.id = s.record_id
      left join account_review_note n on s.kind = 'review' and n.workspace_id = ${w} and n.review_id = s.record_id and n.point = s.place
      left join member m on m.workspace_id = ${w} and m.id = n.by_id
      left join person p0 on p0.workspace_id = ${w} and p0.id = c.person_id
      left join person p on p.workspace_id = ${w} and p.id = p0.kept_id
      left join account k0 on k0.workspace_id = ${w} and k0.id = coalesce(c.account_id, r.account_id)
      left join account k on k.workspace_id = ${w} and k.id = k0.kept_id`;
}
