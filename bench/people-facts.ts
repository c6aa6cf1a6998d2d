import type pg from "pg";
import type { Day } from "#lib/kernel/days.ts";
import { MAKE_ID } from "./ids-in-sql.ts";
import type { Scratch } from "./scratch.ts";

export interface FactsSize {
  asks: number;
  /** Introductions that no ask led to; four asks in ten lead to one. */
  spontaneous: number;
  meetings: number;
  deals: number;
  /** Of the journal; people who were added make up what the rest leaves. */
  lines: number;
}

const ID = {
  ask: "01910001",
  conversation: "01910002",
  referral: "01910003",
  step: "01910004",
  meeting: "01910005",
  deal: "01910006",
  line: "01910007",
  position: "01910008",
  merge: "01910009",
} as const;

/** Three years of asks, introductions, meetings and deals of the people and members there are, with their journal. */
export async function fillFacts(
  scratch: Scratch,
  workspaceId: string,
  size: FactsSize,
  today: Day,
): Promise<void> {
  await scratch.asOwner(async (client) => {
    await client.query(MAKE_ID);
    await client.query(
      `create temp table here as select '${workspaceId}'::uuid as w, date '${today}' as today`,
    );
    await client.query(DRAW);
    await client.query(PLAYERS);
    // What is dealt out by arithmetic refers to what there is: not to be looked up row by row.
    await client.query("set session_replication_role = replica");
    const { rows: indexes } = await client.query<{ name: string; made: string }>(INDEXES);
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    for (const [what, text] of statements(size)) {
      await client.query(text);
      console.log(`filled     ${what}`);
    }
    await writeLines(client, size.lines);
    for (const { made } of indexes) await client.query(made);
  });
}

/** One of so many, by a number and by what is drawn: the same every time, and two draws of one number have nothing to do with each other. */
const DRAW = `
  create function pg_temp.draw(number bigint, what int, many bigint) returns int language sql immutable
    return ((hashint8extended(number, what) & 9223372036854775807) % many)::int`;

// Numbered, so that facts can be dealt out: the same every time. Facts are numbered in the order of their days, as ids that are given out are.
const PLAYERS = `
  create temp table who as
    select (row_number() over (order by id) - 1)::int as n, id, account_id, full_name
      from person where account_id is not null and merged_into is null;
  create unique index on who (n);
  create temp table rep as
    select (row_number() over (order by id) - 1)::int as n, id, team_id from member where role = 'rep';
  create unique index on rep (n);
  create temp table line (
    at_day date, verb text, kind text, subject_id uuid, measure text, member_id uuid, minor bigint, currency text, once_key uuid,
    detail jsonb, concerns uuid[], act_id uuid);
  analyze who; analyze rep`;

const WHO_COUNT = "(select count(*)::int from who)";
const REP_COUNT = "(select count(*)::int from rep)";
// Those who are asked. Whoever they introduce is one of them in one case of twenty-five: chains are short, and many.
const SOURCE_COUNT = `(${WHO_COUNT} * 2 / 5)`;
// The sources that everybody asks: their pages are the long ones.
const POPULAR = "least(200, (select count(*)::int from who))";

function statements(size: FactsSize): [string, string][] {
  return [
    ["past positions", pastPositions],
    ["merged people", merged],
    ["asks", asks(size.asks)],
    ["introductions", referrals(size.spontaneous)],
    ["meetings", meetings(size.meetings)],
    ["deals", deals(size.deals)],
    ["steps of introductions", STEPS],
    ["goals, notes and pairs told apart", REST],
  ];
}

const pastPositions = `
  insert into position (workspace_id, id, person_id, account_id, title, from_day, until_day)
  select w, pg_temp.id('${ID.position}', who.n), who.id, other.account_id, 'Controller', today - 2500, today - 900
    from here, who join who other on other.n = (who.n * 17::bigint + 5) % ${WHO_COUNT}
   where who.n % 10 = 0`;

// After all asks, so that two that were open with one source stay explained.
const merged = `
  with pair as (
    select one.n, kept.id as kept_id, one.id as merged_id from who one join who kept on kept.n = one.n + 1 where one.n % 200 = 100
  ), marked as (
    update person p set merged_into = pair.kept_id from pair, here where p.workspace_id = w and p.id = pair.merged_id
  )
  insert into merge (workspace_id, id, kind, kept_id, merged_id, took, at, by_id)
  select w, pg_temp.id('${ID.merge}', pair.n), 'person', kept_id, merged_id, '{}', today + time '23:00', (select id from rep where n = 0)
    from here, pair`;

