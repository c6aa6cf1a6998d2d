import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

/** In which room a contact is written down: there it opens. */
export const FACTS = [
  "touch",
  "ask",
  "meeting",
  "gift",
  "given",
  "referral",
  "seed",
  "met",
  "reference",
  "occasion",
] as const;
export type Fact = (typeof FACTS)[number];

/** A contact with somebody, wherever it is written down. `memberId` is null where the system met them. */
export interface ContactRow {
  day: Day;
  kind: string;
  memberId: string | null;
  memberName: string | null;
  fact: Fact;
  factId: string;
  words: string | null;
}

/**
 * Every contact of the persons in `same` (columns id, kept_id: the records of one person), as person_id, day, kind, member_id, fact,
 * fact_id. The one place that says what counts as having heard from us: nothing of it is copied. Thanks with a gift are told among
 * the gifts, who was met because of a meeting or an ask is among those, and a meeting in which an account was reviewed is told as
 * the review to whoever has a touch of it.
 */
export function contactsSql(tx: Tx): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`
    select s.kept_id as person_id, t.day, t.kind, t.member_id, 'touch' as fact, t.id as fact_id
      from same s join touch t on t.workspace_id = ${w} and t.person_id = s.id and t.taken_back_at is null
    union all
    select s.kept_id, c.day, coalesce(c.channel, a.channel), a.member_id, 'ask', a.id
      from same s
      join ask a on a.workspace_id = ${w} and a.source_id = s.id and a.taken_back_at is null
      join ask_conversation c on c.workspace_id = ${w} and c.ask_id = a.id and c.taken_back_at is null
    union all
    select s.kept_id, m.day, 'meeting', m.member_id, 'meeting', m.id
      from same s
      join meeting m on m.workspace_id = ${w} and m.person_id = s.id and m.taken_back_at is null and m.outcome = 'held'
       and not exists (select from touch u join person up on up.workspace_id = ${w} and up.id = u.person_id
                        where u.workspace_id = ${w} and u.meeting_id = m.id and u.taken_back_at is null
                          and up.kept_id = s.kept_id)
    union all
    select s.kept_id, g.given_on, 'gift', g.member_id, 'gift', g.id
      from same s
      join gift g on g.workspace_id = ${w} and g.person_id = s.id and g.taken_back_at is null and g.given_on is not null
    union all
    select s.kept_id, g.counts_from, 'referral-given', g.member_id, 'given', g.id
      from same s
      join given_referral g on g.workspace_id = ${w} and g.to_id = s.id and g.taken_back_at is null and g.counts_from is not null
    union all
    select s.kept_id, g.counts_from, 'referral-given', g.member_id, 'given', g.id
      from same s
      join given_referral g on g.workspace_id = ${w} and g.whom_id = s.id and g.taken_back_at is null and g.counts_from is not null
    union all
    select s.kept_id, d.day, case d.how when 'note' then 'handwritten-note' when 'email' then 'e-mail' else d.how end, d.by_id,
           'referral', d.referral_id
      from same s
      join duty_done d on d.workspace_id = ${w} and d.source_id = s.id and d.taken_back_at is null
       and d.how is not null and d.gift_id is null
    union all
    select s.kept_id, (r.responded_at at time zone ws.time_zone)::date, 'first-answer', r.responded_by, 'referral', r.id
      from same s
      join referral r on r.workspace_id = ${w} and r.contact_id = s.id and r.taken_back_at is null and r.responded_at is not null
      join workspace ws on ws.workspace_id = ${w}
    union all
    select s.kept_id, e.day, 'talk', e.member_id, 'seed', e.id
      from same s join seed e on e.workspace_id = ${w} and e.person_id = s.id and e.taken_back_at is null
    union all
    select s.kept_id, f.day, 'talk', f.member_id, 'reference', f.id
      from same s join reference f on f.workspace_id = ${w} and f.source_id = s.id and f.taken_back_at is null
    union all
    select s.kept_id, x.day, case x.how when 'event' then 'in-person' else x.how end, x.by_id, 'met', x.id
      from same s
      join person_met x on x.workspace_id = ${w} and x.person_id = s.id and x.taken_back_at is null
       and x.because_id is null
    union all
    select s.kept_id, o.sent_on, case e.kind when 'event' then 'event-invitation' else 'article' end, o.member_id, 'occasion', e.id
      from same s
      join occasion_offer o on o.workspace_id = ${w} and o.person_id = s.id and o.taken_back_at is null and o.sent_on is not null
      join occasion e on e.workspace_id = ${w} and e.id = o.occasion_id
    union all
    select s.kept_id, e.day, 'in-person', o.member_id, 'occasion', e.id
      from same s
      join occasion_offer o on o.workspace_id = ${w} and o.person_id = s.id and o.taken_back_at is null and o.came
      join occasion e on e.workspace_id = ${w} and e.id = o.occasion_id
    union all
    select s.kept_id, o.reacted_on, 'message', o.member_id, 'occasion', o.occasion_id
      from same s
      join occasion_offer o on o.workspace_id = ${w} and o.person_id = s.id and o.taken_back_at is null and o.reacted_on is not null`;
}

/** Of one person, the latest first. */
export async function contactsOf(tx: Tx, personId: string, limit: number): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    with same as materialized (
      select id, kept_id from person where workspace_id = ${tx.workspaceId} and kept_id = ${personId}
    ), contact as (${contactsSql(tx)})
    select c.day, c.kind, c.member_id as "memberId", m.name as "memberName", c.fact, c.fact_id as "factId", t.words
      from contact c
      left join member m on m.workspace_id = ${tx.workspaceId} and m.id = c.member_id
      left join touch t on c.fact = 'touch' and t.workspace_id = ${tx.workspaceId} and t.id = c.fact_id
     order by c.day desc, c.fact_id desc limit ${limit}`.execute(tx.tables());
  return rows;
}

/** The last of these kinds, whoever of us it was; of several on one day the heaviest. */
export async function lastContactOf(
  tx: Tx,
  personId: string,
  real: readonly { id: string; weight: number }[],
): Promise<{ day: Day; kind: string; memberName: string | null } | null> {
  const { rows } = await sql<{ day: Day; kind: string; memberName: string | null }>`
    with same as materialized (
      select id, kept_id from person where workspace_id = ${tx.workspaceId} and kept_id = ${personId}
    ), contact as (${contactsSql(tx)})
    select c.day, c.kind, m.name as "memberName"
      from contact c
      join unnest(${real.map(({ id }) => id)}::text[], ${real.map(({ weight }) => weight)}::int[]) as k (kind, weight)
        on k.kind = c.kind
      left join member m on m.workspace_id = ${tx.workspaceId} and m.id = c.member_id
     order by c.day desc, k.weight desc, c.fact_id desc limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The kinds of contact that these persons had since a day, by their ids. */
export async function contactKindsSince(
  tx: Tx,
  personIds: readonly string[],
  since: Day,
): Promise<Map<string, { kind: string; day: Day }[]>> {
  const { rows } = await sql<{ personId: string; kind: string; day: Day }>`
    with same as materialized (
      select id, kept_id from person where workspace_id = ${tx.workspaceId} and kept_id = any(${personIds}::uuid[])
    ), contact as (${contactsSql(tx)})
    select person_id as "personId", kind, max(day) as day from contact where day >= ${since} group by person_id, kind`.execute(
    tx.tables(),
  );
  return Map.groupBy(rows, ({ personId }) => personId);
}
