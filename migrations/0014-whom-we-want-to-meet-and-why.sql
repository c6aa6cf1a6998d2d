-- Whom we want to meet, why they should meet us, and whom in particular. `day` is the day of the fact, `at` when it was written
-- down. taken_back: it was a mistake. retired, dropped: it held until that day, and asks that used it go on pointing at it.

-- A written picture of whom we want to meet: of one rep, of a team, or, with neither, of the workspace.
create table ideal_client (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  team_id       uuid,
  member_id     uuid,
  name          text not null,
  level         text,
  company       text,                       -- the kind of company
  industry      text,                       -- one or several, with commas; none: any
  situation     text,                       -- or what triggers the need
  says          text,                       -- what they say when they need us
  not_who       text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  retired_on    date,
  retired_by    uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nonnulls(team_id, member_id) < 2),
  check ((retired_on is null) = (retired_by is null))
);
create index ideal_client_list on ideal_client (workspace_id, day desc, id desc) where taken_back_at is null;

-- Why they should take the meeting, in one sentence.
create table business_reason (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  sentence      text not null,
  industry      text,
  problem       text,
  search_text   text not null,              -- " words of all three "
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  retired_on    date,
  retired_by    uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check ((retired_on is null) = (retired_by is null))
);
create index business_reason_list on business_reason (workspace_id, day desc, id desc) where taken_back_at is null;

-- A person or an account that we want to be introduced to. That an account is pursued says account.named_since; its row here
-- says why.
create table target (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  person_id    uuid,
  account_id   uuid,
  why          text,
  day          date not null,
  by_id        uuid not null,
  at           timestamptz not null,
  dropped_on   date,
  dropped_by   uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nonnulls(person_id, account_id) = 1),
  check ((dropped_on is null) = (dropped_by is null))
);
create index target_person on target (workspace_id, person_id) where person_id is not null and dropped_on is null;
create index target_account on target (workspace_id, account_id) where account_id is not null and dropped_on is null;

call wall('ideal_client');
call wall('business_reason');
call wall('target');
