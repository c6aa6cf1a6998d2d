import { recount } from "#lib/storage/tally.ts";
import type { Day } from "#lib/kernel/days.ts";
import { fillWorkspace } from "./people-workspace.ts";
import { MAKE_ID } from "./ids-in-sql.ts";
import type { Scratch } from "./scratch.ts";

export interface LeadingSize {
  reps: number;
  teams: number;
  people: number;
  asks: number;
}

const WEEKS = 13;
const FIRST_DAY = 1;
const ID = {
  manager: "01920001",
  plan: "01920002",
  notAsked: "01920003",
  week: "01920004",
  promise: "01920005",
  checkIn: "01920006",
  session: "01920007",
  score: "01920008",
  line: "01920009",
  oneOnOne: "0192000a",
  praise: "0192000b",
} as const;

/**
 * A company of reps who ask a few people a week for three years, led for a quarter: planned, promised, practised, coached, praised.
 */
export async function fillLedCompany(scratch: Scratch, size: LeadingSize, now: Date): Promise<void> {
  const { reps, teams, people, asks } = size;
  const facts = { asks, spontaneous: Math.ceil(asks / 10), meetings: Math.ceil(asks / 2), lines: 5 * asks };
  await fillWorkspace(
    scratch,
    { people, accounts: Math.ceil(people / 5), members: reps, teams, deals: Math.ceil(asks / 4), ...facts },
    now,
  );
  const today = now.toISOString().slice(0, 10);
  const workspaceId = await scratch.asOwner(async (client) => {
    const { rows } = await client.query<{ w: string }>("select workspace_id as w from workspace");
    const w = rows[0]!.w;
    await client.query(MAKE_ID);
    await client.query(players(w, today, teams));
    for (const [what, text] of STATEMENTS) {
      await client.query(text);
      console.log(`filled     ${what}`);
    }
    return w;
  });
  await scratch.database.alone(workspaceId, (tx) => recount(tx, FIRST_DAY));
  await scratch.asOwner((client) => client.query("analyze"));
}

function players(w: string, today: Day, teams: number): string {
  return `
    create temp table here as
      select '${w}'::uuid as w, date '${today}' as today, date_trunc('week', date '${today}')::date as monday;
    insert into member (workspace_id, id, name, email, role, team_id, joined_at)
    select w, pg_temp.id('${ID.manager}', t), 'Manager ' || t, 'manager' || t || '@bench.example', 'manager', null, today - 1500
      from here, generate_series(0, ${teams - 1}) as t;
    update team set manager_id = pg_temp.id('${ID.manager}', seat.t), name = team.name
      from (select id, (row_number() over (order by id) - 1) as t from team) as seat where team.id = seat.id;
    create temp table rep as
      select (row_number() over (order by m.id) - 1)::int as n, m.id, m.team_id, t.manager_id
        from member m join team t on t.id = m.team_id where m.role = 'rep';
    create temp table week as select v, monday - 7 * v as monday from here, generate_series(0, ${WEEKS - 1}) as v;
    create temp table rep_week as
      select (row_number() over (order by v, n) - 1)::int as k, rep.*, v, monday from rep, week;
    create temp table known as
      select (row_number() over (order by id) - 1)::int as n, id from person where account_id is not null and merged_into is null;
    create unique index on known (n);
    analyze rep; analyze rep_week; analyze known`;
}

const KNOWN = "(select count(*)::int from known)";

