-- A 1:1: what a coach and somebody they lead prepare, talk about and agree on. What stands behind it in numbers, and what came of
-- what was agreed, is read from what is written down elsewhere (app/coaching/one-on-one*.ts); stored is only what they say.

create table one_on_one (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,              -- who is coached
  coach_id      uuid not null,              -- with whom; who held it, once it was
  planned_on    date,                       -- the day they agreed on; null: as the rhythm has it
  member_words  text,                       -- what each of the two brings along; both read it
  coach_words   text,
  expects       smallint check (expects between 0 and 99),  -- introductions, from whom they mean to ask
  topics        text,                       -- what will be talked about in the asks
  measure       text check (measure in ('people-asked', 'referrals-received', 'meetings-scheduled', 'meetings-held', 'deals-closed',
                                        'touches', 'referrals-given')),
  count         smallint check (count between 1 and 99),    -- of the measure, from then until they meet again
  skill         text check (skill ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  scenario      text check (scenario ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  commitment    text,
  held_on       date,                       -- null: the next one, which is being prepared
  held_at       timestamptz,
  promise_ids   uuid[] not null default '{}',  -- the lines of the member's week that came of it
  promised_mid_week date,                   -- inside the week in which they stand
  told          text check (told in ('kept', 'missed')),    -- of a commitment that is no line of a week
  told_on       date,
  told_by       uuid,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, coach_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (member_id <> coach_id),
  check ((measure is null) = (count is null)),
  check ((held_on is null) = (held_at is null)),
  check ((promise_ids = '{}') = (promised_mid_week is null)),
  check (num_nulls(told, told_on, told_by) in (0, 3))
);
-- One is being prepared at a time.
create unique index one_on_one_next on one_on_one (workspace_id, member_id) where held_on is null and taken_back_at is null;
create index one_on_one_of_member on one_on_one (workspace_id, member_id, held_on desc, id desc)
  where held_on is not null and taken_back_at is null;
create index one_on_one_held on one_on_one (workspace_id, held_on desc, id desc) where held_on is not null and taken_back_at is null;

-- Whom the member will ask.
create table one_on_one_person (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  one_on_one_id uuid not null,
  person_id     uuid not null,
  place         smallint not null,
  primary key (workspace_id, one_on_one_id, person_id),
  foreign key (workspace_id, one_on_one_id) references one_on_one (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index one_on_one_person_of on one_on_one_person (workspace_id, person_id);

-- What somebody notes for themselves about somebody's coaching, their own too: nobody else reads it, whoever leads them neither.
create table one_on_one_note (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  member_id     uuid not null,              -- who wrote it
  about_id      uuid not null,              -- who is coached
  words         text not null,
  at            timestamptz not null,
  primary key (workspace_id, member_id, about_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, about_id) references member (workspace_id, id)
);

-- How often a coach and somebody they lead meet, where it is not every other week.
create table coaching_rhythm (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,
  coach_id      uuid not null,
  every_weeks   smallint not null check (every_weeks between 1 and 13),
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, coach_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index coaching_rhythm_of_pair on coaching_rhythm (workspace_id, member_id, coach_id, at desc) where taken_back_at is null;

call wall('one_on_one');
call wall('one_on_one_person');
call wall('one_on_one_note');
call wall('coaching_rhythm');
