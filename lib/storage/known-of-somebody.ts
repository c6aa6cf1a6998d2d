import { sql } from "kysely";
import type { Tx } from "./database.ts";
import { columnTypes, namedIn } from "./forget-somebody.ts";
import { theirs, type KeptOf, type Somebody } from "./kept-of-somebody.ts";

/** A row as somebody reads it: what each column is called, and what stands in it. */
export type ReadableRow = Record<string, unknown>;

/** What is of no use to whoever reads it: keys of order, fingerprints, whose house it is. */
const LEFT_OUT = /^(workspace_id|kept_id|.*_key|key|search_text|stands|.*_stands|version|.*_hash|nth)$/;

/** What the tables keep of somebody, by what each is called; tables without anything are missing. Ids come as they are. */
export async function knownOf(
  tx: Tx,
  who: Somebody,
  kept: readonly KeptOf[],
): Promise<Record<string, ReadableRow[]>> {
  const known: Record<string, ReadableRow[]> = {};
  for (const { table, called, about, shown } of kept) {
    if (!about) continue;
    const { rows } = await sql<{ row: ReadableRow }>`
      select to_jsonb(t) as row from ${sql.table(table)} as t
       where ${theirs(who, (shown ?? about)(who))} order by to_jsonb(t)::text limit 10000`.execute(
      tx.tables(),
    );
    if (rows.length > 0) known[called] = [...(known[called] ?? []), ...rows.map(({ row }) => readable(row))];
  }
  return known;
}

/** Words about others in which somebody is named. */
export async function namedElsewhere(tx: Tx, who: Somebody, kept: readonly KeptOf[]): Promise<ReadableRow[]> {
  if (who.named === null) return [];
  const types = await columnTypes(tx);
  const found: ReadableRow[] = [];
  for (const { table, called, about, shown, words = [] } of kept) {
    // A member's private note, and what they had mailed to them, is theirs alone to read.
    if (words.length === 0 || (table === "private_note" && about)) continue;
    for (const column of words) {
      if (!types.has(`${table}.${column}`)) continue;
      const { rows } = await sql<{ said: unknown }>`
        select to_jsonb(t.${sql.ref(column)}) as said from ${sql.table(table)} as t
         where t.workspace_id = ${who.workspaceId}::uuid and (${namedIn([column], who.named)})
           and not coalesce((${about ? about(who) : sql`false`}), false)
           and (${shown && !about ? shown(who) : sql`true`})
         limit 1000`.execute(tx.tables());
      found.push(...rows.map(({ said }) => ({ where: called, what: spoken(column), says: said })));
    }
  }
  return found;
}

/** Lines of the journal that concern somebody. */
export async function linesAbout(tx: Tx, who: Somebody): Promise<ReadableRow[]> {
  const { rows } = await sql<{ row: ReadableRow }>`
    select jsonb_build_object('day', j.day, 'written_at', j.at, 'by_id', j.by_id, 'what', j.verb, 'counts_as', j.measure, 'says', j.detail) as row
      from (select distinct line_id from journal_concern
             where workspace_id = ${who.workspaceId}::uuid and concern_id = any(${who.ids}::uuid[])) as c
      join journal j on j.workspace_id = ${who.workspaceId}::uuid and j.id = c.line_id
     order by j.id`.execute(tx.tables());
  return rows.map(({ row }) => readable(row));
}

function readable(row: ReadableRow): ReadableRow {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column, value]) => !LEFT_OUT.test(column) && value !== null)
      .map(([column, value]) => [spoken(column), value]),
  );
}

/** "taken_back_by" → "taken back by", "person_id" → "person" */
function spoken(column: string): string {
  return column.replace(/_id$/, "").replaceAll("_", " ");
}
