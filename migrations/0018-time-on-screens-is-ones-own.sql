-- How long somebody was active on the screens in a week. Theirs alone: no list, export or journal line holds it, and leaders are told
-- the median of five and more (docs/decisions). Whole weeks and no days, so that nobody's hours can be read from it.
create table screen_time (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  member_id     uuid not null,
  mid_week      date not null,              -- the fourth day of its week: inside that week whichever day weeks begin on
  seconds       integer not null check (seconds between 1 and 604800), -- a week has 604800
  primary key (workspace_id, member_id, mid_week),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
create index screen_time_of_week on screen_time (workspace_id, mid_week);

call wall('screen_time');
