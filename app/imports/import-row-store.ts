import { sql } from "kysely";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { RowAction, RowBefore, SubjectKind } from "./import.ts";

/** What becomes of one row of the file; `line` below nought: an account added because rows name it. */
export interface RowFate {
  line: number;
  action: RowAction;
  reason: string | null;
  title: string | null;
  subjectKind: SubjectKind | null;
  subjectId: string | null;
  before: RowBefore | null;
}

export interface KnownRow extends RowFate {
  kept: string | null;
}

export async function insertRows(tx: Tx, importId: string, rows: readonly RowFate[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into import_row (workspace_id, import_id, line, action, reason, title, subject_kind, subject_id, before)
    select ${tx.workspaceId}::uuid, ${importId}::uuid, line, action, reason, title, "subjectKind", "subjectId", before
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
           line integer, action text, reason text, title text, "subjectKind" text, "subjectId" uuid, before jsonb)`.execute(
    tx.tables(),
  );
}

/** Those of an earlier preview. */
export async function deleteRows(tx: Tx, importId: string): Promise<void> {
  await sql`delete from import_row where workspace_id = ${tx.workspaceId} and import_id = ${importId}`.execute(
    tx.tables(),
  );
}

const COLUMNS = sql`
  line, action, reason, title, subject_kind as "subjectKind", subject_id as "subjectId", before, kept`;

/** Accounts that are added along first, then in the order of the file; a page at a time. */
export async function listRows(
  tx: Tx,
  importId: string,
  filter: { action?: RowAction; kept?: boolean },
  cursor: string | undefined,
  limit: number,
): Promise<Page<KnownRow>> {
  const after = cursor === undefined ? null : (decodeCursorAs(cursor, ["number"])[0] as number);
  const { rows } = await sql<KnownRow>`
    select ${COLUMNS} from import_row
     where workspace_id = ${tx.workspaceId} and import_id = ${importId}
       ${filter.action ? sql`and action = ${filter.action}` : sql``}
       ${filter.kept ? sql`and kept is not null` : sql``}
       ${after === null ? sql`` : sql`and line > ${after}::bigint`}
     order by line limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.line]) : null };
}

/** Some lines further on of those with these actions, for going through all of them. */
export async function rowsAfter(
  tx: Tx,
  importId: string,
  which: { actions: readonly RowAction[]; after: number; most: number },
): Promise<KnownRow[]> {
  const { rows } = await sql<KnownRow>`
    select ${COLUMNS} from import_row
     where workspace_id = ${tx.workspaceId} and import_id = ${importId} and action = any(${which.actions}::text[])
       and line > ${which.after}
     order by line limit ${which.most}`.execute(tx.tables());
  return rows;
}

/** The subjects of these lines. */
export async function subjectsOfLines(
  tx: Tx,
  importId: string,
  lines: readonly number[],
): Promise<Map<number, string>> {
  if (lines.length === 0) return new Map();
  const { rows } = await sql<{ line: number; id: string }>`
    select line, subject_id as id from import_row
     where workspace_id = ${tx.workspaceId} and import_id = ${importId} and line = any(${lines}::integer[])
       and subject_id is not null`.execute(tx.tables());
  return new Map(rows.map((row) => [row.line, row.id]));
}

/** Says of rows why the undo left them alone. */
export async function markKept(
  tx: Tx,
  importId: string,
  kept: readonly { line: number; kept: string }[],
): Promise<void> {
  if (kept.length === 0) return;
  await sql`
    update import_row as r set kept = row.kept
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as row (line integer, kept text)
     where r.workspace_id = ${tx.workspaceId} and r.import_id = ${importId}
       and r.line = any(${kept.map(({ line }) => line)}::integer[]) and r.line = row.line`.execute(
    tx.tables(),
  );
}

/** What a thing is called elsewhere, and what was said of it there. */
export interface Joined {
  externalId: string;
  subjectId: string;
  said: unknown;
}

/** Joins ids to subjects; an id that was joined before keeps its import and takes the new saying. */
export async function joinIds(
  tx: Tx,
  whose: { system: string; kind: SubjectKind; importId: string },
  joined: readonly Joined[],
): Promise<void> {
  if (joined.length === 0) return;
  await sql`
    insert into external_id as e (workspace_id, system, kind, external_id, subject_id, import_id, said)
    select ${tx.workspaceId}::uuid, ${whose.system}, ${whose.kind}, "externalId", "subjectId", ${whose.importId}::uuid, said
      from jsonb_to_recordset(${JSON.stringify(joined)}::jsonb) as row ("externalId" text, "subjectId" uuid, said jsonb)
    on conflict (workspace_id, system, kind, external_id)
    do update set said = excluded.said, subject_id = excluded.subject_id`.execute(tx.tables());
}

/** The ids that this import joined are free again, but for those of subjects that stay. */
export async function partIds(tx: Tx, importId: string, staying: readonly string[]): Promise<void> {
  await sql`
    delete from external_id
     where workspace_id = ${tx.workspaceId} and import_id = ${importId} and subject_id <> all(${staying}::uuid[])`.execute(
    tx.tables(),
  );
}

/** Ids that were joined before say again what they said then. */
export async function sayAgain(
  tx: Tx,
  whose: { system: string; kind: SubjectKind; importId: string },
  said: readonly { externalId: string; was: unknown }[],
): Promise<void> {
  if (said.length === 0) return;
  await sql`
    update external_id as e set said = row.was
      from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as row ("externalId" text, was jsonb)
     where e.workspace_id = ${tx.workspaceId} and e.system = ${whose.system} and e.kind = ${whose.kind}
       and e.external_id = any(${said.map(({ externalId }) => externalId)}::text[])
       and e.external_id = row."externalId" and e.import_id <> ${whose.importId}::uuid`.execute(tx.tables());
}
