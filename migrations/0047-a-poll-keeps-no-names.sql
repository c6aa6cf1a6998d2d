-- What is said in a poll is added to sums and forgotten: there are no ballots, so none can be found (docs/decisions/0105).

create table poll (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  statements    jsonb not null,             -- app/programme/poll.ts
  opened_on     date not null,
  last_day      date not null,              -- open to its end; nothing of what was said is shown before
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,                -- only while nobody had answered
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (opened_on <= last_day)
);
create index poll_by_day on poll (workspace_id, last_day) where taken_back_at is null;

-- The sums of a poll: no time, no member, no order.
create table poll_urn (
  workspace_id uuid not null,
  poll_id      uuid not null,
  answers      int not null check (answers >= 0),
  rank_sums    int[] not null,              -- one an activity, in the order of app/programme/poll.ts
  rank_squares int[] not null,
  agreed       int[] not null,              -- five a statement: who said 1 to 5
  chance       int[] not null,              -- drawn when it was opened; stands between the sums and whoever knows all answers but one
  primary key (workspace_id, poll_id),
  foreign key (workspace_id, poll_id) references poll (workspace_id, id) on delete cascade
);

-- Who has answered, so that everybody does so once; not when, and not what.
create table poll_voter (
  workspace_id uuid not null,
  poll_id      uuid not null,
  member_id    uuid not null,
  primary key (workspace_id, poll_id, member_id),
  foreign key (workspace_id, poll_id) references poll (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

call wall('poll');
call wall('poll_urn');
call wall('poll_voter');
