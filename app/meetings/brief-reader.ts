import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { WordKind } from "./brief.ts";

/** A conversation that was had with somebody. */
export interface WordRow {
  kind: WordKind;
  day: Day;
  byName: string;
  /** What was written down of it. */
  words: string | null;
}

/** The latest conversations with somebody, under whatever ids they stand, but for this meeting. */
export async function lastWordsWith(
  tx: Tx,
  personIds: readonly string[],
  exceptMeetingId: string,
  most: number,
): Promise<WordRow[]> {
  const each = sql`= any(${personIds}::uuid[])`;
  const here = sql`workspace_id = ${tx.workspaceId}`;
  const { rows } = await sql<WordRow>`
    select words.kind, words.day, m.name as "byName", words.words
      from (
        select 'met' as kind, outcome_day as day, member_id, coalesce(note, about) as words, id
          from meeting where ${here} and person_id ${each} and outcome = 'held' and taken_back_at is null and id <> ${exceptMeetingId}
        union all
        select 'met', day, by_id, null, id
          from person_met where ${here} and person_id ${each} and how <> 'meeting' and taken_back_at is null
        union all
        select 'asked', said.day, said.by_id, coalesce(said.note, said.for_whom), said.id
          from ask
          join ask_conversation said on said.workspace_id = ask.workspace_id and said.ask_id = ask.id and said.taken_back_at is null
         where ask.workspace_id = ${tx.workspaceId} and ask.source_id ${each} and ask.taken_back_at is null
        union all
        select 'answered', step.day, step.by_id, null, step.id
          from referral r
          join referral_step step on step.workspace_id = r.workspace_id and step.referral_id = r.id and step.taken_back_at is null
         where r.workspace_id = ${tx.workspaceId} and r.contact_id ${each} and r.taken_back_at is null
           and step.state = 'responded' and step.because_id is null
        union all
        select 'seed', day, by_id, words, id
          from seed where ${here} and person_id ${each} and taken_back_at is null
      ) as words
      join member m on m.workspace_id = ${tx.workspaceId} and m.id = words.member_id
     order by words.day desc, words.id desc
     limit ${most}`.execute(tx.tables());
  return rows;
}