const CAME = "case when ask_id is null then 'spontaneous' else 'asked' end";

// Sixty days until they come back, and two weeks more: whoever asks before it did so against the rule.
const LONGEST_OPEN_DAYS = 75;

function asks(count: number): string {
  return `
    create temp table new_ask as
    select *, case when lag(day) over (partition by source_id order by day, a) > day - ${LONGEST_OPEN_DAYS} then 'open-ask' end as against
      from (
    select distinct on (member_id, source_id, date_trunc('week', day)) a, member_id, source_id, account_id, day, channel,
           outcome, case when outcome = 'not-now' then day + 60 end as until_day,
           case when outcome = 'not-now' and day + 180 < today then day + 65 end as settled_on
      from (
        select a, rep.id as member_id, who.id as source_id, who.account_id, today - 999 + (a * 1000 / ${count})::int as day, today,
               (array['call', 'in-person', 'video', 'call', 'e-mail'])[1 + pg_temp.draw(a, 2, 5)] as channel,
               (array['named-someone', 'named-someone', 'named-someone', 'named-someone', 'will-think', 'will-think', 'not-now',
                      'no', null, 'will-think'])[1 + pg_temp.draw(a, 3, 10)] as outcome
          from here, generate_series(0, ${count - 1}::bigint) as a
          join rep on rep.n = pg_temp.draw(a, 4, ${REP_COUNT})
          join who on who.n = case when pg_temp.draw(a, 5, 10) < 2 then pg_temp.draw(a, 6, ${POPULAR}) else pg_temp.draw(a, 6, ${SOURCE_COUNT}) end
      ) as dealt
     order by member_id, source_id, date_trunc('week', day), a
      ) as asked;
    insert into ask (workspace_id, id, member_id, source_id, account_id, day, last_day, channel, moment, for_whom, outcome,
                     until_day, settled_on, against, created_at)
    select w, pg_temp.id('${ID.ask}', a), member_id, source_id, account_id, day, day, channel, 'anytime',
           'The head of operations of a company like yours', outcome, until_day, settled_on, against,
           day + time '10:00' at time zone 'UTC'
      from here, new_ask;
    insert into ask_conversation (workspace_id, id, ask_id, day, asked, channel, moment, for_whom, note, outcome, until_day,
                                  settled_on, against, said_at, by_id)
    select w, pg_temp.id('${ID.conversation}', a), pg_temp.id('${ID.ask}', a), day, true, channel, 'anytime',
           'The head of operations of a company like yours', 'Was friendly and took the time.', outcome, until_day, settled_on,
           against, day + time '10:00' at time zone 'UTC', member_id
      from here, new_ask;
    insert into line
    select day, 'ask.made', 'ask', pg_temp.id('${ID.ask}', a), 'people-asked', member_id, 0, null, source_id,
           jsonb_build_object('conversationId', pg_temp.id('${ID.conversation}', a), 'sourceId', source_id, 'channel', channel,
                              'moment', 'anytime', 'outcome', outcome, 'untilDay', until_day, 'colleagueId', null),
           array[pg_temp.id('${ID.ask}', a), source_id, account_id, member_id], pg_temp.id('${ID.conversation}', a)
      from new_ask`;
}

