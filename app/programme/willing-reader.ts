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

/** Since a day, the newest first, a page of them after `after`. */
export async function saidWords(
  tx: Tx,
  since: Day,
  which: Which,
  after: { day: Day; key: string } | null,
  limit: number,
): Promise<SaidRow[]> {
  const { rows } = await sql<SaidRow>`
    with ${said(tx, since)}
    select s.*, coalesce(t.themes, '{}') as themes
      from said s left join sorted t on t.key = s.key
     where ${conditionOf(which)}
       and (${after?.day ?? null}::date is null or (s.day, s.key) < (${after?.day ?? null}::date, ${after?.key ?? null}::text))
     order by s.day desc, s.key desc
     limit ${limit}`.execute(tx.tables());
  return rows;
}

export async function findSaid(tx: Tx, since: Day, key: string): Promise<SaidRow | null> {
  const { rows } = await sql<SaidRow>`
    with ${said(tx, since)}
    select s.*, coalesce(t.themes, '{}') as themes
      from said s left join sorted t on t.key = s.key
     where s.key = ${key}`.execute(tx.tables());
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
      select t.themes from said s left join sorted t on t.key = s.key)
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
  return which === "unsorted" ? sql`t.key is null` : sql`${which.theme} = any(t.themes)`;
}

/** Answers to the one question, the reasons of those who gave a high number, and notes of reviews that were held; and what was sorted. */
function said(tx: Tx, since: Day): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`
    asked as (
      select t.id as template_id, q ->> 'id' as question_id, q ->> 'kind' as kind, q ->> 'text' as text, q ->> 'why' as why
        from report_template t cross join jsonb_array_elements(t.questions) as q
       where t.workspace_id = ${w}
    ), sorted as (
      select coalesce('card.' || card_id || '.' || question_id, 'review.' || review_id || '.' || point) as key,
             array_agg(theme order by theme) as themes
        from willing_word where workspace_id = ${w} and taken_back_at is null group by 1
    ), said as (
    select 'card.' || a.card_id || '.' || a.question_id as key, 'card' as kind, a.card_id as "recordId", a.words,
           case q.kind when 'score' then q.why else q.text end as question,
           c.handed_in_on as day, p.id as "personId", p.full_name as "personName", k.id as "accountId", k.name as "accountName",
           null as "notedBy"
      from report_card c
      join asked q on q.template_id = c.template_id
       and (q.question_id = ${WILLING_QUESTION} or (q.kind = 'score' and c.score >= ${PROMOTER}))
      join report_answer a on a.workspace_id = c.workspace_id and a.card_id = c.id and a.question_id = q.question_id
       and a.words is not null
      left join person p0 on p0.workspace_id = c.workspace_id and p0.id = c.person_id
      left join person p on p.workspace_id = c.workspace_id and p.id = p0.kept_id
      left join account k0 on k0.workspace_id = c.workspace_id and k0.id = c.account_id
      left join account k on k.workspace_id = c.workspace_id and k.id = k0.kept_id
     where c.workspace_id = ${w} and c.handed_in_at is not null and c.handed_in_on >= ${since}
    union all
    select 'review.' || n.review_id || '.' || n.point, 'review', n.review_id, n.words, null, r.held_on, null, null, k.id, k.name,
           m.name
      from account_review r
      join account_review_note n on n.workspace_id = r.workspace_id and n.review_id = r.id and n.point = ${WILLING_POINT} and n.words <> ''
      join member m on m.workspace_id = n.workspace_id and m.id = n.by_id
      join account k0 on k0.workspace_id = r.workspace_id and k0.id = r.account_id
      join account k on k.workspace_id = k0.workspace_id and k.id = k0.kept_id
     where r.workspace_id = ${w} and r.taken_back_at is null and r.held_on >= ${since})`;
}
