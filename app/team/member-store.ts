import { sql } from "kysely";
import type { Role } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
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
  /** Their own; null: as the workspace. */
  workdays: Weekday[] | null;
}

export interface MemberFilter {
  teamId?: string;
  state?: MemberState;
  /** Any part of the name or address. */
  q?: string;
}

/** Of a row `m` of member: invited, once or often, and never signed in. */
export const NEVER_CAME = sql`(m.user_id is null and exists (
  select from invitation i where i.workspace_id = m.workspace_id and i.member_id = m.id))`;

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

/** Whoever has the address now, or else had it last. */
export async function findByEmail(tx: Tx, email: string, today: Day): Promise<MemberRow | null> {
  const { rows } = await sql<MemberRow>`
    select ${COLUMNS} from (${members(tx, today)}) as m where lower(email) = ${email.toLowerCase()}
     order by "leftAt" desc nulls first limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function updateMember(
  tx: Tx,
  id: string,
  changes: { name?: string; email?: string; role?: Role; workdays?: Weekday[] | null },
): Promise<void> {
  await change(tx, id).set(changes).execute();
}

/** From that day on, and on the days already planned for, they stay in this role; the past keeps the one before. */
export async function stayInRole(tx: Tx, id: string, role: Role, today: Day): Promise<void> {
  await sql`
    with over as (
      update team_stay set until_day = ${today}
       where workspace_id = ${tx.workspaceId} and member_id = ${id}
         and from_day < ${today} and (until_day is null or until_day > ${today})
      returning workspace_id, member_id, team_id)
    insert into team_stay (workspace_id, member_id, from_day, until_day, team_id, role)
    select o.workspace_id, o.member_id, ${today}::date,
           (select min(n.from_day) from team_stay n
             where n.workspace_id = o.workspace_id and n.member_id = o.member_id and n.from_day > ${today}::date),
           o.team_id, ${role}
      from over o
        on conflict (workspace_id, member_id, from_day)
        do update set team_id = excluded.team_id, until_day = excluded.until_day`.execute(tx.tables());
  await tx
    .tables<TeamTables>()
    .updateTable("team_stay")
    .set({ role })
    .where("workspace_id", "=", tx.workspaceId)
    .where("member_id", "=", id)
    .where("from_day", ">=", today)
    .execute();
}

/** The member signs in with this user from now on. `joinedAt`: null leaves it as it is. */
export async function linkMember(
  tx: Tx,
  link: { memberId: string; userId: string; name: string },
  joinedAt: Date | null,
): Promise<void> {
  await change(tx, link.memberId)
    .set({ user_id: link.userId, name: link.name, ...(joinedAt !== null && { joined_at: joinedAt }) })
    .execute();
}

/** Their stay ends with the day; planned moves fall away. */
export async function markLeft(tx: Tx, id: string, by: string, today: Day, now: Date): Promise<void> {
  await endStays(tx, id, today);
  await change(tx, id).set({ left_at: now, left_by: by }).execute();
}

/** Here again from today on, in that team. */
export async function markReturned(tx: Tx, id: string, teamId: string | null, today: Day): Promise<void> {
  await beginStay(tx, id, teamId, today);
  await change(tx, id).set({ left_at: null, left_by: null, team_id: teamId }).execute();
}

/** Somebody who never came is invited anew, maybe under another name and for another task. */
export async function reviveMember(
  tx: Tx,
  id: string,
  as: { name: string; email: string; role: Role; teamId: string | null },
  today: Day,
  now: Date,
): Promise<void> {
  await change(tx, id).set({ name: as.name, email: as.email, role: as.role, joined_at: now }).execute();
  await markReturned(tx, id, as.teamId, today);
}

/** In the team from that day on, whatever was planned for it and after it. `now`: it is today. */
export async function moveStay(
  tx: Tx,
  id: string,
  teamId: string | null,
  fromDay: Day,
  today: Day,
): Promise<void> {
  await beginStay(tx, id, teamId, fromDay);
  if (fromDay <= today) await change(tx, id).set({ team_id: teamId }).execute();
}

/** Whether anything counts for them already: a file that was brought in, or a colleague, may have said what they did before they came. */
export async function hasNumbers(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from tally where workspace_id = ${tx.workspaceId} and scope_id = ${id} limit 1`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}

