import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { fourthDay, weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Outcome } from "./ask.ts";
import { oldestStandingWeek, type PlanFacts, type PlanState } from "./plan.ts";
import type { WaitingTables } from "./waiting-tables.ts";
import type { WhyNotAsked } from "./why-not.ts";

/** As its row says it, for deciding on it. The person is the one who stands for whom was planned. */
export interface HeldPlan extends PlanFacts {
  id: string;
  memberId: string;
  memberTeamId: string | null;
  personId: string;
  /** The first day of its week. */
  week: Day;
  /** When it was made. */
  day: Day;
  at: Date;
  letGoOn: Day | null;
  whyNot: WhyNotAsked | null;
  askId: string | null;
}

/** With the names a reader needs. */
export interface PlanRow extends HeldPlan {
  memberName: string;
  personName: string;
  personTitle: string | null;
  /** Where they work now. */
  accountId: string | null;
  accountName: string | null;
  idealClientName: string | null;
  reason: string | null;
  targetName: string | null;
  movedOn: Day | null;
  askedOn: Day | null;
  askOutcome: Outcome | null;
  takenBack: boolean;
}

export interface PlanFilter {
  memberId?: string | undefined;
  personIds?: readonly string[] | undefined;
  week?: Day | undefined;
  state?: PlanState | "unasked" | undefined;
}

/** A plan as somebody means to ask, shown to others: it reserves nothing. */
export interface PlannedAsk {
  planId: string;
  personId: string;
  memberId: string;
  memberName: string;
  week: Day;
}

/** Taken back ones too. */
export async function findPlan(tx: Tx, id: string, firstDay: Weekday): Promise<PlanRow | null> {
  const { rows } =
    await sql<Stored>`${named(sql`ask_plan p`)} where p.workspace_id = ${tx.workspaceId} and p.id = ${id}`.execute(
      tx.tables(),
    );
  return rows[0] ? planFrom(rows[0], firstDay) : null;
}

/** A rep's plans for that person that neither were let go nor taken back, the earliest week first; carried out or not. */
export async function plansFor(
  tx: Tx,
  of: { memberId: string; personIds: readonly string[] },
  firstDay: Weekday,
): Promise<PlanRow[]> {
  const { rows } = await sql<Stored>`
    ${named(sql`ask_plan p`)}
     where p.workspace_id = ${tx.workspaceId} and p.member_id = ${of.memberId} and p.person_id = any(${of.personIds}::uuid[])
       and p.taken_back_at is null and p.let_go_on is null
     order by p.mid_week, p.id`.execute(tx.tables());
  return rows.map((row) => planFrom(row, firstDay));
}

/** What this viewer may see of them (seesPlan in plan.ts, turned round), the latest week first. */
export async function listPlans(
  tx: Tx,
  viewer: Actor,
  filter: PlanFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<PlanRow>> {
  const where = [sql`p.workspace_id = ${tx.workspaceId}`, sql`p.taken_back_at is null`];
  where.push(seen(viewer), ...conditionsOf(viewer, filter));
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(sql`(p.mid_week, p.id) < (${day}::date, ${id}::uuid)`);
  }
  const page = sql`
    (select p.id from ask_plan p
       join member pm on pm.workspace_id = p.workspace_id and pm.id = p.member_id
       left join ask pa on pa.workspace_id = p.workspace_id and pa.plan_id = p.id and pa.taken_back_at is null
      where ${sql.join(where, sql` and `)} order by p.mid_week desc, p.id desc limit ${limit + 1}) as page
      join ask_plan p on p.workspace_id = ${tx.workspaceId} and p.id = page.id`;
  const { rows } = await sql<Stored>`${named(page)} order by p.mid_week desc, p.id desc`.execute(tx.tables());
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => planFrom(row, viewer.workspace.calendar.firstDay)),
    nextCursor: rows.length > limit && last ? encodeCursor([last.midWeek, last.id]) : null,
  };
}

/** Who plans to ask any of these persons in the week of `today`. */
export async function plannedInWeek(
  tx: Tx,
  personIds: readonly string[],
  { today, firstDay }: { today: Day; firstDay: Weekday },
): Promise<PlannedAsk[]> {
  const week = weekOf(today, firstDay);
  const { rows } = await sql<Omit<PlannedAsk, "week">>`
    select p.id as "planId", pt.kept_id as "personId", p.member_id as "memberId", m.name as "memberName"
      from ask_plan p
      join person pt on pt.workspace_id = p.workspace_id and pt.id = p.person_id
      join member m on m.workspace_id = p.workspace_id and m.id = p.member_id
     where p.workspace_id = ${tx.workspaceId} and p.person_id = any(${personIds}::uuid[]) and p.taken_back_at is null
       and p.let_go_on is null and p.mid_week between ${week} and ${addDays(week, 6)}
       and not exists (
         select from ask a where a.workspace_id = p.workspace_id and a.plan_id = p.id and a.taken_back_at is null)
     order by p.id`.execute(tx.tables());
  return rows.map((row) => ({ ...row, week }));
}

