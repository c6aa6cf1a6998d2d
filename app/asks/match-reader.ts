import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import { notFound, Problem } from "#lib/kernel/problem.ts";
import { getPerson } from "#people/person-actions.ts";
import { historyOf, type Stay } from "#people/position.ts";
import { protectionOf } from "#people/protection-actions.ts";
import { listIdealClients, type IdealClientRow } from "./ideal-client-store.ts";
import { matchFor, type Asked, type Match, type Place, type Pursued, type StayAt } from "./match.ts";
import { listReasons, type ReasonRow } from "./reason-store.ts";
import { findTarget } from "./target-store.ts";
import { talkLanguage } from "./wordings/talk-languages.ts";

export interface MatchSeen extends Omit<Match, "pictures" | "reasons"> {
  pictures: { picture: IdealClientRow; why: string[] }[];
  reasons: { reason: ReasonRow; why: string[] }[];
  /** Whom it is for in particular. */
  target: { targetId: string | null; personId: string | null; accountId: string | null; name: string } | null;
  /** The source has ruled out the target. */
  targetRuledOut: boolean;
}

// More pictures or reasons than anybody keeps: a bound for one answer, the newest.
const MOST_KEPT = 1000;
// A company with thousands of people known does not name them all.
const MOST_PURSUED = 500;

/**
 * What to ask this person for, prompts in the language they are asked in. `targetId`: whom the ask is for in particular, as the
 * id of a target, a person or an account.
 * Throws Problem not-found.
 */
export async function matchOf(
  tx: Tx,
  actor: Actor,
  personId: string,
  { targetId, language = "en" }: { targetId?: string | undefined; language?: string },
): Promise<MatchSeen> {
  const person = await getPerson(tx, personId);
  const source = await askedOf(tx, person);
  const target = targetId === undefined ? null : await targetOf(tx, targetId);
  const { noGos } = await protectionOf(tx, [person.id], actor.today);
  const [pictures, reasons, pursued] = [
    await listIdealClients(tx, { retired: false, appliesTo: actor.member }, undefined, MOST_KEPT),
    await listReasons(tx, { retired: false }, undefined, MOST_KEPT),
    await pursuedAround(tx, source),
  ];
  const ruledOut = {
    ids: noGos.flatMap((noGo) => [...(noGo.account?.ids ?? []), ...(noGo.person?.ids ?? [])]),
    topics: noGos.flatMap(({ topic }) => (topic === null ? [] : [topic])),
  };
  const off = target !== null && idsOf(target).some((id) => ruledOut.ids.includes(id));
  const match = matchFor({
    today: actor.today,
    source,
    target: off ? null : target,
    pictures: pictures.items,
    reasons: reasons.items,
    pursued,
    ruledOut,
    words: talkLanguage(language).prompts,
  });
  return {
    prompts: match.prompts,
    targets: match.targets,
    pictures: match.pictures.flatMap(({ id, why }) => {
      const picture = pictures.items.find((each) => each.id === id);
      return picture ? [{ picture, why }] : [];
    }),
    reasons: match.reasons.flatMap(({ id, why }) => {
      const reason = reasons.items.find((each) => each.id === id);
      return reason ? [{ reason, why }] : [];
    }),
    target: target && {
      targetId: target.targetId,
      personId: target.person?.id ?? null,
      accountId: target.place?.accountId ?? null,
      name: target.person?.name ?? target.place?.accountName ?? "",
    },
    targetRuledOut: off,
  };
}

async function askedOf(tx: Tx, { id, city }: { id: string; city: string | null }): Promise<Asked> {
  return { personId: id, city, stays: (await staysOf(tx, [id])).get(id) ?? [] };
}

async function targetOf(tx: Tx, id: string): Promise<Pursued> {
  const chosen = await findTarget(tx, id);
  const personId = chosen ? chosen.personId : await known(() => getPerson(tx, id));
  if (personId !== null) {
    const [pursued] = await pursuedPeople(tx, [personId]);
    if (!pursued) throw notFound("person");
    return { ...pursued, targetId: chosen?.id ?? pursued.targetId };
  }
  const account = await getAccount(tx, chosen?.accountId ?? id);
  const { id: accountId, name: accountName, industry, city } = account;
  const place = { accountId, accountName, industry, city, ids: await sameAccountIds(tx, accountId) };
  return { targetId: chosen?.id ?? null, person: null, place, stays: [] };
}

async function known(find: () => Promise<{ id: string }>): Promise<string | null> {
  try {
    return (await find()).id;
  } catch (error) {
    if (error instanceof Problem && error.kind === "not-found") return null;
    throw error;
  }
}

