import { sql } from "kysely";
import type { Role } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

/** In which role members were on days that are over; before their first stay in a team, in the first one's. */
export interface RolesThen {
  /** Null: there is no such member. */
  on: (memberId: string, day: Day) => Role | null;
  /** Each role they had on any of these days. */
  between: (memberId: string, from: Day, to: Day) => Role[];
}

/** Of everybody. */
export async function rolesThen(tx: Tx): Promise<RolesThen> {
  const { rows } = await sql<{ memberId: string; fromDay: Day; role: Role }>`
    select member_id as "memberId", from_day as "fromDay", role from team_stay
     where workspace_id = ${tx.workspaceId}
     order by member_id, from_day`.execute(tx.tables());
  const stays = Map.groupBy(rows, ({ memberId }) => memberId);
  const on = (memberId: string, day: Day): Role | null => {
    const own = stays.get(memberId) ?? [];
    return (own.findLast(({ fromDay }) => fromDay <= day) ?? own[0])?.role ?? null;
  };
  return {
    on,
    between: (memberId, from, to) => {
      const later = (stays.get(memberId) ?? []).filter(({ fromDay }) => fromDay > from && fromDay <= to);
      const roles = [on(memberId, from), ...later.map(({ role }) => role)];
      return [...new Set(roles.filter((role) => role !== null))];
    },
  };
}
