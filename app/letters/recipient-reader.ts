import { sql } from "kysely";
import { countryCode } from "#lib/kernel/country.ts";
import type { Day } from "#lib/kernel/days.ts";
import { phoneCountry } from "#lib/kernel/phone-key.ts";
import type { Tx } from "#lib/storage/database.ts";
import { addressKey } from "#people/address-key-server.ts";
import { widestStop, writingOn, type Consent, type DoNotWrite } from "#people/consent.ts";
import { contactLawOf } from "#people/contact-law.ts";
import { whoSql } from "#touches/belongs-reader.ts";
import { groupsOf, type Belongs } from "#touches/rhythm.ts";
import type { Candidate } from "./recipient.ts";

/** Somebody with what a letter to many is decided by. */
export interface Known {
  id: string;
  fullName: string;
  accountName: string | null;
  /** Where a letter would go: the address at which they subscribed, else their first that does not rest. */
  to: { address: string; key: string } | null;
  candidate: Candidate;
}

interface PersonRow extends Belongs {
  id: string;
  fullName: string;
  accountName: string | null;
  emails: string[];
  country: string | null;
  accountCountry: string | null;
  phone: string | null;
  holderId: string | null;
  ownDays: number | null;
  hasOwn: boolean;
}

/** Of these, by the ids of those who stand for merged ones; without ids of everybody. By name. */
export async function readKnown(
  tx: Tx,
  { today, writerId }: { today: Day; writerId: string },
  personIds?: readonly string[],
): Promise<Known[]> {
  const [people, consents, stops, resting, subscriptions] = await Promise.all([
    readPeople(tx, personIds),
    readConsents(tx, personIds),
    readStops(tx),
    readResting(tx),
    readSubscriptions(tx, personIds),
  ]);
  const said = Map.groupBy(consents, ({ personId }) => personId);
  const subscribed = Map.groupBy(subscriptions, ({ personId }) => personId);
  const stopsBy = stopsFor(stops);
  return people.map((person) => {
    const addresses = person.emails.map((address) => ({ address, key: addressKey(tx.workspaceId, address) }));
    const own = subscribed.get(person.id) ?? [];
    const standing = own.find(({ isConfirmed, stands }) => isConfirmed && stands);
    const { consent: agreed, state } = writingOn({ consents: said.get(person.id) ?? [], stops: [] }, today);
    const stop = widestStop(
      [...new Set([person.id, ...addresses.map(({ key }) => key)].flatMap((by) => stopsBy.get(by) ?? []))],
      today,
    );
    const works = addresses.filter(({ key }) => !resting.has(key));
    const to = works.find(({ key }) => key === standing?.key) ?? works[0] ?? null;
    const [first] = addresses;
    return {
      id: person.id,
      fullName: person.fullName,
      accountName: person.accountName,
      to,
      candidate: {
        groups: groupsOf(person),
        inPeace: person.hasOwn && person.ownDays === null,
        isOwn: person.holderId === writerId,
        hasAddress: first !== undefined,
        rests: to === null && first !== undefined ? (resting.get(first.key) ?? null) : null,
        stop: stop?.reach ?? null,
        consent:
          state === "withdrawn"
            ? "withdrawn"
            : state === "agreed"
              ? widestCover(said.get(person.id) ?? [], agreed, today)
              : null,
        subscription: standing ? "subscribed" : own.some(({ isConfirmed }) => !isConfirmed) ? "asked" : null,
        law: contactLawOf(countryOf(person)),
      },
    };
  });
}

/** Who agreed to everything once and to an introduction later has agreed to everything. */
function widestCover(
  consents: readonly Consent[],
  latest: Consent | null,
  today: Day,
): "everything" | "introduction" | null {
  const all = consents.some(
    ({ covers, day, withdrawnOn }) =>
      covers === "everything" && day <= today && (withdrawnOn === null || today < withdrawnOn),
  );
  return all ? "everything" : (latest?.covers ?? null);
}

function countryOf({ country, accountCountry, phone }: PersonRow): string | null {
  return countryCode(country) ?? countryCode(accountCountry) ?? (phone === null ? null : phoneCountry(phone));
}

