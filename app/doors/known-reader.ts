import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** Somebody who has that address. */
export interface KnownByAddress {
  address: string;
  id: string;
  name: string;
}

/** Everybody filed under one of these addresses, as those who stand for merged ones; several may share a mailbox. */
export async function peopleByAddress(tx: Tx, addresses: readonly string[]): Promise<KnownByAddress[]> {
  if (addresses.length === 0) return [];
  const keys = addresses.map((address) => `e:${address.toLowerCase()}`);
  const { rows } = await sql<KnownByAddress>`
    select distinct substr(k.key, 3) as address, p.id, p.full_name as name
      from person_key k
      join person p0 on p0.workspace_id = k.workspace_id and p0.id = k.person_id and p0.removed_at is null
      join person p on p.workspace_id = k.workspace_id and p.id = p0.kept_id and p.removed_at is null
     where k.workspace_id = ${tx.workspaceId} and k.key = any(${keys}::text[])
     order by name, id`.execute(tx.tables());
  return rows;
}

/** Those of these addresses that are members' own, with whose they are. */
export async function membersByAddress(
  tx: Tx,
  addresses: readonly string[],
): Promise<{ id: string; address: string }[]> {
  const { rows } = await sql<{ id: string; address: string }>`
    select id, lower(email) as address from member
     where workspace_id = ${tx.workspaceId} and left_at is null and lower(email) = any(${addresses}::text[])`.execute(
    tx.tables(),
  );
  return rows;
}

export async function emailOfMember(tx: Tx, memberId: string): Promise<string> {
  const { rows } = await sql<{ email: string }>`
    select lower(email) as email from member where workspace_id = ${tx.workspaceId} and id = ${memberId}`.execute(
    tx.tables(),
  );
  return rows[0]?.email ?? "";
}

/** An introduction that waits for our first answer. */
export interface Waiting {
  id: string;
  contactId: string;
  memberId: string;
  memberTeamId: string | null;
  arrivedBy: Date;
}

/** Introductions to these people that nobody has answered yet; `arrivedBy` is when they were there at the latest. */
export async function waitingIntroductionsTo(tx: Tx, personIds: readonly string[]): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select r.id, p.kept_id as "contactId", r.member_id as "memberId", m.team_id as "memberTeamId",
           coalesce(r.arrived_at, (r.counts_from::timestamp at time zone w.time_zone)) as "arrivedBy"
      from person p
      join referral r on r.workspace_id = p.workspace_id and r.contact_id = p.id and r.taken_back_at is null and r.state = 'introduced'
      join member m on m.workspace_id = r.workspace_id and m.id = r.member_id
      join workspace w on w.workspace_id = r.workspace_id
     where p.workspace_id = ${tx.workspaceId} and p.kept_id = any(${personIds}::uuid[])
     order by r.id`.execute(tx.tables());
  return rows;
}
