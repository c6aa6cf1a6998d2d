-- Short-term rewards for reps, by rules that everybody can read. What a rep earned is worked out from the journal for as long as a month is
-- open; what was paid out is kept here, line by line, under a signature.

create table spiff (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  measure       text not null check (measure in ('people-asked', 'referrals-received', 'meetings-scheduled', 'meetings-held',
                                                 'deals-closed', 'loops-closed', 'referrals-given', 'touches', 'practice-sessions')),
  period        text not null check (period in ('week', 'month', 'quarter')),
  currency      text not null check (currency ~ '^[A-Z]{3}$'),
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);

-- What its rule says from a period on. Nothing is overwritten: a change is a next version.
create table spiff_version (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  spiff_id      uuid not null,
  number        smallint not null check (number between 1 and 999),
  name          text not null,
  levels        smallint[],                 -- of introductions, those that count; null: all
  holds_from    date not null,              -- the first day of the first period that it holds for
  from_day      date not null,              -- what was done on these days counts
  until_day     date,
  each_minor    bigint check (each_minor between 1 and 1000000000),
  step_at       integer[],                  -- or so much, each time that many are reached
  step_minor    bigint[],
  rep_cap       bigint check (rep_cap between 1 and 100000000000), -- for one rep and period
  all_cap       bigint check (all_cap between 1 and 100000000000), -- for everybody together and period
  roles         text[] not null check (array_to_string(roles, ' ') ~ '^(rep|manager)( (rep|manager))*$'),
  team_ids      uuid[] not null,            -- none: every team, and whoever is in none
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, spiff_id) references spiff (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (until_day is null or until_day >= from_day),
  check ((each_minor is null) = (step_at is not null)),
  check ((step_at is null) = (step_minor is null)),
  check (cardinality(step_at) = cardinality(step_minor) and cardinality(step_at) > 0)
);
create unique index spiff_version_number on spiff_version (workspace_id, spiff_id, number);

-- A month that was signed. Its calendar stands with it, as the workspace's may change.
create table spiff_payout (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  start_day     date not null,
  end_day       date not null,
  first_day     smallint not null check (first_day between 1 and 7),
  pattern       text not null check (pattern in ('months', '4-4-5', '4-5-4', '5-4-4')),
  start_month   smallint not null check (start_month between 1 and 12),
  by_id         uuid not null,              -- who signed
  at            timestamptz not null,
  hash          text not null check (hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of what was signed: app/programme/spiff-content.ts
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (start_day <= end_day)
);
create unique index spiff_payout_of_month on spiff_payout (workspace_id, end_day) where taken_back_at is null;

create table spiff_statement (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  payout_id     uuid not null,
  member_id     uuid not null,
  role          text not null check (role in ('rep', 'manager', 'leader')), -- at the pay-out
  primary key (workspace_id, id),
  foreign key (workspace_id, payout_id) references spiff_payout (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create unique index spiff_statement_of on spiff_statement (workspace_id, payout_id, member_id);
create index spiff_statement_of_member on spiff_statement (workspace_id, member_id, payout_id);

-- What a signed statement adds up. A line that corrects an earlier month names that month's pay-out.
create table spiff_line (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  statement_id  uuid not null,
  place         integer not null,
  kind          text not null check (kind in ('fact', 'step', 'cap', 'share', 'carried-in', 'carried-on')),
  corrects_id   uuid,                       -- the pay-out of the month that it belongs to, where that is an earlier one
  version_id    uuid,
  from_day      date,                       -- of the period of the rule
  until_day     date,
  line_id       uuid,                       -- the line of the journal
  fact_day      date,
  level         smallint,
  step          integer,
  count         smallint not null,          -- -1: a fact that was taken back since
  minor         bigint not null,
  currency      text not null check (currency ~ '^[A-Z]{3}$'),
  primary key (workspace_id, statement_id, place),
  foreign key (workspace_id, statement_id) references spiff_statement (workspace_id, id) on delete cascade,
  foreign key (workspace_id, corrects_id) references spiff_payout (workspace_id, id),
  foreign key (workspace_id, version_id) references spiff_version (workspace_id, id),
  foreign key (workspace_id, line_id) references journal (workspace_id, id),
  check ((kind in ('carried-in', 'carried-on')) = (version_id is null)),
  check (num_nulls(version_id, from_day, until_day) in (0, 3)),
  check ((kind = 'fact') = (line_id is not null)),
  check ((line_id is null) = (fact_day is null)),
  check ((kind = 'step') = (step is not null))
);
create index spiff_line_corrects on spiff_line (workspace_id, corrects_id) where corrects_id is not null;
create index spiff_line_of_fact on spiff_line (workspace_id, line_id) where line_id is not null;

-- What changes the level of an introduction, and what was owed to a source and done, are told by lines that count nothing.
create index journal_of_levels on journal (workspace_id, id)
 where verb in ('referral.level-changed', 'given.level-changed');
create index journal_of_loops on journal (workspace_id, day, id)
 where verb in ('source.thanked', 'source.told', 'duty.taken-back');

call wall('spiff');
call wall('spiff_version');
call wall('spiff_payout');
call wall('spiff_statement');
call wall('spiff_line');
