import { sql } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { NAMED_WITHIN_DAYS, type Tried } from "./calibration.ts";

/** The last so many suggestions are looked at. */
const MOST_LOOKED_AT = 2_000;
/** An ask within so many days of a suggestion is one that it led to. */
const LED_TO_DAYS = 21;

/**
 * Suggestions that led to an ask by their rep, long enough ago to judge: the score they had, and whether that ask named someone
 * within NAMED_WITHIN_DAYS.
 */
export async function triedSuggestions(tx: Tx, today: Day): Promise<Tried[]> {
  const { rows } = await sql<Tried>`
    with looked as materialized (
      select s.id, s.member_id, s.person_id, s.score, s.day
        from suggestion s
       where s.workspace_id = ${tx.workspaceId} and s.withdrawn_at is null and s.mid_week <= ${addDays(today, -NAMED_WITHIN_DAYS)}
       order by s.mid_week desc, s.id limit ${MOST_LOOKED_AT}
    ), led as (
      select distinct on (f.id) f.id, f.day, looked.score
        from looked
        join person p on p.workspace_id = ${tx.workspaceId} and p.id = looked.person_id
        join ask f on f.workspace_id = ${tx.workspaceId} and f.source_id in (p.id, p.kept_id) and f.member_id = looked.member_id
         and f.taken_back_at is null and f.day between looked.day and looked.day + ${LED_TO_DAYS}::int
       where f.day <= ${addDays(today, -NAMED_WITHIN_DAYS)}
       order by f.id, looked.day desc
    )
    select led.id, led.score,
           exists (
             select from ask_conversation c
              where c.workspace_id = ${tx.workspaceId} and c.ask_id = led.id and c.taken_back_at is null
                and c.outcome = 'named-someone' and c.day <= led.day + ${NAMED_WITHIN_DAYS}::int) as named
      from led order by led.id`.execute(tx.tables());
  return rows;
}
