-- Account reviews, their notes and what was promised in them. Each is a dated record with its author: `at` is when it was written
-- down. taken_back: it was a mistake and never held. When the next one is due is worked out (app/touches/rhythm.ts).

-- A review that was held stands on its meeting as one that was held, so that PostgreSQL refuses to have that taken from under it.
alter table meeting
  add column was_held boolean not null generated always as (taken_back_at is null and outcome is not distinct from 'held') stored,
  add unique (workspace_id, id, was_held);

create table account_review (
  workspace_id   uuid not null references workspace (workspace_id) on delete cascade,
  id             uuid not null,
  account_id     uuid not null,
  member_id      uuid not null,              -- who holds it
  day            date not null,              -- for which it was planned, where no meeting says another
  meeting_id     uuid,                       -- in which it takes place
  made_meeting   boolean not null,           -- which was arranged along with it, and goes with it
  slot_person_id uuid,                       -- who is asked in the place that was promised for it
  held_on        date,
  held_by        uuid,
  held_at        timestamptz,
  told_meeting   boolean not null default false, -- that the meeting was held was said along with it
  made_on        date not null,
  by_id          uuid not null,
  at             timestamptz not null,
  taken_back_at  timestamptz,
  taken_back_by  uuid,
  meeting_held   boolean generated always as (case when taken_back_at is null and held_on is not null then true end) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, meeting_id) references meeting (workspace_id, id),
  foreign key (workspace_id, meeting_id, meeting_held) references meeting (workspace_id, id, was_held),
  foreign key (workspace_id, slot_person_id) references person (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nulls(held_on, held_by, held_at) in (0, 3))
);
create index account_review_of on account_review (workspace_id, account_id, day desc, id desc) where taken_back_at is null;
create index account_review_list on account_review (workspace_id, day desc, id desc) where taken_back_at is null;
create index account_review_open on account_review (workspace_id, account_id) where taken_back_at is null and held_on is null;
create index account_review_in on account_review (workspace_id, meeting_id) where meeting_id is not null;

-- Who is invited to it, and once it was held, who came: each of them has the touch that it was.
create table account_review_person (
  workspace_id uuid not null,
  review_id    uuid not null,
  person_id    uuid not null,
  came         boolean,                      -- null: it was not held yet
  touch_id     uuid,                         -- that was written for them when it was held
  primary key (workspace_id, review_id, person_id),
  foreign key (workspace_id, review_id) references account_review (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, touch_id) references touch (workspace_id, id)
);
create index account_review_with on account_review_person (workspace_id, person_id);

-- Points of the agenda besides those that every review has (app/reviews/account-review.ts).
create table account_review_point (
  workspace_id  uuid not null,
  id            uuid not null,
  review_id     uuid not null,
  name          text not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, review_id) references account_review (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index account_review_point_of on account_review_point (workspace_id, review_id) where taken_back_at is null;

-- What was noted at a point. Whoever writes says which version they had before them.
create table account_review_note (
  workspace_id uuid not null,
  review_id    uuid not null,
  point        text not null,                -- one that every review has, or the id of one of its own
  words        text not null,
  version      int not null check (version > 0),
  by_id        uuid not null,
  at           timestamptz not null,
  primary key (workspace_id, review_id, point),
  foreign key (workspace_id, review_id) references account_review (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);

-- Who does what until when: one of us, or one of theirs.
create table review_commitment (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  review_id     uuid not null,
  account_id    uuid not null,
  member_id     uuid,                        -- ours
  person_id     uuid,                        -- theirs; neither: theirs, and nobody was named
  words         text not null,
  due_on        date not null,
  day           date not null,               -- on which it was promised
  done_on       date,
  done_by       uuid,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, review_id) references account_review (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nonnulls(member_id, person_id) < 2),
  check ((done_on is null) = (done_by is null))
);
create index review_commitment_at on review_commitment (workspace_id, account_id, due_on, id) where taken_back_at is null;
create index review_commitment_open on review_commitment (workspace_id, member_id, due_on) where taken_back_at is null and done_on is null;
create index review_commitment_of on review_commitment (workspace_id, review_id) where taken_back_at is null;

-- By what the client measures us, in their words.
create table account_measure (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  account_id    uuid not null,
  name          text not null,
  unit          text,
  target        numeric(18, 4),
  better        text not null check (better in ('more', 'less')),
  day           date not null,
  ended_on      date,                        -- they look at it no longer
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index account_measure_of on account_measure (workspace_id, account_id, id) where taken_back_at is null;

create table account_measure_value (
  workspace_id  uuid not null,
  id            uuid not null,
  measure_id    uuid not null,
  value         numeric(18, 4) not null,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, measure_id) references account_measure (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index account_measure_value_of on account_measure_value (workspace_id, measure_id, day desc, id desc) where taken_back_at is null;

call wall('account_review');
call wall('account_review_person');
call wall('account_review_point');
call wall('account_review_note');
call wall('review_commitment');
call wall('account_measure');
call wall('account_measure_value');
