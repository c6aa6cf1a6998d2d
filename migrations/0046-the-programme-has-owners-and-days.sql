-- What a leader puts first, who sees to it that the rest follows and by when, on which day the roll-out began, and from which mark on
-- a barrier stands in the way. All that can be read from elsewhere is (app/programme/roll-out-facts-reader.ts, barrier-reader.ts).

-- The last that stands is the priority; those before stay as its history.
create table priority_statement (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  words         text not null,
  day           date not null,              -- it is dated
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);

-- What was said of an area: whose it is, by when, what shows it, and since when it follows the priority. The last that stands wins.
create table alignment (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  area          text not null check (area in ('recruiting', 'onboarding', 'training', 'compensation', 'sales-process', 'meetings')),
  owner_id      uuid,
  due_on        date,
  evidence      text,                       -- what shows it, in words
  link          text,                       -- or where it is to be read
  aligned_on    date,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (aligned_on is null or evidence is not null or link is not null)
);
create index alignment_last on alignment (workspace_id, area, id desc) where taken_back_at is null;

-- Ninety days from that day on; the last that stands wins.
create table roll_out (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  start_on      date not null,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);

-- The mark of a measure of the five barriers, where a leader set another than the one that comes with the house
-- (app/programme/barrier.ts); the last that stands wins.
create table barrier_threshold (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  measure       text not null check (measure ~ '^[a-z][a-z-]{0,59}$'),
  mark          smallint not null check (mark between 0 and 999), -- in the measure's unit: percent, days or areas
  why           text not null,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index barrier_threshold_last on barrier_threshold (workspace_id, measure, id desc) where taken_back_at is null;

call wall('priority_statement');
call wall('alignment');
call wall('roll_out');
call wall('barrier_threshold');
