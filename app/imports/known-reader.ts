import { sql } from "kysely";
import type { AccountFacts } from "#accounts/account.ts";
import type { DealOrigin, DealOutcome } from "#deals/deal.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PersonFacts } from "#people/person.ts";
import type { SubjectKind } from "./import.ts";

export interface Joint {
  externalId: string;
  /** Who or what stands for it now. */
  subjectId: string;
  said: Record<string, unknown>;
  /** It was taken off the lists here. */
  gone: boolean;
}

// Of rows that an import has just written nothing is known to the planner, which takes the tables for empty and then reads all
// of them for each key. This keeps each look-up by itself.
const BY_KEY = sql`offset 0`;

/** What these ids of another system mean here. */
export async function jointsOf(
  tx: Tx,
  whose: { system: string; kind: SubjectKind },
  externalIds: readonly string[],
): Promise<Map<string, Joint>> {
  if (externalIds.length === 0) return new Map();
  const table = sql.table(whose.kind);
  const merged = whose.kind === "deal" ? sql`id` : sql`kept_id`;
  const gone = whose.kind === "deal" ? sql`taken_back_at` : sql`removed_at`;
  const { rows } = await sql<Joint>`
    select e.external_id as "externalId", s.id as "subjectId", e.said, s.gone
      from external_id e
     cross join lateral (
       select ${merged} as id from ${table} where workspace_id = ${tx.workspaceId} and id = e.subject_id ${BY_KEY}) as asked
     cross join lateral (
       select id, ${gone} is not null as gone
         from ${table} where workspace_id = ${tx.workspaceId} and id = asked.id ${BY_KEY}) as s
     where e.workspace_id = ${tx.workspaceId} and e.system = ${whose.system} and e.kind = ${whose.kind}
       and e.external_id = any(${externalIds}::text[])`.execute(tx.tables());
  return new Map(rows.map((row) => [row.externalId, row]));
}

