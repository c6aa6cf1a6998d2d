-- On which weekdays the team works (1 is Monday), and on which a member works, where that differs.
alter table workspace add column workdays smallint[] not null default '{1,2,3,4,5}'
  check (cardinality(workdays) between 1 and 7 and workdays <@ '{1,2,3,4,5,6,7}');
alter table member add column workdays smallint[]
  check (cardinality(workdays) between 1 and 7 and workdays <@ '{1,2,3,4,5,6,7}');

-- Where several holidays came from at once: the list of a country, or a calendar file. Taken back, all of its days are worked again.
create table holiday_list (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  kind          text not null check (kind in ('country', 'file')),
  name          text not null,              -- "Germany, Bavaria", or the name of the file
  country       text,                       -- as date-holidays writes it: "DE"
  region        text,                       -- "BY"
  until_year    integer,                    -- of a country's list: the last year that was added
  member_id     uuid,                       -- null: for everybody
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check ((kind = 'country') = (country is not null) and (kind = 'country') = (until_year is not null))
);
create unique index holiday_list_of_country on holiday_list (workspace_id, member_id, country, region) nulls not distinct
  where kind = 'country' and taken_back_at is null;

create table holiday (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  day           date not null,
  name          text not null,
  member_id     uuid,                       -- null: for everybody
  list_id       uuid,                       -- null: written by hand
  by_id         uuid,                       -- null: the night's work
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  foreign key (workspace_id, list_id) references holiday_list (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
-- Of one list a day is there once, also when somebody took it out: the night's work must not bring it back.
create unique index holiday_of_list on holiday (workspace_id, list_id, day) where list_id is not null;
create unique index holiday_by_hand on holiday (workspace_id, member_id, day) nulls not distinct
  where list_id is null and taken_back_at is null;
create index holiday_by_day on holiday (workspace_id, day) where taken_back_at is null;

create table absence (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,
  from_day      date not null,
  to_day        date not null,              -- the last day away
  stand_in_id   uuid,                       -- who takes over meanwhile
  words         text,                       -- for whoever stands in and leads; nobody else reads them
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  foreign key (workspace_id, stand_in_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (to_day >= from_day and stand_in_id is distinct from member_id)
);
create index absence_of_member on absence (workspace_id, member_id, to_day) where taken_back_at is null;
create index absence_by_day on absence (workspace_id, to_day) where taken_back_at is null;

call wall('holiday_list');
call wall('holiday');
call wall('absence');
