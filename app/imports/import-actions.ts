import { createHash } from "node:crypto";
import { cleanFileName } from "#lib/kernel/file-name.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound, Problem } from "#lib/kernel/problem.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { Tx } from "#lib/storage/database.ts";
import { type Columns, fieldsOf, type Mapping, mappingGap } from "./fields.ts";
import { headerKey, plainHeader } from "./headers.ts";
import { openFile, sampleRows, whyNoTable } from "./import-file-reader.ts";
import {
  deleteParts,
  describeFile,
  findImport,
  holdImportRow,
  type ImportRow,
  insertImport,
  insertPart,
  recallMapping,
  rememberMapping,
  setMapping,
  setState,
} from "./import-store.ts";
import { canBeApplied, canBeMapped, canBeUndone, isAtWork, mayFinish } from "./import.ts";
import { recognise } from "./recognise.ts";

export const PREVIEW = "import-preview";
export const APPLY = "import-apply";
export const UNDO = "import-undo";

/** What the jobs of imports are told. */
export interface ImportJob {
  importId: string;
}

export const MOST_BYTES = 200_000_000;
const PART_BYTES = 1_000_000;
const SAMPLES = 5;

/**
 * Keeps a file as it comes, and looks at its first rows. One that was mapped before, or whose columns a known program writes,
 * is previewed at once; any other waits to be mapped. Throws Problem too-large, invalid for a file of another kind or without columns.
 */
