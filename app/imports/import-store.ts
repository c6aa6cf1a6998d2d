import { sql } from "kysely";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Assumptions } from "./assumptions.ts";
import type { ImportKind, Mapping } from "./fields.ts";
import type { Counts, ImportState } from "./import.ts";
import type { ImportTables } from "./import-tables.ts";

export interface ImportRow {
  id: string;
  fileName: string;
  byteCount: number;
  headers: string[];
  samples: string[][];
  headerKey: string;
  format: string | null;
  kind: ImportKind | null;
  mapping: Mapping | null;
  state: ImportState;
  counts: Counts | null;
  assumptions: Assumptions | null;
  kept: number;
  failure: string | null;
  jobId: string | null;
  actId: string | null;
  at: Date;
  byId: string;
  byName: string;
  byTeamId: string | null;
  appliedAt: Date | null;
  undoneAt: Date | null;
}

const COLUMNS = sql`
  i.id, i.file_name as "fileName", i.byte_count as "byteCount", i.headers, i.samples, i.header_key as "headerKey", i.format, i.kind,
  i.mapping, i.state, i.counts, i.assumptions, i.kept, i.failure, i.job_id as "jobId", i.act_id as "actId", i.at,
  i.by_id as "byId", m.name as "byName", m.team_id as "byTeamId", i.applied_at as "appliedAt", i.undone_at as "undoneAt"`;

const BY = sql`join member m on m.workspace_id = i.workspace_id and m.id = i.by_id`;

