-- What is rehearsed, by which yes/no list it is scored, and which sessions were held. No words of a rehearsal are kept here, and nobody's
-- name from outside but what the team writes into a scenario or calls a guest.

-- One edition of a rubric in one language: one of the library (app/practice/library/) as the team has it, or one of its own. The last
-- that stands wins.
create table practice_rubric (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  key           text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  language      text not null check (language in ('en', 'de')),
  discipline    text not null check (discipline in ('asking', 'giving', 'follow-through')),
  name          text not null,
  points        jsonb not null,               -- app/practice/rubric.ts
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index practice_rubric_last on practice_rubric (workspace_id, key, language, id desc) where taken_back_at is null;

-- The same of a scenario.
create table practice_scenario (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  key           text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  language      text not null check (language in ('en', 'de')),
  rubric        text not null,                -- its key
  name          text not null,
  who           text not null,
  situation     text not null,
  mood          text not null check (mood in ('friendly', 'busy', 'reserved', 'annoyed', 'delighted')),
  objections    text[] not null,
  opening       text not null,
  moment        text check (moment in ('discovery', 'proposal', 'delivered', 'account-review', 'lost-deal', 'anytime')),
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index practice_scenario_last on practice_scenario (workspace_id, key, language, id desc) where taken_back_at is null;

-- No longer offered, in no language; what was held of it stays. taken_back: it is offered again.
create table practice_retired (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  what          text not null check (what in ('rubric', 'scenario')),
  key           text not null,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create unique index practice_retired_once on practice_retired (workspace_id, what, key) where taken_back_at is null;

-- One rehearsal of one member, which they scored themselves: it counts.
create table practice_session (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,
  scenario      text not null,                -- its key
  scenario_name text not null,                -- as it was called then
  skill         text not null,                -- the key of its rubric
  points        jsonb not null,               -- of the rubric, as they were then
  language      text not null check (language in ('en', 'de')),
  way           text not null check (way in ('mirror', 'written', 'talk', 'live')),
  day           date not null,
  seconds       integer not null check (seconds between 0 and 21600),
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, taken_back_by) references member (workspace_id, id)
);
create index practice_session_of on practice_session (workspace_id, member_id, day desc, id desc) where taken_back_at is null;

-- What one scorer said of a session, or is asked to say: kept is null until they have.
create table practice_score (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  session_id   uuid not null,
  scorer_id    uuid,                          -- null: somebody who is no member, on the rep's device
  guest        text,                          -- as the rep calls them
  asked_at     timestamptz not null,
  scored_at    timestamptz,
  kept         jsonb,                         -- yes or no for each of the session's points
  note         text,
  by_id        uuid not null,                 -- on whose device it was written, or who asked for it
  primary key (workspace_id, id),
  foreign key (workspace_id, session_id) references practice_session (workspace_id, id) on delete cascade,
  foreign key (workspace_id, scorer_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check ((scored_at is null) = (kept is null)),
  check (scorer_id is null or guest is null),
  check (scorer_id is not null or kept is not null),
  check (note is null or kept is not null)
);
create unique index practice_score_once on practice_score (workspace_id, session_id, scorer_id);
create index practice_score_wanted on practice_score (workspace_id, scorer_id, asked_at) where kept is null;

-- How many sessions a week are required from that week on; the last word stands.
create table practice_rule (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  sessions      smallint not null check (sessions between 0 and 7),
  from_day      date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);

-- Not on that day: what is due is offered on another.
create table practice_put_off (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  member_id    uuid not null,
  day          date not null,
  at           timestamptz not null,
  primary key (workspace_id, member_id, day),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

call wall('practice_rubric');
call wall('practice_scenario');
call wall('practice_retired');
call wall('practice_session');
call wall('practice_score');
call wall('practice_rule');
call wall('practice_put_off');