function referrals(spontaneous: number): string {
  return `
    create temp table new_referral as
    select (row_number() over (order by day, a) - 1)::bigint as r, ask_id, answer_id, from_them.member_id, source_id,
           who.id as contact_id, who.account_id, least(day + (a % 6)::int, today) as day, 0 as level
      from here, (
        select a, pg_temp.id('${ID.ask}', a) as ask_id, pg_temp.id('${ID.conversation}', a) as answer_id, member_id, source_id, day
          from new_ask where outcome = 'named-someone'
        union all
        select -s, null, null, rep.id, who.id, today - 999 + (s * 999 / ${spontaneous})::int
          from here, generate_series(1, ${spontaneous}::bigint) as s
          join rep on rep.n = pg_temp.draw(s, 12, ${REP_COUNT})
          join who on who.n = pg_temp.draw(s, 13, ${SOURCE_COUNT})
      ) as from_them
      join who on who.n = case when pg_temp.draw(a, 15, 10) = 0 then pg_temp.draw(a, 14, ${WHO_COUNT})
                                  else ${SOURCE_COUNT} + pg_temp.draw(a, 14, ${WHO_COUNT} - ${SOURCE_COUNT}) end
     where who.id <> source_id;
    update new_referral set level = case when r % 12 = 0 then 0 else 1 + r % 5 end;
    insert into referral (workspace_id, id, member_id, source_id, contact_id, account_id, ask_id, answer_id, level, day, counts_from,
                          state, state_day, reason, created_at)
    select w, pg_temp.id('${ID.referral}', r), member_id, source_id, contact_id, account_id, ask_id, answer_id, level, day,
           case when level > 0 then day end, case when level > 0 then 'introduced' else 'named' end, day,
           'They plan a second plant and look for somebody who has done it.', day + time '11:00' at time zone 'UTC'
      from here, new_referral;
    insert into line
    select day, case when level > 0 then 'referral.received' else 'referral.named' end, 'referral', pg_temp.id('${ID.referral}', r),
           case when level > 0 then 'referrals-received' end, case when level > 0 then member_id end, 0, null, null,
           jsonb_build_object('sourceId', source_id, 'contactId', contact_id, 'askId', ask_id, 'level', level),
           array_remove(array[pg_temp.id('${ID.referral}', r), source_id, contact_id, account_id, member_id, ask_id], null), null
      from new_referral`;
}

function meetings(count: number): string {
  return `
    create temp table new_meeting as
    select m, member_id, person_id, account_id, referral_id, came, scheduled_on, scheduled_on + 7 as day,
           case when referral_id is not null then 'referral'
                else (array[null, 'cold-call', 'inbound', 'event', 'partner', 'existing-client', 'other'])[1 + m % 7] end as origin,
           case when scheduled_on + 7 >= today then null when m % 20 = 0 then 'no-show' when m % 20 = 1 then 'cancelled'
                when m % 20 = 2 then null else 'held' end as outcome
      from here, (
        select r as m, member_id, contact_id as person_id, account_id, pg_temp.id('${ID.referral}', r) as referral_id,
               ${CAME} as came, least(day + 1, today) as scheduled_on
          from here, new_referral where level > 0 and r % 8 >= 2
        union all
        select 1000000 + x, rep.id, who.id, who.account_id, null, null, today - 999 + (x * 999 / ${count})::int
          from here, generate_series(1, greatest(0, ${count} - (select count(*) from new_referral where level > 0 and r % 8 >= 2))::bigint) as x
          join rep on rep.n = pg_temp.draw(x, 22, ${REP_COUNT})
          join who on who.n = pg_temp.draw(x, 23, ${WHO_COUNT})
      ) as arranged;
    insert into meeting (workspace_id, id, member_id, person_id, account_id, referral_id, came, origin, scheduled_on, day, time, about, outcome,
                         outcome_day, created_at)
    select w, pg_temp.id('${ID.meeting}', m), member_id, person_id, account_id, referral_id, came, origin, scheduled_on, day, '10:00',
           'Getting to know each other', outcome, case when outcome is not null then day end,
           scheduled_on + time '12:00' at time zone 'UTC'
      from here, new_meeting;
    insert into person_met (workspace_id, id, person_id, day, how, because_id, by_id, at)
    select workspace_id, id, person_id, outcome_day, 'meeting', id, member_id, created_at
      from meeting where outcome = 'held';
    insert into line
    select case when what = 'held' then day else scheduled_on end, 'meeting.' || what, 'meeting', pg_temp.id('${ID.meeting}', m),
           'meetings-' || what, member_id, 0, null, null,
           jsonb_build_object('personId', person_id, 'referralId', referral_id, 'takesPlace', day, 'time', '10:00',
                              'about', 'Getting to know each other'),
           array_remove(array[pg_temp.id('${ID.meeting}', m), person_id, account_id, referral_id, member_id], null), null
      from new_meeting cross join unnest(array['scheduled', 'held']) as what
     where what = 'scheduled' or outcome = 'held'`;
}

