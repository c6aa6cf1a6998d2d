import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { personKeys } from "./likeness.ts";
import { personColumns, type NewPersonRow } from "./person-store.ts";

/** The position that ended with a move, and the one that began. */
export interface Moved {
  ended: string | null;
  begun: string;
}

/** The account changes only for movers, so that somebody at a merged account stays there should the merge be undone. */
export async function updatePeople(
  tx: Tx,
  people: readonly NewPersonRow[],
  movers: ReadonlySet<string>,
  country: string | null,
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((person) => ({
    ...personColumns(person),
    id: person.id,
    moves: movers.has(person.id),
    keys: personKeys({ ...person.facts, accountName: person.accountName }, country),
  }));
  // The ids are said twice: without statistics of fresh rows the planner would read all people for each row.
  const ids = people.map(({ id }) => id);
  await sql`
    with row as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
        id uuid, full_name text, given_name text, family_name text, sort_key text, spoken_key text, title text, account_id uuid,
        emails text[], phones text[], linkedin_url text, city text, country text, note text, holder_id uuid, search_text text,
        moves boolean, keys text[])
    ), written as (
      update person as p
         set (full_name, given_name, family_name, sort_key, spoken_key, title, account_id, emails, phones, linkedin_url, city,
              country, note, holder_id, search_text)
           = (row.full_name, row.given_name, row.family_name, row.sort_key, row.spoken_key, row.title,
              case when row.moves then row.account_id else p.account_id end, row.emails, row.phones, row.linkedin_url, row.city,
              row.country, row.note, row.holder_id, row.search_text)
        from row where p.workspace_id = ${tx.workspaceId} and p.id = any(${ids}::uuid[]) and p.id = row.id
    ), titled as (
      update position as o set title = row.title
        from row
       where o.workspace_id = ${tx.workspaceId} and o.person_id = any(${ids}::uuid[]) and o.person_id = row.id and o.until_day is null and not row.moves
         and o.title is distinct from row.title
    ), gone as (
      delete from person_key as k using row
       where k.workspace_id = ${tx.workspaceId} and k.person_id = any(${ids}::uuid[]) and k.person_id = row.id and k.key <> all(row.keys)
    )
    insert into person_key (workspace_id, key, person_id)
    select ${tx.workspaceId}::uuid, unnest(keys), id from row
        on conflict do nothing`.execute(tx.tables());
}

/** Ends current positions on `today` (one that began today goes) and begins others; a first one has no first day. */
export async function movePeople(
  tx: Tx,
  moves: readonly { personId: string; accountId: string; title: string | null; positionId: string }[],
  today: Day,
): Promise<Map<string, Moved>> {
  if (moves.length === 0) return new Map();
  const ids = moves.map((move) => move.personId);
  await sql`
    delete from position
     where workspace_id = ${tx.workspaceId} and person_id = any(${ids}::uuid[]) and until_day is null and from_day >= ${today}::date`.execute(
    tx.tables(),
  );
  const { rows: ended } = await sql<{ id: string; personId: string }>`
    update position set until_day = ${today}::date
     where workspace_id = ${tx.workspaceId} and person_id = any(${ids}::uuid[]) and until_day is null
    returning id, person_id as "personId"`.execute(tx.tables());
  const before = new Map(ended.map((row) => [row.personId, row.id]));
  const rows = moves.map((move) => ({ ...move, fromDay: before.has(move.personId) ? today : null }));
  await sql`
    insert into position (workspace_id, id, person_id, account_id, title, from_day)
    select ${tx.workspaceId}::uuid, "positionId", "personId", "accountId", title, "fromDay"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
           "positionId" uuid, "personId" uuid, "accountId" uuid, title text, "fromDay" date)`.execute(
    tx.tables(),
  );
  return new Map(
    moves.map((move) => [
      move.personId,
      { ended: before.get(move.personId) ?? null, begun: move.positionId },
    ]),
  );
}

export async function moveBack(tx: Tx, moves: readonly Moved[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    delete from position where workspace_id = ${tx.workspaceId} and id = any(${moves.map((move) => move.begun)}::uuid[])`.execute(
    tx.tables(),
  );
  const ended = moves.flatMap((move) => move.ended ?? []);
  await sql`
    update position set until_day = null where workspace_id = ${tx.workspaceId} and id = any(${ended}::uuid[])`.execute(
    tx.tables(),
  );
}
