-- Recordings of rehearsals that somebody shared. The recording itself is a sealed file in the data folder; what is not shared never leaves
-- the device it was recorded on.

create table practice_take (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,                -- who is seen in it
  session_id    uuid,                         -- the rehearsal it is of, once that was scored
  scenario_name text not null,
  type          text not null,                -- "video/webm;codecs=vp8,opus"
  seconds       integer not null check (seconds between 0 and 21600),
  bytes         bigint not null check (bytes > 0),
  received      bigint not null default 0,    -- of these bytes; all of them: it can be seen
  heard         jsonb,                        -- lib/audio/heard.ts
  wrapped_key   bytea,                        -- what the file is sealed with, itself sealed; null: gone, and the file with it
  until_day     date not null,                -- the last day on which it can be seen
  shared_at     timestamptz not null,
  received_at   timestamptz not null,         -- when the last bytes came
  ended_at      timestamptz,
  ended         text check (ended in ('withdrawn', 'past-its-day', 'never-arrived', 'lost')),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, session_id) references practice_session (workspace_id, id),
  check (received <= bytes),
  check ((ended_at is null) = (wrapped_key is not null)),
  check ((ended_at is null) = (ended is null))
);
create index practice_take_of on practice_take (workspace_id, member_id, id desc);
create index practice_take_standing on practice_take (workspace_id, until_day) where ended_at is null;

-- Who may see it, besides whoever is seen in it: nobody else, whatever their role.
create table practice_take_viewer (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  take_id      uuid not null,
  member_id    uuid not null,
  chosen_at    timestamptz not null,
  primary key (workspace_id, take_id, member_id),
  foreign key (workspace_id, take_id) references practice_take (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index practice_take_viewer_is on practice_take_viewer (workspace_id, member_id, take_id desc);

call wall('practice_take');
call wall('practice_take_viewer');

-- Read by askwell backup: a backup must not outlive what was withdrawn.
comment on table practice_take is 'not in backups';
comment on table practice_take_viewer is 'not in backups';
