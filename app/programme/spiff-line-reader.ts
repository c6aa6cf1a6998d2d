import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import type { Fact } from "#lib/storage/facts.ts";
import type { LevelSaid } from "./spiff-written.ts";
import { nameFacts, type NamedFact } from "#scorecard/fact-reader.ts";

/** A line of the journal as a statement shows it: with names, when it was written down, and when it was taken back. */
export interface ShownLine {
  fact: NamedFact;
  at: Date;
  takenBackAt: Date | null;
  /** Of an introduction, each level that was said anew since: for which day, and when it was written down; the first one first. */
  levels: LevelSaid[];
}

type LineRow = Fact & { at: Date; takenBackAt: Date | null; sourceId: string | null };

/** These lines, by their ids. */
export async function shownLines(tx: Tx, ids: readonly string[]): Promise<Map<string, ShownLine>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<LineRow>`
    select j.id, j.verb, j.subject_kind as "subjectKind", j.subject_id as "subjectId", j.day,
           coalesce(j.measure, 'loops-closed') as measure, coalesce(j.member_id, (j.detail ->> 'memberId')::uuid) as "memberId",
           j.team_id as "teamId", j.count, j.minor, j.currency, j.at, u.at as "takenBackAt",
           case when j.measure is null then (j.detail ->> 'sourceId')::uuid end as "sourceId"
      from journal j
      left join journal u on u.workspace_id = j.workspace_id and u.undoes = j.id
     where j.workspace_id = ${tx.workspaceId} and j.id = any(${ids}::uuid[])`.execute(tx.tables());
  const [named, sources, levels] = await Promise.all([
    nameFacts(tx, rows),
    sourcesOf(tx, rows),
    levelsSaid(tx, rows),
  ]);
  return new Map(
    rows.map(({ at, takenBackAt, sourceId }, index) => {
      const fact = named[index] as NamedFact;
      const person = sourceId === null ? fact.person : (sources.get(sourceId) ?? null);
      return [fact.id, { fact: { ...fact, person }, at, takenBackAt, levels: levels.get(fact.id) ?? [] }];
    }),
  );
}

async function levelsSaid(tx: Tx, rows: readonly LineRow[]): Promise<Map<string, LevelSaid[]>> {
  const ids = rows.flatMap(({ subjectKind, id }) => (WITH_LEVELS.has(subjectKind) ? id : []));
  if (ids.length === 0) return new Map();
  const { rows: said } = await sql<LevelSaid & { lineId: string }>`
    select j.id as "lineId", (c.detail ->> 'level')::int as level, c.day, c.at
      from journal j
      join journal c on c.workspace_id = j.workspace_id and c.subject_id = j.subject_id and c.id > j.id
       and c.verb in ('referral.level-changed', 'given.level-changed') and c.undoes is null
     where j.workspace_id = ${tx.workspaceId} and j.id = any(${ids}::uuid[])
     order by c.id`.execute(tx.tables());
  const byLine = Map.groupBy(said, ({ lineId }) => lineId);
  return new Map([...byLine].map(([id, own]) => [id, own.map(({ level, day, at }) => ({ level, day, at }))]));
}

const WITH_LEVELS = new Set(["referral", "given-referral"]);

/** Who was thanked or told; somebody who was merged goes by the name that was kept. */
async function sourcesOf(
  tx: Tx,
  rows: readonly LineRow[],
): Promise<Map<string, { id: string; name: string }>> {
  const ids = rows.flatMap(({ sourceId }) => sourceId ?? []);
  if (ids.length === 0) return new Map();
  const { rows: people } = await sql<{ asked: string; id: string; name: string }>`
    select p.id as asked, k.id, k.full_name as name
      from person p join person k on k.workspace_id = p.workspace_id and k.id = p.kept_id
     where p.workspace_id = ${tx.workspaceId} and p.id = any(${ids}::uuid[])`.execute(tx.tables());
  return new Map(people.map(({ asked, id, name }) => [asked, { id, name }]));
}
