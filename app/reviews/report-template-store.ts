import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { CardLanguageCode, Occasion, Question, Questionnaire } from "./questionnaire.ts";

export interface TemplateRow extends Questionnaire {
  id: string;
  occasion: Occasion;
  language: CardLanguageCode;
  at: Date;
  /** Null: as it ships. */
  byName: string | null;
  questions: readonly Question[];
}

/** A version for good; `by` null: as it ships. */
export async function insertTemplate(
  tx: Tx,
  template: Questionnaire & { id: string; occasion: Occasion; language: CardLanguageCode },
  at: Date,
  by: Actor | null,
): Promise<void> {
  const { id, occasion, language, title, questions } = template;
  await sql`
    insert into report_template (workspace_id, id, occasion, language, title, questions, at, by_id)
    values (${tx.workspaceId}, ${id}, ${occasion}, ${language}, ${title}, ${JSON.stringify(questions)}::jsonb, ${at},
            ${by?.member.id ?? null})`.execute(tx.tables());
}

/** The last version of each occasion and language that there is a row of. */
export async function lastTemplates(tx: Tx): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    select distinct on (t.occasion, t.language) t.id, t.occasion, t.language, t.title, t.questions, t.at, m.name as "byName"
      from report_template t
      left join member m on m.workspace_id = t.workspace_id and m.id = t.by_id
     where t.workspace_id = ${tx.workspaceId} order by t.occasion, t.language, t.id desc`.execute(
    tx.tables(),
  );
  return rows;
}

/** Two who use, or change, one for the first time come one after the other. */
export async function holdTemplates(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`report templates ${tx.workspaceId}`}, 0))`.execute(
    tx.tables(),
  );
}

export async function findTemplate(tx: Tx, id: string): Promise<TemplateRow | null> {
  const { rows } = await sql<TemplateRow>`
    select t.id, t.occasion, t.language, t.title, t.questions, t.at, m.name as "byName"
      from report_template t
      left join member m on m.workspace_id = t.workspace_id and m.id = t.by_id
     where t.workspace_id = ${tx.workspaceId} and t.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}