export async function bringFile(
  tx: Tx,
  actor: Actor,
  file: { name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<ImportRow> {
  const id = newId(actor.now);
  const fileName = cleanFileName(file.name) || "file.csv";
  await insertImport(tx, { id, fileName, byId: actor.member.id, at: actor.now });
  const kept = await keepBytes(tx, id, file.bytes);
  if (kept.byteCount === 0) throw invalid("this file is empty", "file");
  const noTable = await whyNoTable(tx, id, fileName);
  if (noTable !== null) throw invalid(noTable, "file");
  const { table } = await openFile(tx, id);
  if (table.headers.length === 0)
    throw invalid("there are no columns in this file; is it a CSV file?", "file");
  const rows = await sampleRows(table, SAMPLES);
  if (table.holdsCards && rows.length === 0)
    throw invalid("there is no whole card of a person in this file", "file");
  const known = recognise(table.headers, { fileName, rows });
  // Many programs write "Deal Name" and "Amount"; without the columns that a row needs it is somebody else's file.
  const found = known && mappingGap(known.mapping) === null ? known : null;
  const key = headerKey(table.headers);
  const description = {
    headers: table.headers,
    samples: rows,
    headerKey: key,
    format: found?.format ?? null,
  };
  await describeFile(tx, id, { ...kept, ...description });
  const remembered = await recallMapping(tx, key);
  const mapping = remembered ? spelledAs(table.headers, remembered) : found?.mapping;
  if (mapping) await preview(tx, actor, id, mapping, found?.format ?? null);
  return getImport(tx, id);
}

/** Throws Problem not-found. */
export async function getImport(tx: Tx, id: string): Promise<ImportRow> {
  const found = await findImport(tx, id);
  if (!found) throw notFound("import");
  return found;
}

/** What a person says about the columns; `system` names the program the ids belong to. */
export interface SaidOfColumns {
  kind: Mapping["kind"];
  columns: Columns;
  system?: string;
}

/** Remembers what the columns mean, for this file and the next of its shape, and previews the file. */
export async function mapImport(tx: Tx, actor: Actor, id: string, said: SaidOfColumns): Promise<ImportRow> {
  const one = await holdImport(tx, actor, id);
  if (!canBeMapped(one.state)) throw conflict(inTheWay(one, "its columns can no longer be changed"));
  const mapping = mappingFrom(one, said);
  await rememberMapping(tx, one.headerKey, mapping, { id: actor.member.id, at: actor.now });
  await preview(tx, actor, id, mapping, one.format);
  return getImport(tx, id);
}

/** Does in the background what the preview showed. */
export async function applyImport(tx: Tx, actor: Actor, id: string): Promise<ImportRow> {
  const one = await holdImport(tx, actor, id);
  if (!canBeApplied(one)) throw conflict(inTheWay(one, "there is nothing to bring in"));
  const jobId = await queue(tx, actor, APPLY, id);
  await setState(tx, id, { state: "applying", jobId });
  return getImport(tx, id);
}

/** Takes all of it back in the background, but for what was used since. */
export async function undoImport(tx: Tx, actor: Actor, id: string): Promise<ImportRow> {
  const one = await holdImport(tx, actor, id);
  if (!canBeUndone(one.state)) throw conflict(inTheWay(one, "there is nothing to take back"));
  const jobId = await queue(tx, actor, UNDO, id);
  await setState(tx, id, { state: "undoing", jobId });
  return getImport(tx, id);
}

/** Forgets a file that was not brought in, or no longer is. */
export async function setAside(tx: Tx, actor: Actor, id: string): Promise<void> {
  const one = await holdImport(tx, actor, id);
  if (one.state === "applied") throw conflict("this file is in; take it back first");
  if (isAtWork(one.state)) throw conflict(inTheWay(one, "it cannot be set aside"));
  await setState(tx, id, { state: "set-aside" });
  await deleteParts(tx, id);
}

/** A mapping is remembered for any order and case of the same columns. */
function spelledAs(headers: readonly string[], mapping: Mapping): Mapping {
  const spelled = new Map(headers.map((header) => [plainHeader(header), header]));
  const columns = Object.entries(mapping.columns as Columns).map(([field, names = []]) => [
    field,
    names.map((name) => spelled.get(plainHeader(name)) ?? name),
  ]);
  return { ...mapping, columns: Object.fromEntries(columns) };
}

async function keepBytes(
  tx: Tx,
  id: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ byteCount: number; contentHash: string }> {
  const hash = createHash("sha256");
  let byteCount = 0;
  let part = 0;
  let held: Uint8Array[] = [];
  let holding = 0;
  const put = async () => {
    await insertPart(tx, id, part++, Buffer.concat(held));
    held = [];
    holding = 0;
  };
  for await (const piece of bytes) {
    byteCount += piece.length;
    if (byteCount > MOST_BYTES)
      throw new Problem("too-large", "a file may hold at most 200 MB; split it and bring the parts");
    hash.update(piece);
    held.push(piece);
    holding += piece.length;
    if (holding >= PART_BYTES) await put();
  }
  if (holding > 0) await put();
  return { byteCount, contentHash: hash.digest("hex") };
}

async function preview(
  tx: Tx,
  actor: Actor,
  id: string,
  mapping: Mapping,
  format: string | null,
): Promise<void> {
  const jobId = await queue(tx, actor, PREVIEW, id);
  await setMapping(tx, id, { mapping, format, jobId });
}

function queue(tx: Tx, actor: Actor, kind: string, importId: string): Promise<string> {
  return queueJob(tx, { kind, payload: { importId }, askedBy: actor.member.id, now: actor.now });
}

async function holdImport(tx: Tx, actor: Actor, id: string): Promise<ImportRow> {
  const one = await holdImportRow(tx, id);
  if (!one) throw notFound("import");
  if (!mayFinish(actor, { memberId: one.byId, teamId: one.byTeamId })) {
    throw notAllowed(`${one.byName} brought this file: they, their manager or a leader can go on with it`);
  }
  return one;
}

/** Throws Problem invalid naming the field. */
function mappingFrom(one: ImportRow, said: SaidOfColumns): Mapping {
  const fields = fieldsOf(said.kind);
  for (const [field, columns = []] of Object.entries(said.columns)) {
    if (!fields[field]) throw invalid(`${said.kind} have no field "${field}"`, "columns");
    const unknown = columns.find((column) => !one.headers.includes(column));
    if (unknown !== undefined) throw invalid(`this file has no column "${unknown}"`, "columns");
  }
  const mapping = { kind: said.kind, system: systemOf(one, said), columns: said.columns };
  const gap = mappingGap(mapping);
  if (gap !== null) throw invalid(gap, "columns");
  return mapping;
}

/** Ids of an unknown program mean something only among files of one shape, unless somebody says whose they are. */
function systemOf(one: ImportRow, said: SaidOfColumns): string {
  const named = said.system?.trim().toLowerCase();
  if (named) return named;
  if (one.mapping?.kind === said.kind && one.mapping.system !== "csv") return one.mapping.system;
  return `csv-${createHash("sha256").update(one.headerKey).digest("hex").slice(0, 12)}`;
}

function inTheWay(one: ImportRow, so: string): string {
  const why = {
    unmapped: "say first what its columns mean",
    previewing: "it is being read; wait for the preview",
    previewed: "it has not been brought in yet",
    applying: "it is being brought in; wait for the end",
    applied: "it has been brought in already",
    undoing: "it is being taken back; wait for the end",
    undone: "it was taken back; bring the file again",
    failed: "the last step failed; map it again",
    "set-aside": "it was set aside; bring the file again",
  }[one.state];
  return `${one.fileName}: ${why}, so ${so}`;
}
