import { sql } from "kysely";
import type pg from "pg";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import { recount } from "#lib/storage/tally.ts";
import { openWorkspace } from "#team/workspace-actions.ts";
import { idOf, MAKE_ID } from "./ids-in-sql.ts";
import type { Scratch } from "./scratch.ts";

/** How large a company is made. */
export interface CompanySize {
  reps: number;
  teams: number;
  weeks: number;
}

export const FULL_COMPANY: CompanySize = { reps: 10_000, teams: 1_000, weeks: 261 };

const FACTS_A_WEEK = 8;
const FILLED_IN = 20;
const SETTINGS = {
  name: "Ten thousand reps",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
  defaultCountry: "DE",
} as const;

/**
 * Fills a workspace straight into its tables: each rep has eight facts a week for five years, one ask in seven is followed by
 * another in the same week, one fact in fifty is taken back, every tenth rep changed team on the way, some teams and reps have goals of
 * their own. Then makes the tally as the product does.
 */
export async function fillCompany(scratch: Scratch, size: CompanySize, now: Date): Promise<void> {
  const owner = { name: "Lena Fuchs", email: "lena@bench.example", userId: null };
  const { workspaceId } = await openWorkspace(scratch.database, { settings: SETTINGS, owner }, now);
  const first = addDays(weekOf(now.toISOString().slice(0, 10), 1), -7 * (size.weeks - 1));
  await scratch.asOwner(async (client) => {
    await client.query(MAKE_ID);
    await seat(client, workspaceId, size, first);
    await dropIndexes(client);
    await client.query("alter table journal_concern set unlogged; alter table journal set unlogged");
    const stretch = Math.ceil(size.weeks / FILLED_IN);
    for (let from = 0; from < size.weeks; from += stretch) {
      const until = Math.min(from + stretch, size.weeks);
      await client.query(facts(workspaceId, size, first, from, until));
      console.log(`filled     ${until} of ${size.weeks} weeks`);
    }
    await client.query(BEST_INDEXES);
    await client.query("vacuum (analyze) journal");
    console.log("filled     indexes made");
  });
  await scratch.database.alone(workspaceId, async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx.tables());
    await sql`set local work_mem = '256MB'`.execute(tx.tables());
    await recount(tx, SETTINGS.calendar.firstDay, (done, total) =>
      console.log(`tallied    ${done} of ${total} weeks`),
    );
  });
}

const REP = "01900001";
const TEAM = "01900002";
const MANAGER = "01900003";
const LINE = "01900004";
const COUNTER_ENTRY = "01900005";
const SUBJECT = "01900006";
const AGAIN = "01900007";
const PERSON = "01900008";

/** Every tenth changed team on the way, the first among them. */
export function repId(number: number): string {
  return idOf(REP, number);
}

export function teamId(number: number): string {
  return idOf(TEAM, number);
}

async function seat(client: pg.Client, workspaceId: string, size: CompanySize, first: Day): Promise<void> {
  const { reps, teams } = size;
  const moved = addDays(first, 7 * movedIn(size));
  const w = `'${workspaceId}'::uuid`;
  const joined = `'${first}'::timestamptz`;
  await client.query(`
    begin;
    insert into team (workspace_id, id, name, manager_id, created_at)
    select ${w}, pg_temp.id('${TEAM}', t), 'Team ' || t, pg_temp.id('${MANAGER}', t), ${joined}
      from generate_series(0, ${teams - 1}) as t;
    insert into member (workspace_id, id, name, email, role, team_id, joined_at)
    select ${w}, pg_temp.id('${MANAGER}', t), 'Manager ' || t, 'manager' || t || '@bench.example', 'manager',
           pg_temp.id('${TEAM}', t), ${joined}
      from generate_series(0, ${teams - 1}) as t
    union all
    select ${w}, pg_temp.id('${REP}', m), 'Rep ' || m, 'rep' || m || '@bench.example', 'rep',
           pg_temp.id('${TEAM}', (m + case when m % 10 = 0 then 1 else 0 end) % ${teams}), ${joined}
      from generate_series(0, ${reps - 1}) as m;
    insert into team_stay (workspace_id, member_id, from_day, until_day, team_id)
    select ${w}, id, date '${first}', null, team_id from member where workspace_id = ${w} and role = 'manager'
    union all
    select ${w}, pg_temp.id('${REP}', m), date '${first}', case when m % 10 = 0 then date '${moved}' end,
           pg_temp.id('${TEAM}', m % ${teams})
      from generate_series(0, ${reps - 1}) as m
    union all
    select ${w}, pg_temp.id('${REP}', m), date '${moved}', null, pg_temp.id('${TEAM}', (m + 1) % ${teams})
      from generate_series(0, ${reps - 1}, 10) as m;
    insert into goal (workspace_id, scope_id, measure, every, from_day, amount, set_at)
    select ${w}, ${w}, 'referrals-received', 'month', date '${first}', 6, ${joined}
    union all
    select ${w}, pg_temp.id('${TEAM}', t), 'people-asked', 'week', date '${first}', 4, ${joined}
      from generate_series(0, ${teams - 1}, 10) as t
    union all
    select ${w}, pg_temp.id('${REP}', m), 'people-asked', 'week', date '${moved}', 5, ${joined}
      from generate_series(0, ${reps - 1}, 50) as m;
    commit`);
}

