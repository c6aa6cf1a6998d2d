-- What stands about a person as a source, each a dated record with its author. `day` is the day of the fact, `at` when it was
-- written down. taken_back: it was a mistake and never held. lifted, settled: it held until that day.

-- We have met them, and how. because_id: the meeting (or whatever else a higher room holds) that says so.
create table person_met (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  day           date not null,
  how           text not null check (how in ('meeting', 'in-person', 'video', 'call', 'event')),
  because_id    uuid,
  by_id         uuid,                       -- null: the system
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index person_met_of on person_met (workspace_id, person_id, day desc, id desc) where taken_back_at is null;
create index person_met_because on person_met (workspace_id, because_id) where because_id is not null;

-- Earned the right to ask: value was delivered, and the client said so, or said the opposite. The last one stands.
create table right_word (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  earned        boolean not null,
  words         text,                       -- the client's own
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index right_word_of on right_word (workspace_id, person_id, day desc, id desc) where taken_back_at is null;

-- Their part in the buying process; the last one stands, and null in it says: none any more.
create table buying_role (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  role          text check (role in ('economic-buyer', 'decision-maker', 'champion', 'influencer', 'user', 'gatekeeper', 'blocker')),
  since         date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index buying_role_of on buying_role (workspace_id, person_id, id desc) where taken_back_at is null;

create table do_not_ask (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  why           text not null check (why in ('said-stop', 'left', 'competitor', 'legal', 'other')),
  words         text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  lifted_on     date,                       -- first day on which they may be asked again
  lifted_by     uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  check ((lifted_on is null) = (lifted_by is null)),
  check (day <= lifted_on)
);
create index do_not_ask_of on do_not_ask (workspace_id, person_id, day desc, id desc) where taken_back_at is null;

-- How a source likes to be asked; the last one stands, one without any wish says: as everybody.
create table source_preference (
  workspace_id     uuid not null references workspace (workspace_id) on delete cascade,
  id               uuid not null,
  person_id        uuid not null,
  channel          text check (channel in ('call', 'in-person', 'video', 'e-mail', 'message')),
  most_per_quarter smallint check (most_per_quarter between 0 and 90),
  best_weekday     smallint check (best_weekday between 1 and 7), -- 1 is Monday
  approver_id      uuid,                    -- the member who must agree before anybody asks
  note             text,
  day              date not null,
  by_id            uuid not null,
  at               timestamptz not null,
  taken_back_at    timestamptz,
  taken_back_by    uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, approver_id) references member (workspace_id, id)
);
create index source_preference_of on source_preference (workspace_id, person_id, id desc) where taken_back_at is null;

-- What a source has ruled out: a company, a person, or a topic.
create table no_go (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  off_account_id uuid,
  off_person_id uuid,
  topic         text,
  words         text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  lifted_on     date,
  lifted_by     uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, off_account_id) references account (workspace_id, id),
  foreign key (workspace_id, off_person_id) references person (workspace_id, id),
  check (num_nonnulls(off_account_id, off_person_id, topic) = 1),
  check ((lifted_on is null) = (lifted_by is null)),
  check (day <= lifted_on)
);
create index no_go_of on no_go (workspace_id, person_id, day desc, id desc) where taken_back_at is null;

-- The client is unhappy: nobody there is asked until it is settled. Of one person, or of a whole account.
create table serious_issue (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid,
  account_id    uuid,
  what          text not null,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  settled_on    date,
  settled_by    uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  check (num_nonnulls(person_id, account_id) = 1),
  check ((settled_on is null) = (settled_by is null)),
  check (day <= settled_on)
);
create index serious_issue_of on serious_issue (workspace_id, person_id, day desc, id desc) where taken_back_at is null and person_id is not null;
create index serious_issue_at on serious_issue (workspace_id, account_id, day desc, id desc) where taken_back_at is null and account_id is not null;

-- How a member knows somebody, beyond business: a former colleague, a friend, a neighbour. Kinds: app/people/acquaintance.ts.
create table acquaintance (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  member_id     uuid not null,
  kind          text not null,
  day           date not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index acquaintance_of on acquaintance (workspace_id, person_id) where taken_back_at is null;
create index acquaintance_by on acquaintance (workspace_id, member_id, kind) where taken_back_at is null;

-- Meetings held before this was kept. Their ids serve: one meeting says once that somebody was met.
insert into person_met (workspace_id, id, person_id, day, how, because_id, by_id, at)
select workspace_id, id, person_id, outcome_day, 'meeting', id, member_id, created_at
  from meeting where outcome = 'held' and taken_back_at is null;

call wall('person_met');
call wall('right_word');
call wall('buying_role');
call wall('do_not_ask');
call wall('source_preference');
call wall('no_go');
call wall('serious_issue');
call wall('acquaintance');
