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
    select * from (${said(tx, since)}) as s
     where ${conditionOf(which)}
       and (${after?.day ?? null}::date is null or (s.day, s.key) < (${after?.day ?? null}::date, ${after?.key ?? null}::text))
     order by s.day desc, s.key desc
     limit ${limit}`.execute(tx.tables());
  return rows;
}

export async function findSaid(tx: Tx, since: Day, key: string): Promise<SaidRow | null> {
  const { rows } = await sql<SaidRow>`
    select * from (${said(tx, since)}) as s where s.key = ${key}`.execute(tx.tables());
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
    with s as (${said(tx, since)})
    select null as theme, (count(*) filter (where themes = '{}'))::int as words,
           (count(*) filter (where themes <> '{}' and not themes @> array[${none}::text]))::int as telling
      from s
    union all
    select theme, count(*)::int, 0 from s cross join unnest(s.themes) as theme group by theme`.execute(
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
  return which === "unsorted" ? sql`s.themes = '{}'` : sql`${which.theme} = any(s.themes)`;
}

/** Answers to the one question, the reasons of those who gave a high number, and notes of reviews that were held. */
function said(tx: Tx, since: Day): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`
    select 'card.' || a.card_id || '.' || a.question_id as key, 'card' as kind, a.card_id as "recordId", a.words,
           coalesce(case when q.asked ->> 'kind' = 'score' then q.asked ->> 'why' else q.asked ->> 'text' end, a.question_id) as question,
           c.handed_in_on as day, p.id as "personId", p.full_name as "personName", k.id as "accountId", k.name as "accountName",
           null as "notedBy",
           array(select x.theme from willing_word x
                  where x.workspace_id = ${w} and x.card_id = a.card_id and x.question_id = a.question_id
                    and x.taken_back_at is null order by x.theme) as themes
      from report_card c
      join report_answer a on a.workspace_id = c.workspace_id and a.card_id = c.id and a.words is not null
      join report_template t on t.workspace_id = c.workspace_id and t.id = c.template_id
      left join lateral (
        select asked from jsonb_array_elements(t.questions) as asked where asked ->> 'id' = a.question_id limit 1) as q on true
      left join person p0 on p0.workspace_id = c.workspace_id and p0.id = c.person_id
      left join person p on p.workspace_id = c.workspace_id and p.id = p0.kept_id
      left join account k0 on k0.workspace_id = c.workspace_id and k0.id = c.account_id
      left join account k on k.workspace_id = c.workspace_id and k.id = k0.kept_id
     where c.workspace_id = ${w} and c.handed_in_at is not null and c.handed_in_on >= ${since}
       and (a.question_id = ${WILLING_QUESTION} or (q.asked ->> 'kind' = 'score' and c.score >= ${PROMOTER}))
    union all
    select 'review.' || n.review_id || '.' || n.point, 'review', n.review_id, n.words, null, r.held_on, null, null, k.id, k.name,
           m.name,
           array(select x.theme from willing_word x
                  where x.workspace_id = ${w} and x.review_id = n.review_id and x.point = n.point
                    and x.taken_back_at is null order by x.theme)
      from account_review r
      join account_review_note n on n.workspace_id = r.workspace_id and n.review_id = r.id and n.point = ${WILLING_POINT} and n.words <> ''
      join member m on m.workspace_id = n.workspace_id and m.id = n.by_id
      join account k0 on k0.workspace_id = r.workspace_id and k0.id = r.account_id
      join account k on k.workspace_id = k0.workspace_id and k.id = k0.kept_id
     where r.workspace_id = ${w} and r.taken_back_at is null and r.held_on >= ${since}`;
}
