-- Contacts that give value and have no home elsewhere, and how often each kind of person hears from us. Each is a dated record with
-- its author: `day` is the day of the fact, `at` when it was written down. taken_back: it was a mistake and never held.

create table touch (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  account_id    uuid,                       -- where they worked then
  member_id     uuid not null,              -- who of us
  kind          text not null,              -- of the trade (app/touches/touch.ts), or the id of one of the workspace's own
  words         text,
  day           date not null,
  counts        boolean not null,           -- whether its kind had any weight then
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index touch_to on touch (workspace_id, person_id, day desc, id desc) where taken_back_at is null;
create index touch_of_member on touch (workspace_id, member_id, day desc, id desc) where taken_back_at is null;
create index touch_list on touch (workspace_id, day desc, id desc) where taken_back_at is null;
create index touch_written on touch (workspace_id, by_id, at) where taken_back_at is null;

-- What the workspace has said of a kind of contact: how it weighs, and its own kinds by name. What it has not said holds as the
-- trade has it.
create table touch_kind (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  kind         text not null,
  name         text,                        -- of its own kinds
  weight       smallint not null check (weight between 0 and 5), -- 0 moves no clock
  ended_on     date,                        -- of its own: no longer offered
  at           timestamptz not null,
  by_id        uuid not null,
  primary key (workspace_id, kind),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (ended_on is null or name is not null)
);

-- How often each kind of person hears from us; what is not here goes by the defaults (app/touches/rhythm.ts).
create table rhythm (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  group_of     text not null check (group_of in
    ('client-a', 'client-b', 'client-c', 'client', 'source', 'friend', 'partner', 'former-client', 'prospect')),
  days         smallint check (days between 7 and 730),        -- null: none
  review_days  smallint check (review_days between 7 and 730), -- of their account
  at           timestamptz not null,
  by_id        uuid not null,
  primary key (workspace_id, group_of),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);

-- How much an account matters to us; the last word stands.
create table account_tier (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  account_id    uuid not null,
  tier          text check (tier in ('A', 'B', 'C')), -- null: none any more
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index account_tier_of on account_tier (workspace_id, account_id, id desc) where taken_back_at is null;

-- A person's own rhythm instead of their kind's; the last word stands.
create table own_rhythm (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  days          smallint check (days between 7 and 730), -- null: they are left to come by themselves
  words         text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index own_rhythm_of on own_rhythm (workspace_id, person_id, id desc) where taken_back_at is null;

-- Until then nobody is reminded of them; the last word stands.
create table touch_pause (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  until_day     date not null,              -- the first day on which they come up again
  why           text not null check (why in ('later', 'bad-time', 'nothing-to-say', 'peace', 'other')),
  words         text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (until_day > day)
);
create index touch_pause_of on touch_pause (workspace_id, person_id, id desc) where taken_back_at is null;
create index touch_pause_written on touch_pause (workspace_id, by_id, at) where taken_back_at is null;

call wall('touch');
call wall('touch_kind');
call wall('rhythm');
call wall('account_tier');
call wall('own_rhythm');
call wall('touch_pause');
