import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { fourthDay } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Minutes } from "./sales-meeting.ts";
import type { SalesMeetingTables } from "./sales-meeting-tables.ts";

/** What was settled for a meeting. */
export interface Arranged {
  bestAskId: string | null;
  skill: string | null;
  scenario: string | null;
  minutes: Minutes | null;
}

export interface SalesMeetingRow extends Arranged {
  id: string;
  heldOn: Day | null;
  heldBy: { id: string; name: string } | null;
}

const COLUMNS = sql`
  s.id, s.best_ask_id as "bestAskId", s.skill, s.scenario, s.minutes, s.held_on as "heldOn",
  case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.name) end as "heldBy"`;

/** Of a team over the week that begins on this day; null: nothing was settled. */
export async function findMeeting(tx: Tx, teamId: string, week: Day): Promise<SalesMeetingRow | null> {
  const { rows } = await sql<SalesMeetingRow>`
    select ${COLUMNS}
      from sales_meeting s left join member h on h.workspace_id = s.workspace_id and h.id = s.held_by
     where s.workspace_id = ${tx.workspaceId} and s.team_id = ${teamId} and s.mid_week between ${week} and ${addDays(week, 6)}
     order by s.mid_week desc limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The minutes that the team had last, up to that week. */
export async function lastMinutes(tx: Tx, teamId: string, week: Day): Promise<Minutes | null> {
  const { rows } = await sql<{ minutes: Minutes }>`
    select minutes from sales_meeting
     where workspace_id = ${tx.workspaceId} and team_id = ${teamId} and mid_week <= ${addDays(week, 6)} and minutes is not null
     order by mid_week desc limit 1`.execute(tx.tables());
  return rows[0]?.minutes ?? null;
}

/** The same row, made where there is none, locked until the commit. */
export async function holdMeeting(tx: Tx, teamId: string, week: Day, by: Actor): Promise<SalesMeetingRow> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sales meeting ${teamId}`}, 0))`.execute(
    tx.tables(),
  );
  const found = await findMeeting(tx, teamId, week);
  if (found) return found;
  const id = newId(by.now);
  await tx
    .tables<SalesMeetingTables>()
    .insertInto("sales_meeting")
    .values({
      workspace_id: tx.workspaceId,
      id,
      team_id: teamId,
      mid_week: fourthDay(week),
      best_ask_id: null,
      skill: null,
      scenario: null,
      minutes: null,
      held_on: null,
      held_by: null,
      day: by.today,
      by_id: by.member.id,
      at: by.now,
    })
    .execute();
  return { id, bestAskId: null, skill: null, scenario: null, minutes: null, heldOn: null, heldBy: null };
}

export async function updateMeeting(
  tx: Tx,
  id: string,
  to: { arranged: Arranged } | { heldOn: Day | null },
  by: Actor,
): Promise<void> {
  await tx
    .tables<SalesMeetingTables>()
    .updateTable("sales_meeting")
    .set(
      "arranged" in to
        ? {
            best_ask_id: to.arranged.bestAskId,
            skill: to.arranged.skill,
            scenario: to.arranged.scenario,
            minutes: to.arranged.minutes === null ? null : sql`${JSON.stringify(to.arranged.minutes)}::jsonb`,
          }
        : { held_on: to.heldOn, held_by: to.heldOn === null ? null : by.member.id },
    )
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