function deals(count: number): string {
  return `
    create temp table new_deal as
    select d, member_id, account_id, person_id, referral_id, came, origin, opened_on, outcome, amount,
           case when outcome <> 'open' then least(opened_on + pg_temp.draw(d, 31, 120), today) end as closed_on
      from here, (
        select m as d, member_id, account_id, person_id, referral_id, came, 'referral' as origin, day as opened_on,
               ${outcome("day", "m")} as outcome, (1 + pg_temp.draw(m, 32, 90)) * 100000 as amount
          from new_meeting where referral_id is not null and outcome = 'held' and m % 3 = 0
        union all
        select 2000000 + x, rep.id, who.account_id, who.id, null, null,
               (array['cold-call', 'inbound', 'event', 'partner', 'existing-client', 'other'])[1 + pg_temp.draw(x, 33, 6)],
               today - 999 + (x * 999 / ${count})::int, ${outcome(`(today - 999 + (x * 999 / ${count})::int)`, "2000000 + x")}, (1 + pg_temp.draw(x, 32, 90)) * 100000
          from here, generate_series(1, greatest(0, ${count} - (
                 select count(*) from new_meeting where referral_id is not null and outcome = 'held' and m % 3 = 0))::bigint) as x
          join rep on rep.n = pg_temp.draw(x, 35, ${REP_COUNT})
          join who on who.n = pg_temp.draw(x, 36, ${WHO_COUNT})
      ) as opened;
    insert into deal (workspace_id, id, name, account_id, person_id, member_id, referral_id, came, origin, amount_minor, currency, stage,
                      opened_on, outcome, closed_on, lost_reason, created_at)
    select w, pg_temp.id('${ID.deal}', d), 'Deal ' || d, account_id, person_id, member_id, referral_id, came, origin, amount, 'EUR',
           'Proposal', opened_on, outcome, closed_on, case when outcome = 'lost' then 'no budget this year' end,
           opened_on + time '13:00' at time zone 'UTC'
      from here, new_deal;
    insert into line
    select case when what = 'deal.opened' then opened_on else closed_on end, what, 'deal', pg_temp.id('${ID.deal}', d), measure,
           case when measure is not null then member_id end, case when measure is not null then amount else 0 end,
           case when measure is not null then 'EUR' end, null,
           jsonb_build_object('name', 'Deal ' || d, 'accountId', account_id, 'personId', person_id, 'origin', origin,
                              'referralId', referral_id, 'amount', jsonb_build_object('minor', amount, 'currency', 'EUR')),
           array_remove(array[pg_temp.id('${ID.deal}', d), account_id, person_id, referral_id, member_id], null), null
      from new_deal
     cross join (values ('deal.opened', null), ('deal.won', 'deals-won'), ('deal.won', 'deals-closed'), ('deal.lost', null))
        as told (what, measure)
     where what = 'deal.opened' or what = 'deal.' || outcome and (measure is distinct from 'deals-closed' or origin = 'referral')`;
}

// Half of what was opened within four months is still open, and nothing before.
function outcome(openedOn: string, number: string): string {
  return `case when ${openedOn} > (select today from here) - 120 and pg_temp.draw(${number}, 37, 2) = 0 then 'open' else (array['won', 'lost', 'lost'])[1 + pg_temp.draw(${number}, 38, 3)] end`;
}

