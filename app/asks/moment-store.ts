import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Author } from "#lib/storage/journal.ts";
import type { Moment } from "./ask.ts";
import { DEAL_ENDED, MOMENT_DAYS, type MomentState } from "./moment.ts";
import type { WaitingTables } from "./waiting-tables.ts";
import type { WhyLetGo } from "./why-not.ts";

/** What a seed at the account said, for the moment at which it comes back. */
export interface SeedThen {
  id: string;
  personId: string;
  personName: string;
  day: Day;
  words: string | null;
}

/** With the names a reader needs; persons and accounts are those that stand for merged ones. */
export interface MomentRow {
  id: string;
  moment: Moment;
  accountId: string;
  accountName: string;
  personId: string | null;
  personName: string | null;
  personTitle: string | null;
  /** Who holds the account; or else whose the deal was. */
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  becauseId: string | null;
  words: string | null;
  day: Day;
  dueOn: Day;
  askId: string | null;
  seedId: string | null;
  usedOn: Day | null;
  /** Who made the ask or planted the seed that used it. */
  usedBy: string | null;
  letGoOn: Day | null;
  whyNot: WhyLetGo | null;
  takenBack: boolean;
  /** What was planted there and waits still, the latest first. */
  seeds: SeedThen[];
}

export interface MomentFilter {
  memberId?: string | undefined;
  accountIds?: readonly string[] | undefined;
  moment?: Moment | undefined;
  state?: MomentState | undefined;
  today: Day;
}

/** What the lines about a moment need. */
export interface MomentKey {
  id: string;
  moment: Moment;
  accountId: string;
  personId: string | null;
  memberId: string;
  day: Day;
  dueOn: Day;
}

export type NewMoment = MomentKey & { becauseId: string | null; words: string | null };

/** Taken back ones too. */
export async function findMoment(tx: Tx, id: string): Promise<MomentRow | null> {
  const { rows } = await sql<MomentRow>`
    ${named(sql`moment_due d`)} where d.workspace_id = ${tx.workspaceId} and d.id = ${id}`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Locked until the commit, so that it is not used while it is let go. */
export async function holdMoment(tx: Tx, id: string): Promise<void> {
  await sql`select from moment_due where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
}

/** The one due last first; those that wait, the one due first. */
export async function listMoments(
  tx: Tx,
  filter: MomentFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<MomentRow>> {
  const waiting = filter.state === "due" || filter.state === "coming";
  const where = conditionsOf(tx, filter);
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(
      waiting
        ? sql`(d.due_on, d.id) > (${day}::date, ${id}::uuid)`
        : sql`(d.due_on, d.id) < (${day}::date, ${id}::uuid)`,
    );
  }
  const order = waiting ? sql`d.due_on, d.id` : sql`d.due_on desc, d.id desc`;
  const page = sql`
    (select d.id from moment_due d
       join account dt on dt.workspace_id = d.workspace_id and dt.id = d.account_id
       join account da on da.workspace_id = d.workspace_id and da.id = dt.kept_id
      where ${sql.join(where, sql` and `)} order by ${order} limit ${limit + 1}) as page
      join moment_due d on d.workspace_id = ${tx.workspaceId} and d.id = page.id`;
  const { rows } = await sql<MomentRow>`${named(page)} order by ${order}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.dueOn, last.id]) : null };
}

/** Any number of them, in one statement. */
export async function insertMoments(tx: Tx, moments: readonly NewMoment[], by: Author): Promise<void> {
  if (moments.length === 0) return;
  await sql`
    insert into moment_due (workspace_id, id, moment, account_id, person_id, member_id, because_id, words, day, due_on, by_id, at)
    select ${tx.workspaceId}::uuid, id, moment, "accountId", "personId", "memberId", "becauseId", words, day, "dueOn",
           ${by.member?.id ?? null}::uuid, ${by.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(moments)}::jsonb) as came (
           id uuid, moment text, "accountId" uuid, "personId" uuid, "memberId" uuid, "becauseId" uuid, words text, day date,
           "dueOn" date)`.execute(tx.tables());
}

