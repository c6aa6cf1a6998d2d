-- What is said in a poll is added to sums and forgotten: there are no ballots, so none can be found (docs/decisions/0107).

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

-- Themes of a team's own, beside those that come with the house (app/programme/willing-themes.ts).
create table willing_theme (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  name          text not null,
  signs         text[] not null,            -- words by which it is proposed
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);

-- Under which theme somebody put what a client said. The words stay where they were said, and this goes with them.
create table willing_word (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  card_id       uuid,                       -- an answer on a report card
  question_id   text,
  review_id     uuid,                       -- or a note of an account review
  point         text,
  theme         text not null,              -- a key, the id of one's own, or 'none': it says nothing of it
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, card_id, question_id) references report_answer (workspace_id, card_id, question_id) on delete cascade,
  foreign key (workspace_id, review_id, point) references account_review_note (workspace_id, review_id, point) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nonnulls(card_id, question_id) in (0, 2) and num_nonnulls(review_id, point) in (0, 2)),
  check ((card_id is null) <> (review_id is null))
);
create unique index willing_word_on_card on willing_word (workspace_id, card_id, question_id, theme)
  where card_id is not null and taken_back_at is null;
create unique index willing_word_in_review on willing_word (workspace_id, review_id, point, theme)
  where review_id is not null and taken_back_at is null;

-- What the company, or a team, is to reach each month, said by whoever leads it; the last word stands. The reps' goals are held against it.
create table goal_aim (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  team_id       uuid,                       -- null: the company
  amount        int check (amount between 0 and 100000), -- introductions a month; null: as many as its reps aim for
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index goal_aim_of on goal_aim (workspace_id, team_id, id desc);

-- Proposed goals that were accepted, with what held before, so that it can be undone.
create table goal_acceptance (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  from_day      date not null,
  goals         jsonb not null,             -- per member: the amount a month, and what was set for them before
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);

call wall('poll');
call wall('poll_urn');
call wall('poll_voter');
call wall('willing_theme');
call wall('willing_word');
call wall('goal_aim');
call wall('goal_acceptance');
