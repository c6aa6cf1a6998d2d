import { z } from "#lib/http/api.ts";
import { IMPORT_STATES, ROW_ACTIONS } from "./import.ts";

export const KINDS = ["accounts", "people", "deals"] as const;
export const columns = z.record(z.string().max(40), z.array(z.string().max(1_000)).max(200));
const mappingView = z.object({ kind: z.enum(KINDS), system: z.string(), columns }).openapi("ImportMapping");
const countsView = z
  .object({
    rows: z.int(),
    create: z.int(),
    update: z.int(),
    same: z.int(),
    skip: z.int(),
    bad: z.int(),
    accounts: z.int(),
  })
  .openapi("ImportCounts");

export const importView = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    byteCount: z.int(),
    state: z.enum(IMPORT_STATES),
    kind: z.enum(KINDS).nullable(),
    /** What the file was recognised as. */
    format: z.string().nullable(),
    formatLabel: z.string().nullable(),
    headers: z.array(z.string()),
    samples: z.array(z.array(z.string())),
    mapping: mappingView.nullable(),
    /** A guess, while nothing is mapped. */
    suggestion: mappingView.nullable(),
    counts: countsView.nullable(),
    assumptions: z.array(z.string()),
    /** What the undo left alone. */
    kept: z.int(),
    failure: z.string().nullable(),
    progress: z.object({ done: z.int(), total: z.int(), says: z.string() }).nullable(),
    byId: z.uuid(),
    byName: z.string(),
    byTeamId: z.uuid().nullable(),
    at: z.iso.datetime(),
    appliedAt: z.iso.datetime().nullable(),
    undoneAt: z.iso.datetime().nullable(),
  })
  .openapi("Import");
export type ImportView = z.infer<typeof importView>;

export const rowView = z
  .object({
    /** Null for an account that is added because rows name it. */
    line: z.int().nullable(),
    action: z.enum(ROW_ACTIONS),
    title: z.string().nullable(),
    reason: z.string().nullable(),
    subjectKind: z.enum(["account", "person", "deal"]).nullable(),
    subjectId: z.uuid().nullable(),
    kept: z.string().nullable(),
  })
  .openapi("ImportRow");
export type ImportRowView = z.infer<typeof rowView>;
