import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PracticeLanguage } from "./library/practice-languages.ts";
import type { PracticeTables } from "./practice-tables.ts";
import type { Rubric } from "./rubric.ts";
import type { Scenario } from "./scenario.ts";

/** One edition as it stands last under its key in its language. */
export interface Edition {
  editionId: string;
  language: PracticeLanguage;
  byId: string;
  byName: string;
}

export type RubricEdition = Rubric & Edition;
/** `authorId`: who wrote it first, and whose it stays whoever changes it. */
export type ScenarioEdition = Scenario & Edition & { authorId: string };
export type What = "rubric" | "scenario";

export interface RetiredRow {
  what: What;
  key: string;
  day: Day;
}

export async function rubricEditions(tx: Tx): Promise<RubricEdition[]> {
  const { rows } = await sql<RubricEdition>`
    select e.id as "editionId", e.key, e.language, e.discipline, e.name, e.points, e.by_id as "byId", m.name as "byName"
      from (select distinct on (key, language) id from practice_rubric
             where workspace_id = ${tx.workspaceId} and taken_back_at is null order by key, language, id desc) as last
      join practice_rubric e on e.workspace_id = ${tx.workspaceId} and e.id = last.id
      join member m on m.workspace_id = e.workspace_id and m.id = e.by_id
     order by e.id`.execute(tx.tables());
  return rows;
}

export async function scenarioEditions(tx: Tx): Promise<ScenarioEdition[]> {
  const { rows } = await sql<ScenarioEdition>`
    select e.id as "editionId", e.key, e.language, e.rubric, e.name, e.who, e.situation, e.mood, e.objections, e.opening,
           e.moment, e.by_id as "byId", m.name as "byName",
           (select f.by_id from practice_scenario f
             where f.workspace_id = e.workspace_id and f.key = e.key and f.taken_back_at is null
             order by f.id limit 1) as "authorId"
      from (select distinct on (key, language) id from practice_scenario
             where workspace_id = ${tx.workspaceId} and taken_back_at is null order by key, language, id desc) as last
      join practice_scenario e on e.workspace_id = ${tx.workspaceId} and e.id = last.id
      join member m on m.workspace_id = e.workspace_id and m.id = e.by_id
     order by e.id`.execute(tx.tables());
  return rows;
}

export async function retiredKeys(tx: Tx): Promise<RetiredRow[]> {
  const { rows } = await sql<RetiredRow>`
    select what, key, day from practice_retired
     where workspace_id = ${tx.workspaceId} and taken_back_at is null order by id`.execute(tx.tables());
  return rows;
}

export async function insertRubric(
  tx: Tx,
  id: string,
  rubric: Rubric & { language: PracticeLanguage },
  actor: Actor,
): Promise<void> {
  const { key, language, discipline, name, points } = rubric;
  await tx
    .tables<PracticeTables>()
    .insertInto("practice_rubric")
    .values({
      ...writtenBy(tx, id, actor),
      key,
      language,
      discipline,
      name,
      points: sql`${JSON.stringify(points)}::jsonb`,
    })
    .execute();
}

export async function insertScenario(
  tx: Tx,
  id: string,
  scenario: Scenario & { language: PracticeLanguage },
  actor: Actor,
): Promise<void> {
  const { key, language, rubric, name, who, situation, mood, objections, opening, moment } = scenario;
  await tx
    .tables<PracticeTables>()
    .insertInto("practice_scenario")
    .values({
      ...writtenBy(tx, id, actor),
      key,
      language,
      rubric,
      name,
      who,
      situation,
      mood,
      objections: [...objections],
      opening,
      moment,
    })
    .execute();
}

/** Who wrote an edition that stands; null: there is none. */
export async function findEdition(
  tx: Tx,
  what: What,
  id: string,
): Promise<{ key: string; byId: string } | null> {
  const { rows } = await sql<{ key: string; byId: string }>`
    select key, by_id as "byId" from ${what === "rubric" ? sql`practice_rubric` : sql`practice_scenario`}
     where workspace_id = ${tx.workspaceId} and id = ${id} and taken_back_at is null`.execute(tx.tables());
  return rows[0] ?? null;
}

/** Answers whether it stood. */
export async function takeBackEdition(tx: Tx, what: What, id: string, actor: Actor): Promise<boolean> {
  const taken = sql`set taken_back_at = ${actor.now}, taken_back_by = ${actor.member.id}
    where workspace_id = ${tx.workspaceId} and id = ${id} and taken_back_at is null returning id`;
  const { rows } =
    what === "rubric"
      ? await sql`update practice_rubric ${taken}`.execute(tx.tables())
      : await sql`update practice_scenario ${taken}`.execute(tx.tables());
  return rows.length > 0;
}

/** Answers whether it was offered until now. */
export async function insertRetired(
  tx: Tx,
  id: string,
  { what, key }: { what: What; key: string },
  actor: Actor,
): Promise<boolean> {
  const { rows } = await sql`
    insert into practice_retired (workspace_id, id, what, key, day, by_id, at)
    values (${tx.workspaceId}, ${id}, ${what}, ${key}, ${actor.today}, ${actor.member.id}, ${actor.now})
    on conflict (workspace_id, what, key) where taken_back_at is null do nothing returning id`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}

/** Answers the ids of what no longer holds. */
export async function takeBackRetired(
  tx: Tx,
  { what, key }: { what: What; key: string },
  actor: Actor,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update practice_retired set taken_back_at = ${actor.now}, taken_back_by = ${actor.member.id}
     where workspace_id = ${tx.workspaceId} and what = ${what} and key = ${key} and taken_back_at is null
    returning id`.execute(tx.tables());
  return rows.map(({ id }) => id);
}

function writtenBy(tx: Tx, id: string, actor: Actor) {
  return {
    workspace_id: tx.workspaceId,
    id,
    by_id: actor.member.id,
    at: actor.now,
    taken_back_at: null,
    taken_back_by: null,
  };
}
