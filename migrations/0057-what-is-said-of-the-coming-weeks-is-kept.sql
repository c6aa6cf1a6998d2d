-- What was said of the coming weeks, kept so that it can be held against what came.

create table said_range (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  scope_id     uuid not null,               -- a team, or the workspace itself
  said_on      date not null,               -- first day of the first week it speaks of; only what was known on the day before is in it
  weeks        smallint not null check (weeks between 1 and 52),
  step         text not null check (step in ('introductions', 'meetings', 'deals')),
  low          integer not null,
  middle       integer not null,
  high         integer not null,
  how          text not null check (how in ('said', 'worked-back')),
  at           timestamptz not null,
  primary key (workspace_id, scope_id, said_on, weeks, step),
  check (low <= middle and middle <= high)
);
call wall('said_range');

-- What came of a company's asks is counted from these alone, in the order of their days.
create index ask_counted on ask (workspace_id, day) include (id, member_id) where taken_back_at is null;
create index referral_by_day on referral (workspace_id, counts_from) include (id, ask_id, member_id)
  where counts_from is not null and taken_back_at is null;
create index meeting_held_of on meeting (workspace_id, outcome_day) include (referral_id)
  where outcome = 'held' and referral_id is not null and taken_back_at is null;
create index deal_won_by_day on deal (workspace_id, closed_on) include (referral_id)
  where outcome = 'won' and referral_id is not null and taken_back_at is null;