/** The ones of the schema serve the product's own questions; the bare side gets better ones for its own. */
async function dropIndexes(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select indexrelid::regclass::text as name from pg_index where indrelid = 'journal'::regclass and not indisprimary",
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
}

/** Facts of weeks `from` up to, not including, `until`: what happened, who was asked again that week, what was taken back. */
function facts(workspaceId: string, size: CompanySize, first: Day, from: number, until: number): string {
  return `
    insert into journal (workspace_id, id, act_id, at, by_id, verb, subject_kind, subject_id, day, measure, member_id, team_id,
                         count, minor, currency, once_key, undoes, concerns)
    select '${workspaceId}'::uuid, pg_temp.id(what, n), pg_temp.id(what, n), day + later + time '10:00' at time zone 'UTC',
           member_id, coalesce(line.verb, fact.verb), kind, subject_id, day + later, measure, member_id, team_id, sign, sign * minor,
           currency, once_key, case when what = '${COUNTER_ENTRY}' then pg_temp.id('${LINE}', n) end, array[subject_id, member_id]
      from (${numbered(size, first, from, until)}) as fact
      join (values ('${LINE}', 1, 0, null), ('${AGAIN}', 1, 1, 'ask.continued'), ('${COUNTER_ENTRY}', -1, 0, 'fact.taken-back'))
             as line (what, sign, later, verb)
        on what = '${LINE}' or what = '${AGAIN}' and measure = 'people-asked' and n % 7 = 3
           or what = '${COUNTER_ENTRY}' and n % 50 = 7`;
}

function numbered(size: CompanySize, first: Day, from: number, until: number): string {
  const movedWeek = movedIn(size);
  return `
    select n, member_id, kind, measure, verb, subject_id, day, team_id,
           case when measure = 'deals-closed' then (1 + n % 90) * 100000 else 0 end as minor,
           case when measure = 'deals-closed' then case when m % 10 = 3 then 'USD' else 'EUR' end end as currency,
           case when measure = 'people-asked' then pg_temp.id('${PERSON}', m * 1000::bigint + n % 500) end as once_key
      from (
        select (w::bigint * ${size.reps} + m) * ${FACTS_A_WEEK} + k as n, m,
               date '${first}' + w * 7 + (m + k) % 5 as day,
               k * 2 + (m + w) % 2 as slot,
               pg_temp.id('${REP}', m) as member_id,
               pg_temp.id('${TEAM}', (m + case when m % 10 = 0 and w >= ${movedWeek} then 1 else 0 end) % ${size.teams}) as team_id
          from generate_series(${from}, ${until - 1}) as w, generate_series(0, ${size.reps - 1}) as m,
               generate_series(0, ${FACTS_A_WEEK - 1}) as k
      ) as each
      cross join lateral (select pg_temp.id('${SUBJECT}', n) as subject_id) as subject
      cross join lateral (
        select case when slot < 7 then 'ask' when slot < 11 then 'referral' when slot < 15 then 'meeting' else 'deal' end as kind,
               case when slot < 7 then 'people-asked' when slot < 11 then 'referrals-received'
                    when slot < 13 then 'meetings-scheduled' when slot < 15 then 'meetings-held' else 'deals-closed' end as measure,
               case when slot < 7 then 'ask.made' when slot < 11 then 'referral.received'
                    when slot < 13 then 'meeting.scheduled' when slot < 15 then 'meeting.held' else 'deal.won' end as verb
      ) as kinds`;
}

/** The week from which every tenth rep is in another team. */
function movedIn({ weeks }: CompanySize): number {
  return Math.floor((weeks * 3) / 5);
}

// For each question what it reads, in the order that suits it best, so that no row of the journal itself is fetched. All columns
// are keys, not merely included: PostgreSQL then keeps equal ones once, and there is less to read.
const BEST_INDEXES = `
  create index raw_of_rep on journal (workspace_id, member_id, day, measure, currency, count, minor, once_key) where measure is not null;
  create index raw_by_day on journal (workspace_id, day, team_id, measure, currency, count, minor) where measure is not null;
  create index raw_of_company on journal (workspace_id, measure, day, currency, count, minor) where measure is not null;
  create index raw_others_by_day on journal (workspace_id, day, team_id, measure, currency, count, minor)
    where measure is not null and measure <> 'people-asked';
  create index raw_asked_by_day on journal (workspace_id, day, team_id, member_id, once_key, count) where measure = 'people-asked';
  create index raw_asked_of_rep on journal (workspace_id, member_id, once_key, day, count) where measure = 'people-asked'`;
