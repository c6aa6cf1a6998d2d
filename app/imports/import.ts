import { mayChangeFor, type Rights, type Whose } from "#team/member.ts";

export const IMPORT_STATES = [
  "unmapped",
  "previewing",
  "previewed",
  "applying",
  "applied",
  "undoing",
  "undone",
  "failed",
  "set-aside",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** same: it is here already, word for word. skip: left out on purpose. bad: has to be mended. */
export const ROW_ACTIONS = ["create", "update", "same", "skip", "bad"] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

export type SubjectKind = "account" | "person" | "deal";

export interface Counts {
  rows: number;
  create: number;
  update: number;
  same: number;
  skip: number;
  bad: number;
  /** Accounts that are added because rows name them. */
  accounts: number;
}

export const NO_COUNTS: Counts = { rows: 0, create: 0, update: 0, same: 0, skip: 0, bad: 0, accounts: 0 };

/** What a row replaced, as far as the undo of the import needs it. */
export interface RowBefore {
  /** By field: what stood there, and what the row put in its place. */
  fields?: Record<string, { was: unknown; is: unknown }>;
  /** What the other system had said of it until then. */
  said?: { externalId: string; was: unknown };
  /** Another employer: the position that ended and the one that began. */
  moved?: { ended: string | null; begun: string };
  /** The account that became a client by this deal. */
  client?: { accountId: string; kind: string; clientSince: string | null };
}

/** Bringing a file is anybody's right; going on with it, and taking it back, that of whoever changes the importer's records. */
export function mayFinish(actor: Rights, importer: Whose): boolean {
  return mayChangeFor(actor, importer);
}

const MAPPABLE: ReadonlySet<ImportState> = new Set(["unmapped", "previewed", "failed", "undone"]);
const APPLICABLE: ReadonlySet<ImportState> = new Set(["previewed", "failed"]);

export function canBeMapped(state: ImportState): boolean {
  return MAPPABLE.has(state);
}

/** A preview must have come through before. */
export function canBeApplied(one: { state: ImportState; counts: Counts | null }): boolean {
  return APPLICABLE.has(one.state) && one.counts !== null;
}

export function canBeUndone(state: ImportState): boolean {
  return state === "applied";
}

export function isAtWork(state: ImportState): boolean {
  return state === "previewing" || state === "applying" || state === "undoing";
}
