-- Praise for something that happened, boards that a leader has switched off, and words that somebody would like the team to have.
-- Milestones, places on a board, tiers and who improved most are worked out (app/coaching), never stored.

create table praise (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  to_id         uuid not null,              -- who is praised
  fact_id       uuid not null,              -- for which line of the journal
  words         text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  seen_at       timestamptz,                -- by whom is praised: then it is on Today no longer
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, to_id) references member (workspace_id, id),
  foreign key (workspace_id, fact_id) references journal (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (to_id <> by_id)
);
create unique index praise_once on praise (workspace_id, fact_id, by_id) where taken_back_at is null;
create index praise_by_day on praise (workspace_id, day desc, id desc) where taken_back_at is null;
create index praise_not_seen on praise (workspace_id, to_id, day) where taken_back_at is null and seen_at is null;

-- taken_back: it is on again.
create table board_off (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  board         text not null check (board in ('asks', 'introductions', 'loops-closed', 'promises-kept', 'most-improved', 'tiers')),
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create unique index board_off_once on board_off (workspace_id, board) where taken_back_at is null;

-- Words of a member or a team, proposed for the library of their team or of the whole workspace (team_id null). Accepted, the wording
-- belongs to the team or to all, with what came of it; from_* say whose it was, for the way back.
create table best_practice (
  workspace_id   uuid not null references workspace (workspace_id) on delete cascade,
  id             uuid not null,
  wording_id     uuid not null,
  team_id        uuid,
  why            text,
  day            date not null,
  by_id          uuid not null,
  at             timestamptz not null,
  decision       text check (decision in ('accepted', 'refused')),
  decided_on     date,
  decided_by     uuid,
  decided_why    text,
  from_team_id   uuid,
  from_member_id uuid,
  taken_back_at  timestamptz,
  taken_back_by  uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, wording_id) references wording (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  foreign key (workspace_id, decided_by) references member (workspace_id, id),
  foreign key (workspace_id, from_team_id) references team (workspace_id, id),
  foreign key (workspace_id, from_member_id) references member (workspace_id, id),
  check (num_nulls(decision, decided_on, decided_by) in (0, 3)),
  check (decision is distinct from 'refused' or decided_why is not null),
  check (decision is not distinct from 'accepted' or num_nonnulls(from_team_id, from_member_id) = 0)
);
create unique index best_practice_waits on best_practice (workspace_id, wording_id) where taken_back_at is null and decision is null;
create index best_practice_list on best_practice (workspace_id, day desc, id desc) where taken_back_at is null;

call wall('praise');
call wall('board_off');
call wall('best_practice');

-- What somebody did for sources in a stretch of time, for a board and the story of a week.
create index duty_done_by on duty_done (workspace_id, by_id, day) where taken_back_at is null and let_go_why is null;