// A referral is where the furthest of its steps put it; see app/referrals/referral.ts.
const STEPS = `
  insert into referral_step (workspace_id, id, referral_id, state, day, because_id, at, by_id)
  select w, pg_temp.id('${ID.step}', row_number() over ()), referral_id, state, step_day, because_id,
         step_day + time '14:00' at time zone 'UTC', member_id
    from here, (
      select pg_temp.id('${ID.referral}', r) as referral_id, 'responded' as state, day as step_day, null::uuid as because_id, member_id
        from new_referral where level > 0 and r % 8 = 1
      union all
      select referral_id, 'meeting-scheduled', scheduled_on, pg_temp.id('${ID.meeting}', m), member_id
        from new_meeting where referral_id is not null
      union all
      select referral_id, 'met', day, pg_temp.id('${ID.meeting}', m), member_id
        from new_meeting where referral_id is not null and outcome = 'held'
      union all
      select referral_id, outcome, closed_on, pg_temp.id('${ID.deal}', d), member_id
        from new_deal where referral_id is not null and outcome <> 'open'
    ) as step;
  insert into line
  select day, 'referral.advanced', 'referral', pg_temp.id('${ID.referral}', r), null, null, 0, null, null,
         jsonb_build_object('to', 'responded', 'because', null, 'moved', true),
         array_remove(array[pg_temp.id('${ID.referral}', r), source_id, contact_id, account_id, member_id, ask_id], null), null
    from new_referral where level > 0 and r % 8 = 1;
  update referral as r
     set state = furthest.state, state_day = furthest.day, responded_at = furthest.first_at, responded_by = furthest.by_id
    from (
      select distinct on (referral_id) referral_id, state, day, by_id,
             min(at) filter (where state <> 'lost') over (partition by referral_id) as first_at
        from referral_step
       order by referral_id, array_position(array['responded', 'meeting-scheduled', 'met', 'lost', 'won'], state) desc, day
    ) as furthest
   where r.id = furthest.referral_id`;

const REST = `
  insert into goal (workspace_id, scope_id, measure, every, from_day, amount, set_at)
  select w, w, 'referrals-received', 'month', today - 700, 6, today from here
  union all
  select w, id, 'people-asked', 'week', today - 300, 4, today from here, rep where n % 20 = 0;
  insert into private_note (workspace_id, about_id, member_id, text, at)
  select w, who.id, rep.id, 'Prefers to be called in the morning.', today
    from here, who join rep on rep.n = who.n % ${REP_COUNT} where who.n % 10 = 3;
  insert into told_apart (workspace_id, one_id, other_id, at, by_id)
  select w, least(one.id, other.id), greatest(one.id, other.id), today, (select id from rep where n = 0)
    from here, who one join who other on other.n = one.n + 2 where one.n % 500 = 0`;

/** The facts' lines in the order of their days, and as many of people who were added as are wanted; with whom they concern. */
async function writeLines(client: pg.Client, wanted: number): Promise<void> {
  const { rows } = await client.query<{ facts: number }>("select count(*)::int as facts from line");
  const added = Math.max(0, wanted - (rows[0]?.facts ?? 0));
  await client.query(`
    insert into line
    select created_at::date, 'person.added', 'person', p.id, null, null, 0, null, null, '{"from": "import"}',
           array_remove(array[p.id, p.account_id], null), null
      from person p order by p.id limit ${added};
    insert into journal (workspace_id, id, act_id, at, by_id, verb, subject_kind, subject_id, day, measure, member_id, team_id, count,
                         minor, currency, once_key, detail, concerns)
    select w, pg_temp.id('${ID.line}', l.n), coalesce(act_id, pg_temp.id('${ID.line}', l.n)), at_day + time '15:00' at time zone 'UTC',
           coalesce(l.member_id, (select id from rep where rep.n = l.n % ${REP_COUNT})), verb, kind, subject_id, at_day, measure,
           l.member_id, rep.team_id, case when measure is null then 0 else 1 end, minor, currency, once_key, detail, concerns
      from here, (select row_number() over (order by at_day) as n, line.* from line) as l
      left join rep on rep.id = l.member_id;
    insert into journal_concern (workspace_id, concern_id, day, line_id)
    select workspace_id, concern_id, day, id from journal cross join lateral (select distinct unnest(concerns) as concern_id) as each
     order by concern_id, day, id
        on conflict do nothing`);
  const { rows: counted } = await client.query<{ lines: number; concerns: number }>(
    "select (select count(*)::int from journal) as lines, (select count(*)::int from journal_concern) as concerns",
  );
  console.log(`filled     ${counted[0]?.lines} lines of journal on ${counted[0]?.concerns} timelines`);
}

/** Millions of rows are quicker sorted once than dealt into a dozen trees; what keeps a row from being written twice stays. */
const INDEXES = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made
    from pg_index
   where indrelid in ('ask'::regclass, 'ask_conversation'::regclass, 'referral'::regclass, 'referral_step'::regclass, 'meeting'::regclass,
                      'person_met'::regclass, 'deal'::regclass, 'journal'::regclass, 'journal_concern'::regclass)
     and not indisunique`;