export async function findImport(tx: Tx, id: string): Promise<ImportRow | null> {
  const { rows } = await sql<ImportRow>`
    select ${COLUMNS} from import i ${BY} where i.workspace_id = ${tx.workspaceId} and i.id = ${id}`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Locks it until the commit, so that no two people start the same thing. */
export async function holdImportRow(tx: Tx, id: string): Promise<ImportRow | null> {
  const { rows } = await sql<ImportRow>`
    select ${COLUMNS} from import i ${BY}
     where i.workspace_id = ${tx.workspaceId} and i.id = ${id} for update of i`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The latest first, without those that were set aside. */
export async function listImports(
  tx: Tx,
  cursor: string | undefined,
  limit: number,
): Promise<Page<ImportRow>> {
  const before = cursor === undefined ? null : (decodeCursorAs(cursor, ["id"])[0] as string);
  const { rows } = await sql<ImportRow>`
    select ${COLUMNS} from import i ${BY}
     where i.workspace_id = ${tx.workspaceId} and i.state <> 'set-aside'
       and (${before}::uuid is null or i.id < ${before}::uuid)
     order by i.id desc limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

/** Before its parts come; see describeFile. */
export async function insertImport(
  tx: Tx,
  one: { id: string; fileName: string; byId: string; at: Date },
): Promise<void> {
  await tx
    .tables<ImportTables>()
    .insertInto("import")
    .values({
      workspace_id: tx.workspaceId,
      id: one.id,
      file_name: one.fileName,
      byte_count: 0,
      content_hash: "",
      headers: [],
      samples: sql`'[]'::jsonb` as never,
      header_key: "",
      format: null,
      kind: null,
      mapping: null,
      state: "unmapped",
      counts: null,
      assumptions: null,
      kept: 0,
      failure: null,
      job_id: null,
      act_id: null,
      at: one.at,
      by_id: one.byId,
      applied_at: null,
      undone_at: null,
    })
    .execute();
}

export interface FileDescription {
  byteCount: number;
  contentHash: string;
  headers: string[];
  samples: string[][];
  headerKey: string;
  format: string | null;
}

export async function describeFile(tx: Tx, id: string, file: FileDescription): Promise<void> {
  await update(tx, id, {
    byte_count: file.byteCount,
    content_hash: file.contentHash,
    headers: file.headers,
    samples: JSON.stringify(file.samples) as never,
    header_key: file.headerKey,
    format: file.format,
  });
}

/** Mapped this way, and being previewed by that job. */
export async function setMapping(
  tx: Tx,
  id: string,
  set: { mapping: Mapping; format: string | null; jobId: string },
): Promise<void> {
  await update(tx, id, {
    kind: set.mapping.kind,
    mapping: JSON.stringify(set.mapping) as never,
    format: set.format,
    state: "previewing",
    counts: null,
    assumptions: null,
    failure: null,
    job_id: set.jobId,
  });
}

export async function setState(
  tx: Tx,
  id: string,
  set: { state: ImportState; jobId?: string; failure?: string | null },
): Promise<void> {
  await update(tx, id, { state: set.state, job_id: set.jobId, failure: set.failure ?? null });
}

export async function setPreviewed(
  tx: Tx,
  id: string,
  found: { counts: Counts; assumptions: Assumptions },
): Promise<void> {
  await update(tx, id, {
    state: "previewed",
    failure: null,
    counts: JSON.stringify(found.counts) as never,
    assumptions: JSON.stringify(found.assumptions) as never,
  });
}

export async function setApplied(
  tx: Tx,
  id: string,
  done: { counts: Counts; actId: string; at: Date },
): Promise<void> {
  await update(tx, id, {
    state: "applied",
    failure: null,
    counts: JSON.stringify(done.counts) as never,
    act_id: done.actId,
    applied_at: done.at,
  });
}

export async function setUndone(tx: Tx, id: string, done: { kept: number; at: Date }): Promise<void> {
  await update(tx, id, { state: "undone", failure: null, kept: done.kept, undone_at: done.at });
}

async function update(tx: Tx, id: string, set: Partial<ImportTables["import"]>): Promise<void> {
  await tx
    .tables<ImportTables>()
    .updateTable("import")
    .set(set)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function insertPart(tx: Tx, importId: string, part: number, bytes: Buffer): Promise<void> {
  await tx
    .tables<ImportTables>()
    .insertInto("import_file")
    .values({ workspace_id: tx.workspaceId, import_id: importId, part, bytes })
    .execute();
}

export async function findPart(tx: Tx, importId: string, part: number): Promise<Buffer | null> {
  const row = await tx
    .tables<ImportTables>()
    .selectFrom("import_file")
    .select("bytes")
    .where("workspace_id", "=", tx.workspaceId)
    .where("import_id", "=", importId)
    .where("part", "=", part)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

/** The file itself goes; what is known of the import stays. */
export async function deleteParts(tx: Tx, importId: string): Promise<void> {
  await tx
    .tables<ImportTables>()
    .deleteFrom("import_file")
    .where("workspace_id", "=", tx.workspaceId)
    .where("import_id", "=", importId)
    .execute();
}

/** How a file with these headers was mapped the last time. */
export async function recallMapping(tx: Tx, headerKey: string): Promise<Mapping | null> {
  const row = await tx
    .tables<ImportTables>()
    .selectFrom("import_memory")
    .select("mapping")
    .where("workspace_id", "=", tx.workspaceId)
    .where("header_key", "=", headerKey)
    .executeTakeFirst();
  return row?.mapping ?? null;
}

export async function rememberMapping(
  tx: Tx,
  headerKey: string,
  mapping: Mapping,
  by: { id: string; at: Date },
): Promise<void> {
  await sql`
    insert into import_memory (workspace_id, header_key, kind, mapping, at, by_id)
    values (${tx.workspaceId}, ${headerKey}, ${mapping.kind}, ${JSON.stringify(mapping)}::jsonb, ${by.at}, ${by.id})
    on conflict (workspace_id, header_key)
    do update set kind = excluded.kind, mapping = excluded.mapping, at = excluded.at, by_id = excluded.by_id`.execute(
    tx.tables(),
  );
}

/**
 * Has PostgreSQL plan by how large the tables are now. Called once a batch: a plan made while a table was empty would be kept
 * while the import fills it, those by which foreign keys are checked above all, and planning for each of these checks anew takes
 * longer than the checks.
 */
export async function planAnew(tx: Tx): Promise<void> {
  await sql`discard plans`.execute(tx.tables());
}
