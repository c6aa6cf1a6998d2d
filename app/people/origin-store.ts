import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import type { Basis } from "./origin.ts";
import type { PeopleTables } from "./people-tables.ts";

export type CameFrom = PeopleTables["person_origin"]["came_from"];

/** Where what we know of somebody came from. */
export interface OriginFacts {
  cameFrom: CameFrom;
  /** File name, key name, the source's name. */
  detail?: string | null;
  /** None said: "introduced" for a referral, otherwise "legitimate-interest" (a business contact). */
  basis?: Basis;
  importId?: string | null;
}

export async function insertOrigins(
  tx: Tx,
  origins: readonly (OriginFacts & { id: string; personId: string })[],
  written: { at: Date; by: string | null },
): Promise<void> {
  if (origins.length === 0) return;
  const rows = origins.map((origin) => ({
    id: origin.id,
    person_id: origin.personId,
    came_from: origin.cameFrom,
    detail: origin.detail ?? null,
    basis: origin.basis ?? (origin.cameFrom === "referral" ? "introduced" : "legitimate-interest"),
    import_id: origin.importId ?? null,
  }));
  await sql`
    insert into person_origin (workspace_id, id, person_id, came_from, detail, basis, import_id, at, by_id)
    select ${tx.workspaceId}::uuid, id, person_id, came_from, detail, basis, import_id, ${written.at}::timestamptz, ${written.by}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
        id uuid, person_id uuid, came_from text, detail text, basis text, import_id uuid)`.execute(
    tx.tables(),
  );
}

export interface OriginRow {
  id: string;
  cameFrom: CameFrom;
  detail: string | null;
  basis: string;
  at: Date;
  byName: string | null;
}

/** Of any of these persons, the first first. */
export async function listOrigins(tx: Tx, personIds: readonly string[]): Promise<OriginRow[]> {
  const { rows } = await sql<OriginRow>`
    select o.id, o.came_from as "cameFrom", o.detail, o.basis, o.at, m.name as "byName"
      from person_origin o
      left join member m on m.workspace_id = o.workspace_id and m.id = o.by_id
     where o.workspace_id = ${tx.workspaceId} and o.person_id = any(${personIds}::uuid[])
     order by o.at, o.id`.execute(tx.tables());
  return rows;
}
