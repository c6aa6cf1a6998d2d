-- Calendars of members: handed out, and read.

-- The link at which a member's own calendar is handed out. The link is signed, so nothing of it is kept.
create table calendar_feed (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  member_id    uuid not null,
  made_at      timestamptz not null,
  content_hash text,                        -- of what was handed out last, and since when it is so
  changed_at   timestamptz,
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check ((content_hash is null) = (changed_at is null))
);
create unique index calendar_feed_of on calendar_feed (workspace_id, member_id) where withdrawn_at is null;

-- A calendar that a member lets us read: by a link, again and again, or as a file, once.
create table read_calendar (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  member_id    uuid not null,
  kind         text not null check (kind in ('link', 'file')),
  url          text,                        -- of a link while it is read; gone with it
  name         text,                        -- as the calendar calls itself, or the file
  given_at     timestamptz not null,
  tried_at     timestamptz,
  read_at      timestamptz,                 -- the last time that it could be read
  events       integer,                     -- in a file, whoever they are with
  failures     integer not null default 0,  -- since then
  trouble      text,                        -- why it cannot be read, in words
  next_at      timestamptz,                 -- of a link: when it is read again
  stopped_at   timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check ((kind = 'link' and stopped_at is null) = (url is not null))
);
create unique index read_calendar_linked on read_calendar (workspace_id, member_id) where kind = 'link' and stopped_at is null;
create index read_calendar_of on read_calendar (workspace_id, member_id, id desc);

-- An event with somebody we know, and what became of it. Of the event itself no word is kept: a fingerprint, the day and the hour.
create table noticed_event (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  member_id    uuid not null,
  calendar_id  uuid not null,               -- in which it was seen last
  event_key    text not null,               -- of its name and of which time it is
  person_id    uuid not null,
  day          date not null,
  time         time,
  became       text not null check (became in ('meeting', 'touch', 'known')), -- known: it was noted already
  meeting_id   uuid,
  touch_id     uuid,
  off_at       timestamptz,                 -- called off in the calendar
  refused_at   timestamptz,                 -- a person took back what came of it: it is not noticed again
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, calendar_id) references read_calendar (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, meeting_id) references meeting (workspace_id, id),
  foreign key (workspace_id, touch_id) references touch (workspace_id, id),
  check ((became = 'touch') = (touch_id is not null)),
  check ((became = 'touch') = (meeting_id is null))
);
create unique index noticed_event_once on noticed_event (workspace_id, member_id, event_key, person_id);
create index noticed_event_list on noticed_event (workspace_id, member_id, day desc, id desc);
create index noticed_event_of_person on noticed_event (workspace_id, person_id);

call wall('calendar_feed');
call wall('read_calendar');
call wall('noticed_event');