/** Whom we pursue, as far as the source's companies, town and trade reach. */
async function pursuedAround(tx: Tx, source: Asked): Promise<Pursued[]> {
  const now = source.stays.find((stay) => stay.current);
  const atIds = [...new Set(source.stays.map(({ accountId }) => accountId))];
  const town = source.city ?? now?.city ?? null;
  const { rows } = await sql<{ id: string }>`
    with records as materialized (
      select id from account where workspace_id = ${tx.workspaceId} and id = any(${atIds}::uuid[])
      union
      select id from account where workspace_id = ${tx.workspaceId} and merged_into = any(${atIds}::uuid[])
    ), met as materialized (
      select distinct p.kept_id as id
        from position o join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
       where o.workspace_id = ${tx.workspaceId} and o.account_id in (select id from records)
    ), chosen as materialized (
      select distinct pt.kept_id as id
        from target f join person pt on pt.workspace_id = f.workspace_id and pt.id = f.person_id
       where f.workspace_id = ${tx.workspaceId} and f.person_id is not null and f.dropped_on is null
    ), either as (select id from met union select id from chosen)
    select p.id
      from either
      join person p on p.workspace_id = ${tx.workspaceId} and p.id = either.id and p.removed_at is null
      left join account at on at.workspace_id = p.workspace_id and at.id = p.account_id
      left join account a on a.workspace_id = at.workspace_id and a.id = at.kept_id
     where p.id in (select id from met) and (a.named_since is not null or p.id in (select id from chosen))
        or p.id in (select id from chosen) and lower(coalesce(p.city, a.city)) = lower(${town}::text)
     order by p.id desc limit ${MOST_PURSUED}`.execute(tx.tables());
  const companies = await sql<Place & { ids: string[] }>`
    select a.id as "accountId", a.name as "accountName", a.industry, a.city,
           array(select same.id from account same where same.workspace_id = a.workspace_id and same.merged_into = a.id) || a.id as ids
      from account a
     where a.workspace_id = ${tx.workspaceId} and a.merged_into is null and a.removed_at is null and a.named_since is not null
       and (a.id = any(${atIds}::uuid[]) or lower(a.city) = lower(${town}::text))
     order by a.id desc limit ${MOST_PURSUED}`.execute(tx.tables());
  const whys = await targetsOfAccounts(
    tx,
    companies.rows.map(({ accountId }) => accountId),
  );
  return [
    ...(await pursuedPeople(
      tx,
      rows.map(({ id }) => id),
    )),
    ...companies.rows.map((place) => ({
      targetId: whys.get(place.accountId) ?? null,
      person: null,
      place,
      stays: [],
    })),
  ];
}

/** By kept ids. */
async function pursuedPeople(tx: Tx, ids: readonly string[]): Promise<Pursued[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<PursuedRow>`
    select p.id, p.full_name as name, p.title, p.city,
           array(select same.id from person same where same.workspace_id = p.workspace_id and same.merged_into = p.id) || p.id as ids,
           (select max(f.id::text) from target f where f.workspace_id = p.workspace_id and f.dropped_on is null
               and (f.person_id = p.id or f.person_id in
                 (select same.id from person same where same.workspace_id = p.workspace_id and same.merged_into = p.id))) as "targetId",
           a.id as "accountId", a.name as "accountName", a.industry, a.city as "accountCity",
           array(select same.id from account same where same.workspace_id = a.workspace_id and same.merged_into = a.id) || a.id as "accountIds"
      from person p
      left join account at on at.workspace_id = p.workspace_id and at.id = p.account_id
      left join account a on a.workspace_id = at.workspace_id and a.id = at.kept_id
     where p.workspace_id = ${tx.workspaceId} and p.id = any(${ids}::uuid[]) and p.removed_at is null`.execute(
    tx.tables(),
  );
  const stays = await staysOf(tx, ids);
  return rows.map(
    ({
      targetId,
      id,
      ids: same,
      name,
      title,
      city,
      accountId,
      accountName,
      industry,
      accountCity,
      accountIds,
    }) => ({
      targetId,
      person: { id, ids: same, name, title, city },
      place:
        accountId === null || accountName === null
          ? null
          : { accountId, accountName, industry, city: accountCity, ids: accountIds },
      stays: stays.get(id) ?? [],
    }),
  );
}

interface PursuedRow {
  id: string;
  ids: string[];
  targetId: string | null;
  name: string;
  title: string | null;
  city: string | null;
  accountId: string | null;
  accountName: string | null;
  industry: string | null;
  accountCity: string | null;
  accountIds: string[];
}

/** The newest standing target of each of these accounts (kept ids). */
async function targetsOfAccounts(tx: Tx, accountIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; accountId: string }>`
    select distinct on (a.kept_id) f.id, a.kept_id as "accountId"
      from target f join account a on a.workspace_id = f.workspace_id and a.id = f.account_id
     where f.workspace_id = ${tx.workspaceId} and f.account_id is not null and f.dropped_on is null
       and a.kept_id = any(${accountIds}::uuid[])
     order by a.kept_id, f.id desc`.execute(tx.tables());
  return new Map(rows.map(({ id, accountId }) => [accountId, id]));
}

/** Where each of these persons (kept ids) works and worked, of all records that stand for them, the current position first. */
async function staysOf(tx: Tx, keptIds: readonly string[]): Promise<Map<string, StayAt[]>> {
  const { rows } = await sql<Stay & Place & { keptId: string }>`
    with records as materialized (
      select id, kept_id from person where workspace_id = ${tx.workspaceId} and id = any(${keptIds}::uuid[])
      union
      select id, kept_id from person where workspace_id = ${tx.workspaceId} and merged_into = any(${keptIds}::uuid[])
    )
    select r.kept_id as "keptId", o.person_id as "personId", a.id as "accountId", a.name as "accountName", a.industry, a.city,
           o.title, o.from_day as "fromDay", o.until_day as "untilDay"
      from records r
      join position o on o.workspace_id = ${tx.workspaceId} and o.person_id = r.id
      join account at on at.workspace_id = o.workspace_id and at.id = o.account_id
      join account a on a.workspace_id = at.workspace_id and a.id = at.kept_id
     order by o.id desc`.execute(tx.tables());
  const byPerson = Map.groupBy(rows, ({ keptId }) => keptId);
  return new Map(
    [...byPerson].map(([keptId, stays]) => [
      keptId,
      historyOf(stays, keptId).map(
        ({ accountId, accountName, industry, city, title, fromDay, untilDay, current }) => ({
          accountId,
          accountName,
          industry,
          city,
          title,
          fromDay,
          untilDay,
          current,
        }),
      ),
    ]),
  );
}

function idsOf({ person, place }: Pursued): string[] {
  return [...(person?.ids ?? []), ...(place?.ids ?? [])];
}
