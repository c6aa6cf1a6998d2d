import { sql, type RawBuilder } from "kysely";
import type { Tx } from "./database.ts";
import { ERASED_NAME, ERASED_WORDS, theirs, type KeptOf, type Somebody } from "./kept-of-somebody.ts";

/**
 * Takes somebody out of every table named, out of the words of others, the journal, the queue and kept answers. Counts, days and who
 * did what stay. No other write may go on meanwhile: it could bring back what has gone. Answers what ended with it, for the journal.
 */
export async function forgetSomebody(tx: Tx, who: Somebody, kept: readonly KeptOf[]): Promise<Ended[]> {
  const records = await recordsAbout(tx, who, kept);
  const ended = await endingOf(tx, who, kept);
  for (const { about, forget } of kept)
    if (about && forget) await forget(who, theirs(who, about(who))).execute(tx.tables());
  await takeOutOfWords(tx, who, [...kept, ...OWN]);
  await takeOutOfJournal(tx, who, records);
  await forgetAnswers(tx);
  return ended;
}

export interface Ended {
  verb: string;
  subject: { kind: string; id: string };
}

/** Tables of the building's own in which somebody may be named. */
const OWN: readonly KeptOf[] = [{ table: "job", called: "queue", words: ["payload", "failure", "progress"] }];

/** The ids of everything that is about them: lines of the journal speak of these. */
async function recordsAbout(tx: Tx, who: Somebody, kept: readonly KeptOf[]): Promise<string[]> {
  const types = await columnTypes(tx);
  const ids = new Set(who.ids);
  for (const { table, about } of kept) {
    if (!about || types.get(`${table}.id`) !== "uuid") continue;
    const { rows } = await sql<{ id: string }>`
      select t.id from ${sql.table(table)} as t where ${theirs(who, about(who))}`.execute(tx.tables());
    for (const { id } of rows) ids.add(id);
  }
  return [...ids];
}

async function endingOf(tx: Tx, who: Somebody, kept: readonly KeptOf[]): Promise<Ended[]> {
  const ended: Ended[] = [];
  for (const { table, about, ends } of kept) {
    if (!about || !ends) continue;
    const { rows } = await sql<{ id: string }>`
      select t.id from ${sql.table(table)} as t where ${theirs(who, about(who))} and (${ends.which}) order by t.id`.execute(
      tx.tables(),
    );
    ended.push(...rows.map(({ id }) => ({ verb: ends.verb, subject: { kind: ends.kind, id } })));
  }
  return ended;
}

/** By "table.column". */
export async function columnTypes(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await sql<{ column: string; type: string }>`
    select c.relname || '.' || a.attname as column, format_type(a.atttypid, null) as type
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`.execute(
    tx.tables(),
  );
  return new Map(rows.map(({ column, type }) => [column, type]));
}

async function takeOutOfWords(tx: Tx, who: Somebody, kept: readonly KeptOf[]): Promise<void> {
  if (who.named === null) return;
  const types = await columnTypes(tx);
  for (const { table, words = [] } of kept) {
    if (words.length === 0) continue;
    const sets = words.map(
      (column) =>
        sql`${sql.ref(column)} = ${without(sql`t.${sql.ref(column)}`, types.get(`${table}.${column}`), who.named!)}`,
    );
    await sql`
      update ${sql.table(table)} as t set ${sql.join(sets)}
       where t.workspace_id = ${who.workspaceId}::uuid and (${namedIn(words, who.named)})`.execute(
      tx.tables(),
    );
  }
}

/** Whether one of the columns names them. */
export function namedIn(words: readonly string[], named: string): RawBuilder<unknown> {
  return sql.join(
    words.map((column) => sql`t.${sql.ref(column)}::text ~* ${named}`),
    sql` or `,
  );
}

function without(column: RawBuilder<unknown>, type: string | undefined, named: string): RawBuilder<unknown> {
  const replaced = (text: RawBuilder<unknown>) =>
    sql`regexp_replace(${text}, ${named}, ${ERASED_NAME}, 'gi')`;
  if (type === "text[]")
    return sql`(select coalesce(array_agg(${replaced(sql`said`)} order by nth), '{}')
                  from unnest(${column}) with ordinality as each (said, nth))`;
  return type === "jsonb" ? sql`${replaced(sql`${column}::text`)}::jsonb` : replaced(column);
}

/** What a line says in codes, its days, ids and numbers stay: they say what was done. Words go. */
async function takeOutOfJournal(tx: Tx, who: Somebody, records: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; detail: unknown; isTheirs: boolean }>`
    with of_them as (
      select line_id as id from journal_concern
       where workspace_id = ${who.workspaceId}::uuid and concern_id = any(${who.ids}::uuid[])
      union
      select id from journal
       where workspace_id = ${who.workspaceId}::uuid
         and (subject_id = any(${records}::uuid[]) or detail::text ~ ${who.ids.join("|")})
    )
    select j.id, j.detail, o.id is not null as "isTheirs"
      from journal j left join of_them o on o.id = j.id
     where j.workspace_id = ${who.workspaceId}::uuid
       and (o.id is not null or j.detail::text ~* ${who.named}::text)`.execute(tx.tables());
  // What names them only in passing keeps its other words.
  const lines = rows.filter(({ isTheirs }) => isTheirs);
  const passing = rows.filter(({ isTheirs }) => !isTheirs).map(({ id }) => id);
  await sql`
    update journal as j set detail = line.detail
      from jsonb_to_recordset(${JSON.stringify(lines.map(({ id, detail }) => ({ id, detail: bare(detail) })))}::jsonb)
           as line (id uuid, detail jsonb)
     where j.workspace_id = ${who.workspaceId}::uuid and j.id = line.id and j.detail <> line.detail`.execute(
    tx.tables(),
  );
  if (who.named === null) return;
  await sql`
    update journal as t set detail = ${without(sql`t.detail`, "jsonb", who.named)}
     where t.workspace_id = ${who.workspaceId}::uuid and t.id = any(${passing}::uuid[])`.execute(tx.tables());
}

/** Keys under which the rooms write codes and never words. */
const CODES = new Set(
  "about answer basis because channel closed covers currency decision fields from how kind kinds kpi language level measure moment origin part reach role scope side skill stage state tier to verb way".split(
    " ",
  ),
);
const CODE = /^[a-z][a-zA-Z]*(-[a-z]+)*$/;
const SURELY_NO_WORDS = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d(T[\d:.]+Z)?|\d\d:\d\d)$/;

function bare(said: unknown, key = ""): unknown {
  if (typeof said === "string")
    return SURELY_NO_WORDS.test(said) || (CODES.has(key) && CODE.test(said)) ? said : ERASED_WORDS;
  if (Array.isArray(said)) return said.map((each) => bare(each, key));
  if (typeof said !== "object" || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, bare(value, name)]));
}

/** A press that is repeated from now on is done no second time, and is answered without what stood in the first answer. */
async function forgetAnswers(tx: Tx): Promise<void> {
  await sql`
    update idempotency_key set answer = '{}' where workspace_id = ${tx.workspaceId}::uuid and answer is not null`.execute(
    tx.tables(),
  );
}
