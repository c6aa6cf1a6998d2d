import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayIn } from "#lib/kernel/days.ts";
import type { Calendar } from "#lib/kernel/fiscal.ts";
import type { Tx } from "#lib/storage/database.ts";

interface ActorRow {
  memberId: string;
  memberName: string;
  role: Actor["member"]["role"];
  teamId: string | null;
  leads: string[];
  slug: string;
  name: string;
  timeZone: string;
  currency: string;
  firstDay: Calendar["firstDay"];
  pattern: Calendar["pattern"];
  startMonth: Calendar["startMonth"];
}

/** The member as actor at `now`, or null when they are not, or no longer, in this workspace. */
export async function findActor(tx: Tx, memberId: string, now: Date): Promise<Actor | null> {
  const { rows } = await sql<ActorRow>`
    select m.id as "memberId", m.name as "memberName", m.role, m.team_id as "teamId",
           array(select t.id::text from team t
                  where t.workspace_id = m.workspace_id and t.manager_id = m.id and t.closed_at is null) as leads,
           w.slug, w.name, w.time_zone as "timeZone", w.currency, w.first_day_of_week as "firstDay", w.calendar as pattern,
           w.fiscal_start_month as "startMonth"
      from member m
      join workspace w on w.workspace_id = m.workspace_id
     where m.workspace_id = ${tx.workspaceId} and m.id = ${memberId} and m.left_at is null`.execute(
    tx.tables(),
  );
  const row = rows[0];
  return row ? actorFrom(tx.workspaceId, row, now) : null;
}

function actorFrom(workspaceId: string, row: ActorRow, now: Date): Actor {
  const calendar: Calendar = { firstDay: row.firstDay, pattern: row.pattern, startMonth: row.startMonth };
  return {
    workspace: {
      id: workspaceId,
      slug: row.slug,
      name: row.name,
      timeZone: row.timeZone,
      currency: row.currency,
      calendar,
    },
    member: { id: row.memberId, name: row.memberName, role: row.role, teamId: row.teamId },
    leads: row.leads,
    now,
    today: dayIn(now, row.timeZone),
  };
}