/** They count from that day on only: when an invitation is accepted. */
export async function restartStay(tx: Tx, id: string, today: Day): Promise<void> {
  await tx
    .tables<TeamTables>()
    .deleteFrom("team_stay")
    .where("workspace_id", "=", tx.workspaceId)
    .where("member_id", "=", id)
    .execute();
  await sql`
    insert into team_stay (workspace_id, member_id, from_day, until_day, team_id, role)
    select workspace_id, id, ${today}, null, team_id, role from member
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

/** The team of the stay that holds that day becomes the member's team of today. */
export async function settleTeam(tx: Tx, id: string, today: Day): Promise<void> {
  await sql`
    update member set team_id = s.team_id
      from team_stay s
     where member.workspace_id = ${tx.workspaceId} and member.id = ${id} and member.left_at is null
       and s.workspace_id = member.workspace_id and s.member_id = member.id
       and s.from_day <= ${today} and (s.until_day is null or s.until_day > ${today})`.execute(tx.tables());
}

/** Locks the leaders who are here, so that two who go at once see each other; answers their ids. */
export async function holdLeaders(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string; waits: boolean }>`
    select m.id, ${NEVER_CAME} as waits
      from member m
     where m.workspace_id = ${tx.workspaceId} and m.role = 'leader' and m.left_at is null
     order by m.id for update of m`.execute(tx.tables());
  return rows.filter((row) => !row.waits).map((row) => row.id);
}

async function beginStay(tx: Tx, id: string, teamId: string | null, fromDay: Day): Promise<void> {
  await endStays(tx, id, fromDay);
  await sql`
    insert into team_stay (workspace_id, member_id, from_day, until_day, team_id, role)
    select workspace_id, id, ${fromDay}, null, ${teamId}, role from member
     where workspace_id = ${tx.workspaceId} and id = ${id}
        on conflict (workspace_id, member_id, from_day)
        do update set team_id = excluded.team_id, role = excluded.role, until_day = null`.execute(
    tx.tables(),
  );
}

/** No stay reaches to `day` or beyond; one that began on it is left without a day in it. */
async function endStays(tx: Tx, id: string, day: Day): Promise<void> {
  const stays = tx.tables<TeamTables>();
  await stays
    .deleteFrom("team_stay")
    .where("workspace_id", "=", tx.workspaceId)
    .where("member_id", "=", id)
    .where("from_day", ">", day)
    .execute();
  await stays
    .updateTable("team_stay")
    .set({ until_day: day })
    .where("workspace_id", "=", tx.workspaceId)
    .where("member_id", "=", id)
    .where((eb) => eb.or([eb("until_day", "is", null), eb("until_day", ">", day)]))
    .execute();
}

function change(tx: Tx, id: string) {
  return tx
    .tables<TeamTables>()
    .updateTable("member")
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id);
}

const COLUMNS = sql`id, name, email, role, "teamId", "userId", "joinedAt", "leftAt", "moveDay", "moveTeamId", workdays, state`;

function members(tx: Tx, today: Day) {
  return sql`
    select m.id, m.name, m.email, m.role, m.team_id as "teamId", m.user_id as "userId", m.joined_at as "joinedAt",
           m.left_at as "leftAt", lower(m.name) as key, planned.from_day as "moveDay", planned.team_id as "moveTeamId", m.workdays,
           case when m.left_at is not null then 'left'
                when ${NEVER_CAME} then 'invited'
                else 'here' end as state
      from member m
      left join lateral (
        select s.from_day, s.team_id from team_stay s
         where s.workspace_id = m.workspace_id and s.member_id = m.id and s.from_day > ${today}
         order by s.from_day limit 1) as planned on true
     where m.workspace_id = ${tx.workspaceId}`;
}