/** Null takes the letting go back. */
export async function updateLetGo(tx: Tx, id: string, why: WhyLetGo | null, by: Actor): Promise<void> {
  await tx
    .tables<WaitingTables>()
    .updateTable("moment_due")
    .set({
      why_not: why,
      let_go_on: why === null ? null : by.today,
      let_go_by: why === null ? null : by.member.id,
    })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Standing moments that these deals brought, locked, in the order in which they came. */
export async function momentsOfDeals(
  tx: Tx,
  dealIds: readonly string[],
): Promise<(MomentKey & { usedOn: Day | null; letGoOn: Day | null; whyNot: WhyLetGo | null })[]> {
  const { rows } = await sql<
    MomentKey & { usedOn: Day | null; letGoOn: Day | null; whyNot: WhyLetGo | null }
  >`
    select ${KEY}, d.used_on as "usedOn", d.let_go_on as "letGoOn", d.why_not as "whyNot"
      from moment_due d
     where d.workspace_id = ${tx.workspaceId} and d.because_id = any(${dealIds}::uuid[]) and d.taken_back_at is null
     order by d.id for update`.execute(tx.tables());
  return rows;
}

export async function takeBackMomentRows(tx: Tx, ids: readonly string[], by: Actor): Promise<void> {
  await sql`
    update moment_due set taken_back_at = ${by.now}, taken_back_by = ${by.member.id}
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(tx.tables());
}

/** With "deal-ended" as the why, or standing again. */
export async function endWithDeal(tx: Tx, ids: readonly string[], by: Actor, ended: boolean): Promise<void> {
  await sql`
    update moment_due
       set why_not = ${ended ? DEAL_ENDED : null}, let_go_on = ${ended ? by.today : null}::date,
           let_go_by = ${ended ? by.member.id : null}::uuid
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(tx.tables());
}

/** Marks as used what this conversation uses: see usesMoment in moment.ts. */
export async function spend(
  tx: Tx,
  said: { accountId: string; moment: Moment; day: Day; by: { askId: string } | { seedId: string } },
): Promise<MomentKey[]> {
  const askId = "askId" in said.by ? said.by.askId : null;
  const seedId = "seedId" in said.by ? said.by.seedId : null;
  const { rows } = await sql<MomentKey>`
    update moment_due d set ask_id = ${askId}, seed_id = ${seedId}, used_on = ${said.day}
      from account at, account other
     where at.workspace_id = ${tx.workspaceId} and at.id = ${said.accountId}
       and other.workspace_id = at.workspace_id and other.kept_id = at.kept_id
       and d.workspace_id = at.workspace_id and d.account_id = other.id and d.moment = ${said.moment}
       and d.day <= ${said.day} and d.due_on + ${MOMENT_DAYS}::int >= ${said.day}::date
       and d.used_on is null and d.let_go_on is null and d.taken_back_at is null
    returning ${KEY}`.execute(tx.tables());
  return rows;
}

/**
 * Of these the ones that an ask or a seed used before they were known of: each by its first. Each is looked up by its keys, and
 * what was said before any is changed: of what an import has just written nothing is known yet, and it is joined in any way, all
 * moments times these times all accounts too.
 */
export async function spentBefore(
  tx: Tx,
  ids: readonly string[],
): Promise<(MomentKey & { usedOn: Day; usedById: string })[]> {
  const { rows } = await sql<MomentKey & { usedOn: Day; usedById: string }>`
    with said as materialized (
      select distinct on (came.id) came.id, told.ask_id, told.seed_id, told.day, told.member_id
        from unnest(${ids}::uuid[]) as wanted (id)
       cross join lateral (
         select id, moment, account_id, day, due_on from moment_due
          where workspace_id = ${tx.workspaceId} and id = wanted.id limit 1) as came
       cross join lateral (
         select kept_id from account where workspace_id = ${tx.workspaceId} and id = came.account_id limit 1) as at
       cross join lateral (
         select at.kept_id as id union all
         select id from account where workspace_id = ${tx.workspaceId} and merged_into = at.kept_id) as other
       cross join lateral (
         select a.id as ask_id, null::uuid as seed_id, c.day, a.member_id
           from ask a
           join ask_conversation c on c.workspace_id = a.workspace_id and c.ask_id = a.id and c.taken_back_at is null
          where a.workspace_id = ${tx.workspaceId} and a.account_id = other.id and a.taken_back_at is null
            and c.moment = came.moment
         union all
         select null, s.id, s.day, s.member_id
           from seed s
          where s.workspace_id = ${tx.workspaceId} and s.account_id = other.id and s.taken_back_at is null
            and s.moment = came.moment
       ) as told
       where told.day between came.day and came.due_on + ${MOMENT_DAYS}::int
       order by came.id, told.day
    )
    update moment_due d set ask_id = said.ask_id, seed_id = said.seed_id, used_on = said.day
      from said
     where d.workspace_id = ${tx.workspaceId} and d.id = said.id and d.used_on is null and d.let_go_on is null
       and d.taken_back_at is null
    returning ${KEY}, d.used_on as "usedOn", said.member_id as "usedById"`.execute(tx.tables());
  return rows;
}

/** What an ask or a seed had used and uses no more: all but those at a moment and on a day that it still has. */
export async function unspend(
  tx: Tx,
  by: { askId: string } | { seedId: string },
  left: readonly { moment: Moment | null; day: Day }[],
): Promise<MomentKey[]> {
  const of = "askId" in by ? sql`d.ask_id = ${by.askId}` : sql`d.seed_id = ${by.seedId}`;
  const still = JSON.stringify(left.map(({ moment, day }) => ({ moment, day })));
  const { rows } = await sql<MomentKey>`
    update moment_due d set ask_id = null, seed_id = null, used_on = null
     where d.workspace_id = ${tx.workspaceId} and ${of} and d.taken_back_at is null
       and not exists (
         select from jsonb_to_recordset(${still}::jsonb) as said (moment text, day date)
          where said.moment = d.moment and said.day between d.day and d.due_on + ${MOMENT_DAYS}::int)
    returning ${KEY}`.execute(tx.tables());
  return rows;
}

const KEY = sql`
  d.id, d.moment, d.account_id as "accountId", d.person_id as "personId", d.member_id as "memberId", d.day, d.due_on as "dueOn"`;

function conditionsOf(
  tx: Tx,
  { memberId, accountIds, moment, state, today }: MomentFilter,
): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [
    sql`d.workspace_id = ${tx.workspaceId}`,
    sql`d.taken_back_at is null`,
  ];
  if (memberId) where.push(sql`coalesce(da.holder_id, d.member_id) = ${memberId}`);
  if (accountIds) where.push(sql`d.account_id = any(${accountIds}::uuid[])`);
  if (moment) where.push(sql`d.moment = ${moment}`);
  if (state) where.push(stateIs(state, today));
  return where;
}

