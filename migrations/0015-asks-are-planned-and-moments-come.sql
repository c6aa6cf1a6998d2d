-- Whom a rep means to ask and when, what was said early, and which moments of the sales process have come. `day` is the day of
-- the fact, `at` when it was written down. taken_back: it was a mistake.

-- Whom, in which week, why now. It ends as the ask that names it (ask.plan_id), with a why not, or by itself: app/asks/plan.ts.
create table ask_plan (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,              -- who means to ask
  person_id     uuid not null,              -- whom
  mid_week      date not null,              -- the fourth day of its week: inside that week whichever day weeks begin on
  moment        text not null check (moment in ('discovery', 'proposal', 'delivered', 'account-review', 'lost-deal', 'anytime')),
  why_now       text,
  wanted        text,                       -- the outcome in words
  expects       smallint check (expects between 0 and 99), -- introductions
  topics        text,
  ideal_client_id uuid,
  reason_id     uuid,
  target_id     uuid,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  moved_on      date,                       -- to the week it is in now
  moved_by      uuid,
  let_go_on     date,
  let_go_by     uuid,
  why_not       text check (why_not in ('no-time', 'lost-nerve', 'not-the-moment', 'unhappy', 'already-asked')),
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  foreign key (workspace_id, ideal_client_id) references ideal_client (workspace_id, id),
  foreign key (workspace_id, reason_id) references business_reason (workspace_id, id),
  foreign key (workspace_id, target_id) references target (workspace_id, id),
  check (num_nulls(let_go_on, let_go_by, why_not) in (0, 3)),
  check ((moved_on is null) = (moved_by is null))
);
create index ask_plan_of_member on ask_plan (workspace_id, member_id, mid_week desc, id desc) where taken_back_at is null;
create index ask_plan_list on ask_plan (workspace_id, mid_week desc, id desc) where taken_back_at is null;
create index ask_plan_of_person on ask_plan (workspace_id, person_id, mid_week desc) where taken_back_at is null;

alter table ask
  add column plan_id uuid,                  -- the plan it carried out
  add foreign key (workspace_id, plan_id) references ask_plan (workspace_id, id);
create unique index ask_of_plan on ask (workspace_id, plan_id) where plan_id is not null and taken_back_at is null;

-- What was said early, when nothing was asked yet: that introductions matter to us, or that we come back each quarter. No ask.
create table seed (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,
  person_id     uuid not null,
  account_id    uuid,                       -- where the person worked then
  moment        text not null check (moment in ('discovery', 'proposal')),
  words         text,                       -- that were said
  ask_id        uuid,                       -- the first ask of this person since
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  foreign key (workspace_id, ask_id) references ask (workspace_id, id)
);
create index seed_list on seed (workspace_id, day desc, id desc) where taken_back_at is null;
create index seed_of_member on seed (workspace_id, member_id, day desc, id desc) where taken_back_at is null;
create index seed_of_person on seed (workspace_id, person_id, day desc, id desc) where taken_back_at is null;
create index seed_at_account on seed (workspace_id, account_id, day desc, id desc) where taken_back_at is null;
create index seed_of_ask on seed (workspace_id, ask_id) where ask_id is not null;

-- What a moment is for in this workspace and what brings it. The last one stands; none: as app/asks/moment.ts says.
create table moment_setting (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  moment        text not null check (moment in ('discovery', 'proposal', 'delivered', 'account-review', 'lost-deal', 'anytime')),
  goal          text not null,
  counts        text not null,              -- what counts as having used it
  pause_days    smallint not null check (pause_days between 0 and 730), -- from what brings it until it is due
  brought_by    text check (brought_by in ('won', 'lost', 'rhythm')), -- null: only by the stages
  stages        text[] not null,            -- of a deal, in the workspace's own words
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index moment_setting_of on moment_setting (workspace_id, moment, id desc) where taken_back_at is null;

-- A moment that came at an account. It ends with the ask or the seed that used it, with a why, or by itself.
create table moment_due (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  moment        text not null check (moment in ('discovery', 'proposal', 'delivered', 'account-review', 'lost-deal', 'anytime')),
  account_id    uuid not null,
  person_id     uuid,                       -- with whom the deal was
  member_id     uuid not null,              -- whose it is while nobody holds the account
  because_id    uuid,                       -- the deal; null: the rhythm brought it
  words         text,                       -- of the client, to be reminded of
  day           date not null,              -- on which it came
  due_on        date not null,
  by_id         uuid,                       -- null: the system
  at            timestamptz not null,
  ask_id        uuid,
  seed_id       uuid,
  used_on       date,
  let_go_on     date,
  let_go_by     uuid,
  why_not       text check (why_not in ('no-time', 'lost-nerve', 'not-the-moment', 'unhappy', 'already-asked', 'deal-ended')),
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete set null (person_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, ask_id) references ask (workspace_id, id),
  foreign key (workspace_id, seed_id) references seed (workspace_id, id),
  check (num_nonnulls(ask_id, seed_id) = num_nonnulls(used_on)),
  check (num_nulls(let_go_on, let_go_by, why_not) in (0, 3)),
  check (used_on is null or let_go_on is null),
  check (day <= due_on)
);
create index moment_due_at on moment_due (workspace_id, account_id, due_on desc, id desc) where taken_back_at is null;
create index moment_due_list on moment_due (workspace_id, due_on desc, id desc) where taken_back_at is null;
create index moment_due_because on moment_due (workspace_id, because_id) where because_id is not null;
create index moment_due_of_ask on moment_due (workspace_id, ask_id) where ask_id is not null;
create index moment_due_of_seed on moment_due (workspace_id, seed_id) where seed_id is not null;

call wall('ask_plan');
call wall('seed');
call wall('moment_setting');
call wall('moment_due');

-- What the calendar brings is looked for every night; a workspace that is opened from now on queues the first night itself.
with night as (
  insert into job (workspace_id, id, kind, payload, asked_at)
  select workspace_id, gen_random_uuid(), 'nightly', '{}', now() from workspace
  returning workspace_id, id, kind, asked_at
)
insert into job_ticket (workspace_id, job_id, kind, due_at) select workspace_id, id, kind, asked_at from night;