const STATEMENTS: readonly [string, string][] = [
  [
    "plans that were carried out",
    `create temp table planned as
       select (row_number() over (order by a.id) - 1)::int as p, a.id as ask_id, a.member_id, a.source_id,
              date_trunc('week', a.day)::date as monday, a.created_at
         from here, ask a where a.day >= monday - 7 * ${WEEKS - 1} and a.day <= today;
     insert into ask_plan (workspace_id, id, member_id, person_id, mid_week, moment, why_now, expects, day, by_id, at)
     select w, pg_temp.id('${ID.plan}', p), member_id, source_id, planned.monday + 3, 'anytime', 'Line two runs since March.', 1,
            planned.monday, member_id, planned.monday + time '07:00' at time zone 'UTC'
       from here, planned;
     update ask set plan_id = pg_temp.id('${ID.plan}', p) from planned where ask.id = ask_id`,
  ],
  [
    "plans that were not",
    `insert into ask_plan (workspace_id, id, member_id, person_id, mid_week, moment, day, by_id, at, let_go_on, let_go_by, why_not)
     select w, pg_temp.id('${ID.notAsked}', k), rep_week.id, known.id, rep_week.monday + 3, 'anytime', rep_week.monday, rep_week.id,
            rep_week.monday + time '07:00' at time zone 'UTC', least(rep_week.monday + 4, today), rep_week.id,
            (array['no-time', 'lost-nerve', 'not-the-moment'])[1 + k % 3]
       from here, rep_week join known on known.n = (k * 7919::bigint) % ${KNOWN}`,
  ],
  [
    "weeks that were promised and told",
    `insert into week_plan (workspace_id, id, member_id, mid_week, topics, day, by_id, at)
     select w, pg_temp.id('${ID.week}', k), id, rep_week.monday + 3, 'The week they save at the end of each month.', rep_week.monday, id,
            rep_week.monday + time '07:00' at time zone 'UTC'
       from here, rep_week;
     insert into week_promise (workspace_id, id, plan_id, place, kind, person_id, measure, count, words, day, by_id, at)
     select w, pg_temp.id('${ID.promise}', k * 4 + l), pg_temp.id('${ID.week}', k), l, (array['ask', 'count', 'practice', 'own'])[l + 1],
            case when l = 0 then known.id end, case when l = 1 then 'people-asked' end, case when l = 1 then 3 when l = 2 then 2 end,
            case when l = 3 then 'Two cards by hand' end, rep_week.monday, rep_week.id, rep_week.monday + time '07:00' at time zone 'UTC'
       from here, rep_week cross join generate_series(0, 3) as l join known on known.n = (k * 104729::bigint + 3) % ${KNOWN};
     insert into check_in (workspace_id, id, plan_id, learned, day, by_id, at)
     select w, pg_temp.id('${ID.checkIn}', k), pg_temp.id('${ID.week}', k), 'Ask before lunch.', rep_week.monday + 4, id,
            rep_week.monday + 4 + time '15:00' at time zone 'UTC'
       from here, rep_week where v > 0 and k % 5 > 0`,
  ],
  [
    "rehearsals with their scores",
    `create temp table held as
       select (row_number() over (order by k, s) - 1)::int as h, rep_week.*, least(rep_week.monday + 2 * s, today) as day, k + s as turn
         from here, rep_week cross join generate_series(0, 1) as s;
     create temp table skill as
       select * from (values (0, 'ask', 'ask-delivered-user'), (1, 'take-a-no', 'no-not-now'), (2, 'report', 'thank-same-day')) as s (c, skill, scenario);
     insert into practice_session (workspace_id, id, member_id, scenario, scenario_name, skill, points, language, way, day, seconds, at)
     select w, pg_temp.id('${ID.session}', h), id, scenario, 'As it was called', skill, '[{"key": "whom", "act": "Names one person", "why": ""}]',
            'en', 'mirror', day, 240, day + time '08:00' at time zone 'UTC'
       from here, held join skill on c = turn % 3;
     insert into practice_score (workspace_id, id, session_id, scorer_id, asked_at, scored_at, kept, by_id)
     select w, pg_temp.id('${ID.score}', h), pg_temp.id('${ID.session}', h), id, day + time '08:00' at time zone 'UTC',
            day + time '08:05' at time zone 'UTC', jsonb_build_object('whom', h % 3 > 0), id
       from here, held;
     insert into journal (workspace_id, id, act_id, at, by_id, verb, subject_kind, subject_id, day, measure, member_id, team_id, count, minor,
                          detail, concerns)
     select w, pg_temp.id('${ID.line}', h), pg_temp.id('${ID.line}', h), day + time '08:05' at time zone 'UTC', id, 'practice.held',
            'practice-session', pg_temp.id('${ID.session}', h), day, 'practice-sessions', id, team_id, 1, 0,
            jsonb_build_object('skill', 'ask', 'way', 'mirror'), array[pg_temp.id('${ID.session}', h), id]
       from here, held;
     insert into journal_concern (workspace_id, concern_id, day, line_id)
     select w, each, day, pg_temp.id('${ID.line}', h)
       from here, held cross join lateral unnest(array[pg_temp.id('${ID.session}', h), id]) as each`,
  ],
  [
    "1:1s, each fortnight",
    `insert into one_on_one (workspace_id, id, member_id, coach_id, prepared_with, measure, count, skill, commitment, held_on, held_at, day, by_id, at)
     select w, pg_temp.id('${ID.oneOnOne}', k), id, manager_id, manager_id, 'people-asked', 3, 'ask', 'Ask two before lunch',
            rep_week.monday + 1, rep_week.monday + 1 + time '09:00' at time zone 'UTC', rep_week.monday + 1, manager_id,
            rep_week.monday + 1 + time '09:00' at time zone 'UTC'
       from here, rep_week where v % 2 = 1`,
  ],
  [
    "praise",
    `insert into praise (workspace_id, id, to_id, fact_id, words, day, by_id, at)
     select w, pg_temp.id('${ID.praise}', row_number() over ()), j.member_id, j.id, 'Well asked.', j.day, rep.manager_id, j.at
       from here, journal j join rep on rep.id = j.member_id
      where j.verb = 'ask.made' and j.day >= monday - 28 and j.day <= today and hashtext(j.id::text) % 20 = 0`,
  ],
];