/** The rule of momentState in moment.ts, as PostgreSQL asks it. */
function stateIs(state: MomentState, today: Day): RawBuilder<unknown> {
  const open = sql`d.used_on is null and d.let_go_on is null`;
  const oldest = addDays(today, -MOMENT_DAYS);
  const states: Record<MomentState, RawBuilder<unknown>> = {
    used: sql`d.used_on is not null`,
    "let-go": sql`d.used_on is null and d.let_go_on is not null`,
    expired: sql`${open} and d.due_on < ${oldest}`,
    due: sql`${open} and d.due_on between ${oldest} and ${today}`,
    coming: sql`${open} and d.due_on > ${today}`,
  };
  return states[state];
}

function named(moments: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select d.id, d.moment, ac.id as "accountId", ac.name as "accountName", p.id as "personId", p.full_name as "personName",
           p.title as "personTitle", m.id as "memberId", m.name as "memberName", m.team_id as "memberTeamId",
           d.because_id as "becauseId", d.words, d.day, d.due_on as "dueOn", d.ask_id as "askId", d.seed_id as "seedId",
           d.used_on as "usedOn", coalesce(ma.name, ms.name) as "usedBy", d.let_go_on as "letGoOn", d.why_not as "whyNot",
           d.taken_back_at is not null as "takenBack", coalesce(planted.seeds, '[]') as seeds
      from ${moments}
      join account at on at.workspace_id = d.workspace_id and at.id = d.account_id
      join account ac on ac.workspace_id = d.workspace_id and ac.id = at.kept_id
      join member m on m.workspace_id = d.workspace_id and m.id = coalesce(ac.holder_id, d.member_id)
      left join person pt on pt.workspace_id = d.workspace_id and pt.id = d.person_id
      left join person p on p.workspace_id = d.workspace_id and p.id = pt.kept_id
      left join ask a on a.workspace_id = d.workspace_id and a.id = d.ask_id
      left join member ma on ma.workspace_id = d.workspace_id and ma.id = a.member_id
      left join seed f on f.workspace_id = d.workspace_id and f.id = d.seed_id
      left join member ms on ms.workspace_id = d.workspace_id and ms.id = f.member_id
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', s.id, 'personId', sp.kept_id, 'personName', sk.full_name, 'day', s.day, 'words', s.words)
                         order by s.day desc, s.id desc) as seeds
          from account other
          join seed s on s.workspace_id = other.workspace_id and s.account_id = other.id
          join person sp on sp.workspace_id = s.workspace_id and sp.id = s.person_id
          join person sk on sk.workspace_id = s.workspace_id and sk.id = sp.kept_id
         where other.workspace_id = d.workspace_id and other.kept_id = ac.id
           and s.ask_id is null and s.taken_back_at is null and d.moment not in ('discovery', 'proposal')
           and (s.moment = 'discovery' or d.moment = 'account-review')
      ) as planted on true`;
}
