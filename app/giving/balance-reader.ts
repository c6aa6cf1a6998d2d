import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Spans } from "./balance.ts";

interface Row {
  given: number;
  received: number;
  givenYear: number;
  receivedYear: number;
}

/** Between these persons and one member, or all of us where none is named. An introduction serves both whom it joins. */
export async function exchangeWithPeople(
  tx: Tx,
  personIds: readonly string[],
  since: Day,
  memberId: string | null,
): Promise<Spans> {
  const them = sql`select unnest(${personIds}::uuid[])`;
  return exchange(tx, them, since, memberId);
}

/** The same with whoever works at these accounts today. */
export async function exchangeAtAccounts(
  tx: Tx,
  accountIds: readonly string[],
  since: Day,
  memberId: string | null,
): Promise<Spans> {
  const them = sql`
    select s.id from person k join person s on s.workspace_id = k.workspace_id and s.kept_id = k.id
     where k.workspace_id = ${tx.workspaceId} and k.account_id = any(${accountIds}::uuid[]) and k.merged_into is null`;
  return exchange(tx, them, since, memberId);
}

/** All that one member gave and received, or the whole company. */
export async function exchangeOf(tx: Tx, memberId: string | null, since: Day): Promise<Spans> {
  return exchange(tx, null, since, memberId);
}

async function exchange(
  tx: Tx,
  them: RawBuilder<unknown> | null,
  since: Day,
  memberId: string | null,
): Promise<Spans> {
  const mine = memberId === null ? sql`` : sql`and member_id = ${memberId}`;
  const toThem =
    them === null ? sql`` : sql`and (to_id in (select id from them) or whom_id in (select id from them))`;
  const fromThem = them === null ? sql`` : sql`and source_id in (select id from them)`;
  const { rows } = await sql<Row>`
    with them (id) as materialized (${them ?? sql`select null::uuid where false`}),
    gone as (
      select counts_from from given_referral
       where workspace_id = ${tx.workspaceId} and taken_back_at is null and counts_from is not null ${mine} ${toThem}
    ), come as (
      select counts_from from referral
       where workspace_id = ${tx.workspaceId} and taken_back_at is null and counts_from is not null ${mine} ${fromThem}
    )
    select (select count(*)::int from gone) as given, (select count(*)::int from come) as received,
           (select count(*)::int from gone where counts_from > ${since}) as "givenYear",
           (select count(*)::int from come where counts_from > ${since}) as "receivedYear"`.execute(
    tx.tables(),
  );
  const { given = 0, received = 0, givenYear = 0, receivedYear = 0 } = rows[0] ?? {};
  return { ever: { given, received }, year: { given: givenYear, received: receivedYear } };
}
