import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { SpiffTables } from "./spiff-tables.ts";
import type { Pay, Spiff, SpiffCore, Version } from "./spiff.ts";

export interface VersionRow extends Version {
  byId: string;
  byName: string;
  at: Date;
}

export interface SpiffRow extends Spiff<VersionRow> {
  /** Those that stand, the first one first; at least one. */
  versions: VersionRow[];
}

type VersionColumns = Omit<VersionRow, "pay"> & {
  spiffId: string;
  eachMinor: number | null;
  stepAt: number[] | null;
  stepMinor: number[] | null;
};

/** Every SPIFF that stands, or those with these ids, the oldest first. */
export async function standingSpiffs(tx: Tx, ids?: readonly string[]): Promise<SpiffRow[]> {
  const wanted = ids ?? null;
  const { rows: spiffs } = await sql<SpiffCore & { id: string }>`
    select id, measure, period, currency from spiff
     where workspace_id = ${tx.workspaceId} and taken_back_at is null
       and (${wanted}::uuid[] is null or id = any(${wanted}::uuid[]))
     order by id`.execute(tx.tables());
  if (spiffs.length === 0) return [];
  const { rows: versions } = await sql<VersionColumns>`
    select v.spiff_id as "spiffId", v.id, v.number, v.name, v.levels, v.holds_from as "holdsFrom", v.from_day as "fromDay",
           v.until_day as "untilDay", v.each_minor as "eachMinor", v.step_at as "stepAt", v.step_minor::float8[] as "stepMinor",
           v.rep_cap as "repCap", v.all_cap as "allCap", v.roles, v.team_ids as "teamIds", v.by_id as "byId", m.name as "byName", v.at
      from spiff_version v
      join member m on m.workspace_id = v.workspace_id and m.id = v.by_id
     where v.workspace_id = ${tx.workspaceId} and v.taken_back_at is null
       and v.spiff_id = any(${spiffs.map(({ id }) => id)}::uuid[])
     order by v.number`.execute(tx.tables());
  const bySpiff = Map.groupBy(versions, ({ spiffId }) => spiffId);
  return spiffs.map(({ id, ...core }) => ({ id, core, versions: (bySpiff.get(id) ?? []).map(versionOf) }));
}

function versionOf({ spiffId: _spiffId, eachMinor, stepAt, stepMinor, ...row }: VersionColumns): VersionRow {
  const pay: Pay =
    eachMinor !== null
      ? { kind: "each", minor: eachMinor }
      : {
          kind: "steps",
          steps: (stepAt ?? []).map((at, index) => ({ at, minor: stepMinor?.[index] ?? 0 })),
        };
  return { ...row, pay };
}

/** The rules of SPIFFs, and signatures, are written one at a time in a workspace: held until the commit. */
export async function holdSpiffs(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`spiffs ${tx.workspaceId}`}, 0))`.execute(
    tx.tables(),
  );
}

export async function insertSpiff(tx: Tx, id: string, core: SpiffCore, by: Actor): Promise<void> {
  await tx
    .tables<SpiffTables>()
    .insertInto("spiff")
    .values({ ...dated(tx, id, by), measure: core.measure, period: core.period, currency: core.currency })
    .execute();
}

export async function insertVersion(tx: Tx, spiffId: string, version: Version, by: Actor): Promise<void> {
  const { pay } = version;
  await tx
    .tables<SpiffTables>()
    .insertInto("spiff_version")
    .values({
      ...dated(tx, version.id, by),
      spiff_id: spiffId,
      number: version.number,
      name: version.name,
      levels: version.levels === null ? null : [...version.levels],
      holds_from: version.holdsFrom,
      from_day: version.fromDay,
      until_day: version.untilDay,
      each_minor: pay.kind === "each" ? pay.minor : null,
      step_at: pay.kind === "steps" ? pay.steps.map(({ at }) => at) : null,
      step_minor: pay.kind === "steps" ? pay.steps.map(({ minor }) => minor) : null,
      rep_cap: version.repCap,
      all_cap: version.allCap,
      roles: [...version.roles],
      team_ids: [...version.teamIds],
    })
    .execute();
}

/** The highest number that a version of it ever had; what was taken back keeps its number. */
export async function lastNumber(tx: Tx, spiffId: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(number) as last from spiff_version
     where workspace_id = ${tx.workspaceId} and spiff_id = ${spiffId}`.execute(tx.tables());
  return rows[0]?.last ?? 0;
}

export async function takeBackSpiff(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<SpiffTables>()
    .updateTable("spiff")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function takeBackVersion(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<SpiffTables>()
    .updateTable("spiff_version")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export function dated(tx: Tx, id: string, by: Actor) {
  return {
    workspace_id: tx.workspaceId,
    id,
    day: by.today,
    by_id: by.member.id,
    at: by.now,
    taken_back_at: null,
    taken_back_by: null,
  };
}