async function readPeople(tx: Tx, personIds: readonly string[] | undefined): Promise<PersonRow[]> {
  const theirs = personIds === undefined ? sql`` : sql`and p.kept_id = any(${personIds}::uuid[])`;
  const wanted = personIds === undefined ? sql`true` : sql`p.id = any(${personIds}::uuid[])`;
  const { rows } = await sql<PersonRow>`
    with ${whoSql(tx, { theirs, wanted, perhapsOf: sql`` })}
    select p.id, p.full_name as "fullName", a.name as "accountName", p.emails, p.country, a.country as "accountCountry",
           p.phones[1] as phone, who.account_kind as "accountKind", who.tier, who.is_source as "isSource",
           who.is_friend as "isFriend", who.holder_id as "holderId", (who.own->>'days')::int as "ownDays",
           who.own is not null as "hasOwn"
      from who
      join person p on p.workspace_id = ${tx.workspaceId} and p.id = who.id
      left join account a0 on a0.workspace_id = p.workspace_id and a0.id = p.account_id
      left join account a on a.workspace_id = p.workspace_id and a.id = a0.kept_id
     order by p.sort_key, p.id`.execute(tx.tables());
  return rows;
}

/** By the one who stands for the record of which it was said. */
async function readConsents(tx: Tx, personIds: readonly string[] | undefined): Promise<Consent[]> {
  const { rows } = await sql<Consent>`
    select f.id, p.kept_id as "personId", f.how, f.covers, f.words, f.day, f.withdrawn_on as "withdrawnOn",
           jsonb_build_object('id', f.by_id) as by
      from contact_consent f join person p on p.workspace_id = f.workspace_id and p.id = f.person_id
     where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null
       and (${personIds ?? null}::uuid[] is null or p.kept_id = any(${personIds ?? null}::uuid[]))`.execute(
    tx.tables(),
  );
  return rows;
}

type StopRow = Pick<DoNotWrite, "id" | "reach" | "day" | "liftedOn" | "personId"> & { keys: string[] };

async function readStops(tx: Tx): Promise<StopRow[]> {
  const { rows } = await sql<StopRow>`
    select f.id, p.kept_id as "personId", f.reach, f.day, f.lifted_on as "liftedOn",
           array(select d.key from do_not_write_address d where d.workspace_id = f.workspace_id and d.stop_id = f.id) as keys
      from do_not_write f left join person p on p.workspace_id = f.workspace_id and p.id = f.person_id
     where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null`.execute(tx.tables());
  return rows;
}

/** By whom, and by each address, that they hold for. */
function stopsFor(stops: readonly StopRow[]): Map<string, StopRow[]> {
  const by = new Map<string, StopRow[]>();
  for (const stop of stops)
    for (const whom of [...stop.keys, ...(stop.personId === null ? [] : [stop.personId])])
      by.set(whom, [...(by.get(whom) ?? []), stop]);
  return by;
}

async function readResting(tx: Tx): Promise<Map<string, "hard" | "soft">> {
  const { rows } = await sql<{ key: string; why: "hard" | "soft" }>`
    select key, why from resting_address where workspace_id = ${tx.workspaceId} and lifted_at is null`.execute(
    tx.tables(),
  );
  return new Map(rows.map(({ key, why }) => [key, why]));
}

interface SubscriptionFact {
  personId: string;
  key: string;
  isConfirmed: boolean;
  /** The consent that was written down then holds. */
  stands: boolean;
}

async function readSubscriptions(
  tx: Tx,
  personIds: readonly string[] | undefined,
): Promise<SubscriptionFact[]> {
  const { rows } = await sql<SubscriptionFact>`
    select p.kept_id as "personId", s.key, s.confirmed_at is not null as "isConfirmed",
           c.id is not null and c.withdrawn_on is null and c.taken_back_at is null as stands
      from subscription s
      join person p on p.workspace_id = s.workspace_id and p.id = s.person_id
      left join contact_consent c on c.workspace_id = s.workspace_id and c.id = s.consent_id
     where s.workspace_id = ${tx.workspaceId}
       and (${personIds ?? null}::uuid[] is null or p.kept_id = any(${personIds ?? null}::uuid[]))
     order by s.id desc`.execute(tx.tables());
  return rows;
}