export async function insertPlan(
  tx: Tx,
  plan: PlanFacts & { id: string; memberId: string; personId: string; week: Day },
  by: Actor,
): Promise<void> {
  await tx
    .tables<WaitingTables>()
    .insertInto("ask_plan")
    .values({
      workspace_id: tx.workspaceId,
      id: plan.id,
      member_id: plan.memberId,
      person_id: plan.personId,
      mid_week: fourthDay(plan.week),
      ...written(plan),
      moved_on: null,
      moved_by: null,
      let_go_on: null,
      let_go_by: null,
      why_not: null,
      day: by.today,
      by_id: by.member.id,
      at: by.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

type PlanChange =
  | { facts: PlanFacts }
  | { week: Day }
  | { whyNot: WhyNotAsked | null }
  | { takenBackAt: Date };

export async function updatePlan(tx: Tx, id: string, to: PlanChange, by: Actor): Promise<void> {
  await tx
    .tables<WaitingTables>()
    .updateTable("ask_plan")
    .set(columnsOf(to, by))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

function columnsOf(to: PlanChange, by: Actor) {
  if ("facts" in to) return written(to.facts);
  if ("week" in to) return { mid_week: fourthDay(to.week), moved_on: by.today, moved_by: by.member.id };
  if ("takenBackAt" in to) return { taken_back_at: to.takenBackAt, taken_back_by: by.member.id };
  const gone = to.whyNot !== null;
  return {
    why_not: to.whyNot,
    let_go_on: gone ? by.today : null,
    let_go_by: gone ? by.member.id : null,
  };
}

function conditionsOf(
  { today, workspace }: Actor,
  { memberId, personIds, week, state }: PlanFilter,
): RawBuilder<unknown>[] {
  const { firstDay } = workspace.calendar;
  const where: RawBuilder<unknown>[] = [];
  if (memberId) where.push(sql`p.member_id = ${memberId}`);
  if (personIds) where.push(sql`p.person_id = any(${personIds}::uuid[])`);
  if (week) {
    const first = weekOf(week, firstDay);
    where.push(sql`p.mid_week between ${first} and ${addDays(first, 6)}`);
  }
  const oldest = oldestStandingWeek(today, firstDay);
  const open = sql`pa.id is null and p.let_go_on is null`;
  if (state === "asked") where.push(sql`pa.id is not null`);
  if (state === "let-go") where.push(sql`pa.id is null and p.let_go_on is not null`);
  if (state === "expired") where.push(sql`${open} and p.mid_week < ${oldest}`);
  if (state === "planned" || state === "unasked") where.push(sql`${open} and p.mid_week >= ${oldest}`);
  if (state === "unasked") where.push(sql`p.mid_week < ${weekOf(today, firstDay)}`);
  return where;
}

function seen({ member, leads, today, workspace }: Actor): RawBuilder<unknown> {
  const thisWeek = weekOf(today, workspace.calendar.firstDay);
  const leadsThem =
    member.role === "leader"
      ? sql`true`
      : member.role === "manager"
        ? sql`pm.team_id = any(${leads}::uuid[])`
        : sql`false`;
  return sql`(
    p.member_id = ${member.id} or pa.id is not null
    or p.mid_week >= ${thisWeek} and p.let_go_on is null
    or p.mid_week < ${thisWeek} and ${leadsThem})`;
}

type Stored = Omit<PlanRow, "week"> & { midWeek: Day };

function planFrom({ midWeek, ...row }: Stored, firstDay: Weekday): PlanRow {
  return { ...row, week: weekOf(midWeek, firstDay) };
}

function named(plans: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select p.id, p.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId", s.id as "personId",
           s.full_name as "personName", s.title as "personTitle", ac.id as "accountId", ac.name as "accountName",
           p.mid_week as "midWeek", p.moment, p.why_now as "whyNow", p.wanted, p.expects, p.topics, p.talk,
           p.ideal_client_id as "idealClientId", ic.name as "idealClientName", p.reason_id as "reasonId", br.sentence as reason,
           p.target_id as "targetId", coalesce(tp.full_name, ta.name) as "targetName", p.day, p.at, p.moved_on as "movedOn",
           p.let_go_on as "letGoOn", p.why_not as "whyNot", a.id as "askId", a.day as "askedOn", a.outcome as "askOutcome",
           p.taken_back_at is not null as "takenBack"
      from ${plans}
      join member m on m.workspace_id = p.workspace_id and m.id = p.member_id
      join person pt on pt.workspace_id = p.workspace_id and pt.id = p.person_id
      join person s on s.workspace_id = p.workspace_id and s.id = pt.kept_id
      left join ask a on a.workspace_id = p.workspace_id and a.plan_id = p.id and a.taken_back_at is null
      left join account at on at.workspace_id = p.workspace_id and at.id = s.account_id
      left join account ac on ac.workspace_id = p.workspace_id and ac.id = at.kept_id
      left join ideal_client ic on ic.workspace_id = p.workspace_id and ic.id = p.ideal_client_id
      left join business_reason br on br.workspace_id = p.workspace_id and br.id = p.reason_id
      left join target f on f.workspace_id = p.workspace_id and f.id = p.target_id
      left join person tp on tp.workspace_id = p.workspace_id and tp.id = f.person_id
      left join account ta on ta.workspace_id = p.workspace_id and ta.id = f.account_id`;
}

function written(plan: PlanFacts) {
  return {
    moment: plan.moment,
    why_now: plan.whyNow,
    wanted: plan.wanted,
    expects: plan.expects,
    topics: plan.topics,
    talk: plan.talk,
    ideal_client_id: plan.idealClientId,
    reason_id: plan.reasonId,
    target_id: plan.targetId,
  };
}
