import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Consent, DoNotWrite } from "./consent.ts";
import type { PeopleTables } from "./people-tables.ts";
import { AUTHOR } from "./protection-store.ts";
import type { Ending } from "./stop-store.ts";

export type ConsentRow = Consent & { at: Date; takenBack: boolean };
export type DoNotWriteRow = DoNotWrite & { at: Date; takenBack: boolean };

interface Written {
  byId: string;
  at: Date;
}

export async function insertConsent(
  tx: Tx,
  consent: Omit<Consent, "by" | "withdrawnOn"> & Written,
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .insertInto("contact_consent")
    .values({
      workspace_id: tx.workspaceId,
      id: consent.id,
      person_id: consent.personId,
      how: consent.how,
      covers: consent.covers,
      words: consent.words,
      day: consent.day,
      by_id: consent.byId,
      at: consent.at,
      withdrawn_on: null,
      withdrawn_by: null,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

/** Of all these records; what was taken back is not among them. */
export async function listConsents(tx: Tx, personIds: readonly string[]): Promise<Consent[]> {
  const { rows } = await sql<Consent>`
    select f.id, f.person_id as "personId", f.how, f.covers, f.words, f.day, f.withdrawn_on as "withdrawnOn", ${AUTHOR} as by
      from contact_consent f join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.person_id = any(${personIds}::uuid[]) and f.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows;
}

export async function findConsent(tx: Tx, id: string): Promise<ConsentRow | null> {
  const { rows } = await sql<ConsentRow>`
    select f.id, f.person_id as "personId", f.how, f.covers, f.words, f.day, f.withdrawn_on as "withdrawnOn", ${AUTHOR} as by,
           f.at, f.taken_back_at is not null as "takenBack"
      from contact_consent f join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** null: it stands. */
export async function withdrawConsentRow(
  tx: Tx,
  id: string,
  withdrawn: { on: Day; by: string } | null,
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("contact_consent")
    .set({ withdrawn_on: withdrawn?.on ?? null, withdrawn_by: withdrawn?.by ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** null: it stands. */
export async function takeBackConsentRow(
  tx: Tx,
  id: string,
  taken: { at: Date; by: string } | null,
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("contact_consent")
    .set({ taken_back_at: taken?.at ?? null, taken_back_by: taken?.by ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** `keys` are those of the addresses it holds for. */
export async function insertDoNotWrite(
  tx: Tx,
  stop: Omit<DoNotWrite, "by" | "liftedOn"> & Written & { keys: readonly string[] },
): Promise<void> {
  const tables = tx.tables<PeopleTables>();
  await tables
    .insertInto("do_not_write")
    .values({
      workspace_id: tx.workspaceId,
      id: stop.id,
      person_id: stop.personId,
      reach: stop.reach,
      words: stop.words,
      day: stop.day,
      by_id: stop.byId,
      at: stop.at,
      lifted_on: null,
      lifted_by: null,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
  await sql`
    insert into do_not_write_address (workspace_id, key, stop_id)
    select ${tx.workspaceId}::uuid, key, ${stop.id}::uuid from unnest(${stop.keys}::text[]) as key`.execute(
    tx.tables(),
  );
}

/** Of all these records, and of whoever has or had an address with one of these keys. */
export async function listDoNotWrites(
  tx: Tx,
  { personIds, keys }: { personIds: readonly string[]; keys: readonly string[] },
): Promise<DoNotWrite[]> {
  const { rows } = await sql<DoNotWrite>`
    with meant as materialized (
      select id from do_not_write where workspace_id = ${tx.workspaceId} and person_id = any(${personIds}::uuid[])
      union
      select stop_id from do_not_write_address where workspace_id = ${tx.workspaceId} and key = any(${keys}::text[])
    )
    select f.id, f.person_id as "personId", f.reach, f.words, f.day, f.lifted_on as "liftedOn", ${AUTHOR} as by
      from meant
      join do_not_write f on f.workspace_id = ${tx.workspaceId} and f.id = meant.id
      join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.taken_back_at is null`.execute(tx.tables());
  return rows;
}

export async function findDoNotWrite(tx: Tx, id: string): Promise<DoNotWriteRow | null> {
  const { rows } = await sql<DoNotWriteRow>`
    select f.id, f.person_id as "personId", f.reach, f.words, f.day, f.lifted_on as "liftedOn", ${AUTHOR} as by,
           f.at, f.taken_back_at is not null as "takenBack"
      from do_not_write f join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** null: it stands. */
export async function endDoNotWrite(tx: Tx, id: string, ending: Ending): Promise<void> {
  const lifted = ending !== null && "liftedOn" in ending ? ending : null;
  const taken = ending !== null && "takenBackAt" in ending ? ending : null;
  await tx
    .tables<PeopleTables>()
    .updateTable("do_not_write")
    .set({
      lifted_on: lifted?.liftedOn ?? null,
      lifted_by: lifted?.by ?? null,
      taken_back_at: taken?.takenBackAt ?? null,
      taken_back_by: taken?.by ?? null,
    })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
