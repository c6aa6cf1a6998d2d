import { sql, type RawBuilder } from "kysely";

/** Somebody outside, about whom rows are kept: to be shown all of them, or to have them go. */
export interface Somebody {
  workspaceId: string;
  /** Under which facts about them stand. */
  ids: readonly string[];
  /** By which their addresses are known again. */
  addressKeys: readonly string[];
  /** Who asks, and when. */
  memberId: string;
  at: Date;
  /** A regular expression of PostgreSQL that finds them named in somebody's words; null: they cannot be told from others. */
  named: string | null;
}

/** What a table keeps of somebody. `t` is the table in every piece of SQL. */
export interface KeptOf {
  table: string;
  /** What it is called in the file that they get. */
  called: string;
  /** Which rows are about them; none: a table that may only name them. */
  about?: (who: Somebody) => RawBuilder<unknown>;
  /** Of these, and of a table that may only name them, which rows whoever asks may see; not said: all. */
  shown?: (who: Somebody) => RawBuilder<unknown>;
  /** Removes the rows, or what is theirs in them; what is counted stays. `theirs` is their condition. */
  forget?: (who: Somebody, theirs: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** What ends with that, for the journal: what is written of which of their rows. */
  ends?: { verb: string; kind: string; which: RawBuilder<unknown> };
  /** Columns of words, in rows about others too, in which they may be named. */
  words?: readonly string[];
}

/** What stands where somebody was named. */
export const ERASED_NAME = "somebody, erased";
/** What stands where words were that may not be missing. */
export const ERASED_WORDS = "(erased)";

/** The condition of the rows that are about somebody, within the workspace. */
export function theirs(who: Somebody, about: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(t.workspace_id = ${who.workspaceId}::uuid and (${about}))`;
}
