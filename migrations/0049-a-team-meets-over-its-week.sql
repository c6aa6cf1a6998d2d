-- The sales meeting of a team over one of its weeks: what whoever leads it settled, and that it was held. The week's story itself is
-- read from what is written down elsewhere (app/coaching/sales-meeting*.ts).

create table sales_meeting (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  team_id       uuid not null,
  mid_week      date not null,              -- a day inside the week it is about
  best_ask_id   uuid,                       -- null: the one that the rule proposes
  skill         text check (skill ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  scenario      text check (scenario ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  minutes       jsonb check (jsonb_typeof(minutes) = 'object'),  -- of each part; null: as the team had them last
  held_on       date,
  held_by       uuid,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, team_id, mid_week),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, best_ask_id) references ask (workspace_id, id),
  foreign key (workspace_id, held_by) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check ((held_on is null) = (held_by is null))
);

call wall('sales_meeting');
