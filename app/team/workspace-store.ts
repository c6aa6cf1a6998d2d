import type { Role } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Calendar } from "#lib/kernel/fiscal.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { sql } from "kysely";
import type { TeamTables } from "./team-tables.ts";
import type { WorkspaceSettings } from "./workspace.ts";

export interface NewMember {
  id: string;
  userId: string | null;
  name: string;
  email: string;
  role: Role;
  teamId: string | null;
}

export async function insertWorkspace(
  tx: Tx,
  slug: string,
  settings: WorkspaceSettings,
  now: Date,
  story: string | null,
): Promise<void> {
  await tx
    .tables<TeamTables>()
    .insertInto("workspace")
    .values({
      workspace_id: tx.workspaceId,
      slug,
      name: settings.name,
      time_zone: settings.timeZone,
      currency: settings.currency,
      first_day_of_week: settings.calendar.firstDay,
      calendar: settings.calendar.pattern,
      fiscal_start_month: settings.calendar.startMonth,
      default_country: settings.defaultCountry,
      ...(settings.restDays !== undefined && { rest_days: settings.restDays }),
      ...(settings.workdays !== undefined && { workdays: [...settings.workdays] }),
      postal_address: settings.postalAddress ?? null,
      story,
      created_at: now,
    })
    .execute();
}

export interface WorkspaceRow extends WorkspaceSettings {
  restDays: number;
  workdays: Weekday[];
  postalAddress: string | null;
  slug: string;
  story: string | null;
}

export async function readWorkspace(tx: Tx): Promise<WorkspaceRow> {
  const { rows } = await sql<Omit<WorkspaceRow, "calendar"> & Calendar>`
    select slug, name, time_zone as "timeZone", currency, first_day_of_week as "firstDay", calendar as pattern,
           fiscal_start_month as "startMonth", default_country as "defaultCountry", rest_days as "restDays", workdays, postal_address as "postalAddress",
           story
      from workspace where workspace_id = ${tx.workspaceId}`.execute(tx.tables());
  const { firstDay, pattern, startMonth, ...rest } = rows[0] as Omit<WorkspaceRow, "calendar"> & Calendar;
  return { ...rest, calendar: { firstDay, pattern, startMonth } };
}

/** All settings but the first day of the week, by which the tally is kept: that one changes with the recount. */
export async function updateSettings(tx: Tx, settings: WorkspaceSettings): Promise<void> {
  await tx
    .tables<TeamTables>()
    .updateTable("workspace")
    .set({
      name: settings.name,
      time_zone: settings.timeZone,
      currency: settings.currency,
      calendar: settings.calendar.pattern,
      fiscal_start_month: settings.calendar.startMonth,
      default_country: settings.defaultCountry,
      ...(settings.restDays !== undefined && { rest_days: settings.restDays }),
      ...(settings.workdays !== undefined && { workdays: [...settings.workdays] }),
      ...(settings.postalAddress !== undefined && { postal_address: settings.postalAddress }),
    })
    .where("workspace_id", "=", tx.workspaceId)
    .execute();
}

export async function setFirstDay(tx: Tx, firstDay: Weekday): Promise<void> {
  await tx
    .tables<TeamTables>()
    .updateTable("workspace")
    .set({ first_day_of_week: firstDay })
    .where("workspace_id", "=", tx.workspaceId)
    .execute();
}

/** The recount that is queued or under way, the latest of several. */
export async function findRecount(tx: Tx): Promise<{ jobId: string; firstDay: Weekday } | null> {
  const { rows } = await sql<{ jobId: string; firstDay: Weekday }>`
    select id as "jobId", (payload ->> 'firstDay')::int as "firstDay"
      from job
     where workspace_id = ${tx.workspaceId} and kind = 'recount' and done_at is null and failed_at is null
     order by asked_at desc, id desc limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function insertTeam(
  tx: Tx,
  team: { id: string; name: string; managerId: string | null },
  now: Date,
): Promise<void> {
  await tx
    .tables<TeamTables>()
    .insertInto("team")
    .values({
      workspace_id: tx.workspaceId,
      id: team.id,
      name: team.name,
      manager_id: team.managerId,
      created_at: now,
      closed_at: null,
      closed_by: null,
    })
    .execute();
}

/** The member and their first stay in a team, from `day` on. */
export async function insertMember(tx: Tx, member: NewMember, day: Day, now: Date): Promise<void> {
  const tables = tx.tables<TeamTables>();
  await tables
    .insertInto("member")
    .values({
      workspace_id: tx.workspaceId,
      id: member.id,
      user_id: member.userId,
      name: member.name,
      email: member.email,
      role: member.role,
      team_id: member.teamId,
      joined_at: now,
      left_at: null,
      left_by: null,
    })
    .execute();
  await tables
    .insertInto("team_stay")
    .values({
      workspace_id: tx.workspaceId,
      member_id: member.id,
      from_day: day,
      until_day: null,
      team_id: member.teamId,
      role: member.role,
    })
    .execute();
}

/** The ids of the workspace and the member with this e-mail; for commands of the administrator, who may enter any workspace. */
export async function findWorkspaceId(database: Database, slug: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select workspace_of_slug(${slug}) as id`.execute(
    database.outside(),
  );
  return rows[0]?.id ?? null;
}

export async function findMemberByEmail(
  tx: Tx,
  email: string,
): Promise<{ id: string; name: string; role: Role } | null> {
  const row = await tx
    .tables<TeamTables>()
    .selectFrom("member")
    .select(["id", "name", "role"])
    .where("workspace_id", "=", tx.workspaceId)
    .where((eb) => eb(eb.fn("lower", ["email"]), "=", email.toLowerCase()))
    .where("left_at", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

/** Who has led the workspace longest. */
export async function findFirstLeader(tx: Tx): Promise<{ id: string; name: string; role: Role } | null> {
  const row = await tx
    .tables<TeamTables>()
    .selectFrom("member")
    .select(["id", "name", "role"])
    .where("workspace_id", "=", tx.workspaceId)
    .where("role", "=", "leader")
    .where("left_at", "is", null)
    .orderBy("joined_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
