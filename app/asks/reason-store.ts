import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { searchWords } from "#lib/kernel/fold.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Author } from "#people/protection.ts";
import type { ReasonFacts } from "./business-reason.ts";
import type { PictureTables } from "./picture-tables.ts";
import { endedAs, type Ending } from "./retired.ts";

export interface ReasonRow extends ReasonFacts {
  id: string;
  day: Day;
  at: Date;
  by: Author;
  retiredOn: Day | null;
  retiredBy: string | null;
}

export interface ReasonFilter {
  retired: boolean;
  /** Beginnings of words of the sentence, its industry or its problem. */
  q?: string | undefined;
}

/** The newest first. */
export async function listReasons(
  tx: Tx,
  filter: ReasonFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<ReasonRow>> {
  const where: RawBuilder<unknown>[] = [
    filter.retired ? sql`f.retired_on is not null` : sql`f.retired_on is null`,
    ...(filter.q === undefined ? [] : [sql`f.search_text like all (${typedLike(filter.q)}::text[])`]),
  ];
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(sql`(f.day, f.id) < (${day}::date, ${id}::uuid)`);
  }
  const { rows } = await sql<ReasonRow>`
    ${reasons} where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null and ${sql.join(where, sql` and `)}
     order by f.day desc, f.id desc limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

/** Retired ones too; null when there is none or it was taken back. */
export async function findReason(tx: Tx, id: string): Promise<ReasonRow | null> {
  const { rows } = await sql<ReasonRow>`
    ${reasons} where f.workspace_id = ${tx.workspaceId} and f.id = ${id} and f.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** The same, locked until the commit. */
export async function holdReason(tx: Tx, id: string): Promise<ReasonRow | null> {
  const { rows } = await sql<ReasonRow>`
    ${reasons} where f.workspace_id = ${tx.workspaceId} and f.id = ${id} and f.taken_back_at is null
       for no key update of f`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function insertReason(
  tx: Tx,
  reason: ReasonFacts & { id: string; day: Day; byId: string; at: Date },
): Promise<void> {
  await tx
    .tables<PictureTables>()
    .insertInto("business_reason")
    .values({
      workspace_id: tx.workspaceId,
      id: reason.id,
      ...said(reason),
      day: reason.day,
      by_id: reason.byId,
      at: reason.at,
      ...endedAs(null),
    })
    .execute();
}

export async function updateReason(tx: Tx, id: string, facts: ReasonFacts): Promise<void> {
  await tx
    .tables<PictureTables>()
    .updateTable("business_reason")
    .set(said(facts))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function endReason(tx: Tx, id: string, ending: Ending): Promise<void> {
  await tx
    .tables<PictureTables>()
    .updateTable("business_reason")
    .set(endedAs(ending))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

function said({ sentence, industry, problem }: ReasonFacts) {
  const words = searchWords([sentence, industry, problem].filter(Boolean).join(" "));
  return { sentence, industry, problem, search_text: ` ${words.join(" ")} ` };
}

function typedLike(q: string): string[] {
  return searchWords(q)
    .slice(0, 8)
    .map((word) => `% ${word}%`);
}

const reasons = sql`
    select f.id, f.sentence, f.industry, f.problem, f.day, f.at, f.retired_on as "retiredOn", r.name as "retiredBy",
           jsonb_build_object('id', m.id, 'name', m.name, 'teamId', m.team_id) as by
      from business_reason f
      join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
      left join member r on r.workspace_id = f.workspace_id and r.id = f.retired_by`;