/** Of these subjects, those that another id of the same system is joined to: they are not what a row with its own id means. */
export async function subjectsWithIds(
  tx: Tx,
  whose: { system: string; kind: SubjectKind },
  subjectIds: readonly string[],
): Promise<Set<string>> {
  if (subjectIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select distinct subject_id as id from external_id
     where workspace_id = ${tx.workspaceId} and subject_id = any(${subjectIds}::uuid[])
       and system = ${whose.system} and kind = ${whose.kind} and external_id not like 'row:%'`.execute(
    tx.tables(),
  );
  return new Set(rows.map((row) => row.id));
}

export interface KnownAccount extends AccountFacts {
  id: string;
  nameKey: string;
  domain: string | null;
  clientSince: Day | null;
}

/** Accounts that stand under one of these names or domains, the oldest first. */
export async function accountIdsLike(
  tx: Tx,
  nameKeys: readonly string[],
  domains: readonly string[],
): Promise<{ nameKey: string | null; domain: string | null; id: string }[]> {
  const { rows } = await sql<{ nameKey: string | null; domain: string | null; id: string }>`
    select wanted.key as "nameKey", null as domain, a.id
      from unnest(${nameKeys}::text[]) as wanted (key)
     cross join lateral (
       select a.id from account a
        where a.workspace_id = ${tx.workspaceId} and a.name_key = wanted.key and a.merged_into is null and a.removed_at is null
        order by a.name_key, a.id limit ${MOST_ALIKE}) as a
     union all
    select null, wanted.domain, a.id
      from unnest(${domains}::text[]) as wanted (domain)
     cross join lateral (
       select a.id from account a
        where a.workspace_id = ${tx.workspaceId} and a.domain = wanted.domain and a.merged_into is null and a.removed_at is null
        limit ${MOST_ALIKE}) as a`.execute(tx.tables());
  return rows;
}

const MOST_ALIKE = 20;

/** `hold`: locks them until the commit, so that what is decided by them stays true. */
export async function accountsById(
  tx: Tx,
  ids: readonly string[],
  hold: boolean,
): Promise<Map<string, KnownAccount>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<KnownAccount>`
    select id, name, name_key as "nameKey", domain, kind, client_since as "clientSince", industry, employees, website, phone, city, country,
           note, holder_id as "holderId"
      from account where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])
     order by id ${hold ? sql`for no key update` : sql``}`.execute(tx.tables());
  return new Map(rows.map((row) => [row.id, row]));
}

export interface KnownPerson extends PersonFacts {
  id: string;
  /** Of the account that stands for theirs. */
  accountName: string | null;
}

/** Who is filed under these keys; a key that very many share names the first of them. */
export async function personIdsByKey(
  tx: Tx,
  keys: readonly string[],
): Promise<{ key: string; id: string }[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ key: string; id: string }>`
    select distinct wanted.key, p.id
      from unnest(${keys}::text[]) as wanted (key)
     cross join lateral (
       select k.person_id from person_key k
        where k.workspace_id = ${tx.workspaceId} and k.key = wanted.key
        limit ${MOST_ALIKE}) as filed
     cross join lateral (
       select kept_id from person
        where workspace_id = ${tx.workspaceId} and id = filed.person_id ${BY_KEY}) as asked
     cross join lateral (
       select id from person
        where workspace_id = ${tx.workspaceId} and id = asked.kept_id and removed_at is null ${BY_KEY}) as p
     order by p.id`.execute(tx.tables());
  return rows;
}

export async function peopleById(
  tx: Tx,
  ids: readonly string[],
  hold: boolean,
): Promise<Map<string, KnownPerson>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<KnownPerson>`
    select p.id, p.full_name as "fullName", p.given_name as "givenName", p.family_name as "familyName", p.title,
           a.id as "accountId", a.name as "accountName", p.emails, p.phones, p.linkedin_url as "linkedinUrl", p.city, p.country,
           p.note, p.holder_id as "holderId"
      from person p
      left join lateral (
       select kept_id from account where workspace_id = ${tx.workspaceId} and id = p.account_id ${BY_KEY}) as at on true
      left join lateral (
       select id, name from account where workspace_id = ${tx.workspaceId} and id = at.kept_id ${BY_KEY}) as a on true
     where p.workspace_id = ${tx.workspaceId} and p.id = any(${ids}::uuid[])
     order by p.id ${hold ? sql`for no key update of p` : sql``}`.execute(tx.tables());
  return new Map(rows.map((row) => [row.id, row]));
}

/** The person of that name at that account; nobody when there are several. */
export async function peopleNamedAt(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string | null>();
  for (const { key, id } of await personIdsByKey(tx, [...new Set(keys)]))
    found.set(key, found.has(key) ? null : id);
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}

export interface KnownDeal {
  id: string;
  name: string;
  accountId: string;
  memberId: string;
  origin: DealOrigin;
  minor: number | null;
  currency: string | null;
  stage: string | null;
  openedOn: Day;
  expectedOn: Day | null;
  outcome: DealOutcome;
  closedOn: Day | null;
  lostReason: string | null;
  note: string | null;
}

/** Standing deals by their ids, and those at these accounts. */
export async function dealsOf(
  tx: Tx,
  which: { ids: readonly string[]; accountIds: readonly string[] },
): Promise<KnownDeal[]> {
  const { rows } = await sql<KnownDeal>`
    select d.id, d.name, a.kept_id as "accountId", d.member_id as "memberId", d.origin,
           d.amount_minor as minor, d.currency, d.stage, d.opened_on as "openedOn", d.expected_on as "expectedOn", d.outcome, d.closed_on as "closedOn",
           d.lost_reason as "lostReason", d.note
      from deal d
     cross join lateral (
       select kept_id from account
        where workspace_id = ${tx.workspaceId} and id = d.account_id ${BY_KEY}) as a
     where d.workspace_id = ${tx.workspaceId} and d.taken_back_at is null
       and (d.id = any(${which.ids}::uuid[]) or d.account_id = any(${which.accountIds}::uuid[]))
     order by d.id`.execute(tx.tables());
  return rows;
}

export interface KnownMember {
  id: string;
  name: string;
  email: string;
  teamId: string | null;
}

/** Those who left too: what they did in another system counts for them. */
export async function membersAndCountry(tx: Tx): Promise<{ members: KnownMember[]; country: string | null }> {
  const { rows: members } = await sql<KnownMember>`
    select id, name, email, team_id as "teamId" from member where workspace_id = ${tx.workspaceId}
     order by left_at nulls first, id`.execute(tx.tables());
  const { rows } = await sql<{ country: string | null }>`
    select default_country as country from workspace where workspace_id = ${tx.workspaceId}`.execute(
    tx.tables(),
  );
  return { members, country: rows[0]?.country ?? null };
}

/** Of these accounts those where somebody works, or a deal stands. */
export async function accountsInUse(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; why: string }>`
    select wanted.id, coalesce(
             (select 'a deal stands there: ' || d.name from deal d
               where d.workspace_id = ${tx.workspaceId} and d.account_id = wanted.id and d.taken_back_at is null limit 1),
             (select p.full_name || ' works there' from person p
               where p.workspace_id = ${tx.workspaceId} and p.account_id = wanted.id and p.removed_at is null
                 and p.merged_into is null limit 1)) as why
      from unnest(${ids}::uuid[]) as wanted (id)`.execute(tx.tables());
  return new Map(rows.filter((row) => row.why !== null).map((row) => [row.id, row.why]));
}

/** Of these accounts those at which a deal won stands. */
export async function accountsWithWonDeals(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct account_id as id from deal
     where workspace_id = ${tx.workspaceId} and account_id = any(${ids}::uuid[]) and outcome = 'won' and taken_back_at is null`.execute(
    tx.tables(),
  );
  return new Set(rows.map((row) => row.id));
}

/** Of these subjects those of which the journal tells something besides this act, and when. */
export async function changedSince(
  tx: Tx,
  subjectIds: readonly string[],
  actId: string,
): Promise<Map<string, Day>> {
  if (subjectIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; day: Day }>`
    select j.subject_id as id, max(j.day) as day from journal j
     where j.workspace_id = ${tx.workspaceId} and j.subject_id = any(${subjectIds}::uuid[])
       and j.act_id <> ${actId}::uuid and j.undoes is null
       and not exists (select from journal u where u.workspace_id = j.workspace_id and u.undoes = j.id)
     group by j.subject_id`.execute(tx.tables());
  return new Map(rows.map((row) => [row.id, row.day]));
}
