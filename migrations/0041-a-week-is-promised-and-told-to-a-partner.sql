-- What a member promises for a week, what became of it, and to whom they tell it. Whether a promise was kept is read from what is
-- written down elsewhere (app/commitments/promise.ts); stored is only what nobody can read.

create table week_plan (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,
  mid_week      date not null,              -- the fourth day of its week: inside that week whichever day weeks begin on
  topics        text,                       -- what will be talked about
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create unique index week_plan_of_week on week_plan (workspace_id, member_id, mid_week) where taken_back_at is null;

create table week_promise (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  plan_id       uuid not null,
  place         smallint not null,
  kind          text not null check (kind in ('ask', 'count', 'practice', 'duty', 'own')),
  person_id     uuid,                       -- who will be asked
  measure       text,
  count         smallint check (count between 1 and 99),
  duty_id       text,                       -- "referral.kind.source"
  referral_id   uuid,                       -- of the duty
  words         text,
  ask_plan_id   uuid,                       -- the plan to ask them that came with it, and goes with it
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  told          text check (told in ('kept', 'missed')),
  why_missed    text check (why_missed in ('no-time', 'not-reached', 'not-the-moment', 'lost-nerve', 'too-much', 'something-else')),
  next          text check (next in ('carried', 'let-go')),
  told_on       date,
  told_by       uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, plan_id) references week_plan (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, referral_id) references referral (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ask_plan_id) references ask_plan (workspace_id, id) on delete set null (ask_plan_id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check ((kind = 'ask') = (person_id is not null)),
  check ((kind = 'count') = (measure is not null)),
  check ((kind in ('count', 'practice')) = (count is not null)),
  check ((kind = 'duty') = (duty_id is not null)),
  check ((duty_id is null) = (referral_id is null)),
  check ((kind = 'own') = (words is not null)),
  check (told is distinct from 'kept' or (kind = 'own' and why_missed is null and next is null)),
  check (told is not null or (why_missed is null and next is null)),
  check (num_nulls(told, told_on, told_by) in (0, 3))
);
create index week_promise_of_plan on week_promise (workspace_id, plan_id, place) where taken_back_at is null;
create index week_promise_of_person on week_promise (workspace_id, person_id) where person_id is not null;
create index week_promise_of_referral on week_promise (workspace_id, referral_id) where referral_id is not null;
create index week_promise_of_ask_plan on week_promise (workspace_id, ask_plan_id) where ask_plan_id is not null;

-- A week was told of.
create table check_in (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  plan_id       uuid not null,
  learned       text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, plan_id) references week_plan (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create unique index check_in_of_plan on check_in (workspace_id, plan_id) where taken_back_at is null;

-- Members who tell each other of their weeks, for a quarter. Chosen by one of them it waits until the other agrees.
create table partnership (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  from_day      date not null,              -- of the quarter
  until_day     date not null,              -- its last day
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  agreed_at     timestamptz,
  ended_on      date,
  ended_by      uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (from_day <= until_day),
  check ((ended_on is null) = (ended_by is null))
);
create index partnership_by_quarter on partnership (workspace_id, from_day) where taken_back_at is null;

create table partner (
  workspace_id   uuid not null references workspace (workspace_id) on delete cascade,
  partnership_id uuid not null,
  member_id      uuid not null,
  primary key (workspace_id, partnership_id, member_id),
  foreign key (workspace_id, partnership_id) references partnership (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index partner_of_member on partner (workspace_id, member_id);

-- "How did it go?", asked of a member by a partner, once a week.
create table partner_nudge (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,              -- who is asked
  mid_week      date not null,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (member_id <> by_id)
);
create unique index partner_nudge_of_week on partner_nudge (workspace_id, member_id, mid_week, by_id) where taken_back_at is null;

call wall('week_plan');
call wall('week_promise');
call wall('check_in');
call wall('partnership');
call wall('partner');
call wall('partner_nudge');
