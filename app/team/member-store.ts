import { sql } from "kysely";
import type { Role } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { MemberState } from "./member.ts";
import type { TeamTables } from "./team-tables.ts";

export interface MemberRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  teamId: string | null;
  userId: string | null;
  state: MemberState;
  joinedAt: Date;
  leftAt: Date | null;
  /** A move that is planned: the team from that day on. */
  moveDay: Day | null;
  moveTeamId: string | null;
}

export interface MemberFilter {
  teamId?: string;
  state?: MemberState;
  /** Any part of the name or address. */
  q?: string;
}

/** By name, a page at a time; those who left only when asked for. */
export async function listMembers(
  tx: Tx,
  filter: MemberFilter,
  today: Day,
  cursor: string | undefined,
  limit: number,
): Promise<Page<MemberRow>> {
  const [afterName, afterId] = cursor ? (decodeCursor(cursor, 2) as [string, string]) : [null, null];
  const { rows } = await sql<MemberRow & { key: string }>`
    select ${COLUMNS}, key from (${members(tx, today)}) as m
     where (${filter.teamId ?? null}::uuid is null or "teamId" = ${filter.teamId ?? null}::uuid)
       and case when ${filter.state ?? null}::text is null then state <> 'left' else state = ${filter.state ?? null} end
       and (${filter.q ?? null}::text is null or strpos(lower(name || ' ' || email), lower(${filter.q ?? null}::text)) > 0)
       and (${afterName}::text is null or (key, id) > (${afterName}::text, ${afterId}::uuid))
     order by key, id
     limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.key, last.id]) : null };
}

export async function findMember(tx: Tx, id: string, today: Day): Promise<MemberRow | null> {
  const { rows } = await sql<MemberRow>`
    select ${COLUMNS} from (${members(tx, today)}) as m where id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The member signs in with this user from now on. */
export async function linkMember(
  tx: Tx,
  link: { memberId: string; userId: string; name: string },
  now: Date,
): Promise<void> {
  await tx
    .tables<TeamTables>()
    .updateTable("member")
    .set({ user_id: link.userId, name: link.name, joined_at: now })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", link.memberId)
    .execute();
}

const COLUMNS = sql`id, name, email, role, "teamId", "userId", "joinedAt", "leftAt", "moveDay", "moveTeamId", state`;

function members(tx: Tx, today: Day) {
  return sql`
    select m.id, m.name, m.email, m.role, m.team_id as "teamId", m.user_id as "userId", m.joined_at as "joinedAt",
           m.left_at as "leftAt", lower(m.name) as key, planned.from_day as "moveDay", planned.team_id as "moveTeamId",
           case when m.left_at is not null then 'left'
                when m.user_id is null and exists (
                  select from invitation i
                   where i.workspace_id = m.workspace_id and i.member_id = m.id
                     and i.accepted_at is null and i.withdrawn_at is null) then 'invited'
                else 'here' end as state
      from member m
      left join lateral (
        select s.from_day, s.team_id from team_stay s
         where s.workspace_id = m.workspace_id and s.member_id = m.id and s.from_day > ${today}
         order by s.from_day limit 1) as planned on true
     where m.workspace_id = ${tx.workspaceId}`;
}
