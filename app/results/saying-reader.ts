import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import { idsOf } from "#people/kept-reader.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { countsFor } from "./scope-reader.ts";

type Of = Pick<Whose, "kind" | "id">;

/** Report cards handed in on these days, and what was done within so many days after each. */
export interface Ripe {
  from: Day;
  to: Day;
  within: number;
}

/** Of clients who gave a score on such a card, those who introduced somebody. */
export async function saidAndDid(
  tx: Tx,
  whose: Of,
  ripe: Ripe,
): Promise<{ score: number; of: number; did: number }[]> {
  const { rows } = await sql<{ score: number; of: number; did: number }>`
    select score, count(*)::int as of, (count(*) filter (where did))::int as did
      from (${cards(tx, whose, ripe)}) as card
     group by score`.execute(tx.tables());
  return rows;
}

/** What a client said, and whom they introduced first. */
export interface SaidFact {
  /** Of the report card. */
  id: string;
  day: Day;
  score: number;
  personId: string;
  personName: string;
  accountName: string | null;
  memberName: string;
  introducedOn: Day | null;
  introducedName: string | null;
}

/** The cards behind such numbers, the latest first; `did`: only of those who introduced somebody. */
export async function saidFacts(
  tx: Tx,
  whose: Of,
  { scores, did, ...ripe }: Ripe & { scores: readonly number[]; did: boolean },
  cursor: string | undefined,
  limit: number,
): Promise<Page<SaidFact>> {
  const w = tx.workspaceId;
  const after = cursor === undefined ? null : decodeDayCursor(cursor);
  const { rows } = await sql<SaidFact>`
    select card.id, card.day, card.score, k.id as "personId", k.full_name as "personName", ak.name as "accountName", m.name as "memberName",
           first.day as "introducedOn", contact.full_name as "introducedName"
      from (select * from (${cards(tx, whose, ripe)}) as each
             where score = any(${scores}::int[]) ${did ? sql`and did` : sql``}
               ${after === null ? sql`` : sql`and (day, id) < (${after[0]}::date, ${after[1]}::uuid)`}
             order by day desc, id desc
             limit ${limit + 1}) as card
      join person k on k.workspace_id = ${w} and k.id = card.kept_id
      join member m on m.workspace_id = ${w} and m.id = card.member_id
      left join account a on a.workspace_id = ${w} and a.id = card.account_id
      left join account ak on ak.workspace_id = ${w} and ak.id = a.kept_id
      left join lateral (
        select i.counts_from as day, i.contact_id from (${introductionsAfter(tx, ripe)}) as i order by i.counts_from, i.id limit 1) as first on true
      left join person met on met.workspace_id = ${w} and met.id = first.contact_id
      left join person contact on contact.workspace_id = ${w} and contact.id = met.kept_id
     order by card.day desc, card.id desc`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

/** Each such card: id, day, score, kept_id of the person, account_id, member_id, did. */
function cards(tx: Tx, whose: Of, ripe: Ripe): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`
    select card.*, exists (${introductionsAfter(tx, ripe)}) as did
      from (select c.id, c.handed_in_on as day, c.score, c.member_id, c.account_id, p.kept_id
              from report_card c
              join person p on p.workspace_id = ${w} and p.id = c.person_id
             where c.workspace_id = ${w} and c.handed_in_on between ${ripe.from} and ${ripe.to}
               and ${countsFor(tx, whose, { member: sql`c.member_id`, day: sql`c.handed_in_on` })}) as card`;
}

/** Introductions that the person of a `card` made in time after it. */
function introductionsAfter(tx: Tx, { within }: Ripe): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`
    select r.id, r.counts_from, r.contact_id
      from (${idsOf(tx, sql`card.kept_id`)}) as same
      join referral r on r.workspace_id = ${w} and r.source_id = same.id and r.taken_back_at is null
     where r.counts_from > card.day and r.counts_from <= card.day + ${within}::int`;
}

/** Cards that are too young for that. */
export async function cardsSince(tx: Tx, whose: Of, day: Day): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from report_card c
     where c.workspace_id = ${tx.workspaceId} and c.handed_in_on > ${day} and c.person_id is not null
       and ${countsFor(tx, whose, { member: sql`c.member_id`, day: sql`c.handed_in_on` })}`.execute(
    tx.tables(),
  );
  return rows[0]?.many ?? 0;
}
