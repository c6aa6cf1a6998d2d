-- Whom a rep might ask in a week, and why: app/today/suggest.ts has the order. A row is there once the rep has seen it. Its id is
-- made of member, week and person, so that what is shown and what is written down are the same however often it is asked for.
create table suggestion (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,              -- who might ask
  person_id     uuid not null,              -- whom
  mid_week      date not null,              -- the fourth day of its week: inside that week whichever day weeks begin on
  place         smallint not null check (place between 1 and 3),
  nth           smallint not null,          -- of its week: one that was refused or asked makes way for a later one in its place
  score         real not null,              -- as the formula gave it; what chances are calibrated on
  reasons       jsonb not null,             -- [{ part, words }], one to three
  say           text not null,              -- a line to begin with
  day           date not null,
  at            timestamptz not null,
  by_id         uuid not null,
  refused_on    date,
  refused_by    uuid,
  refused_why   text check (refused_why in ('not-the-moment', 'not-well-enough', 'unhappy', 'already-asked', 'not-a-source')),
  refused_words text,
  withdrawn_at  timestamptz,                -- made way for one whose refusal was taken back
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  check (num_nulls(refused_on, refused_by, refused_why) in (0, 3)),
  check (refused_words is null or refused_on is not null)
);
create index suggestion_of_member on suggestion (workspace_id, member_id, mid_week desc, place, id) where withdrawn_at is null;
create index suggestion_list on suggestion (workspace_id, mid_week desc, id) where withdrawn_at is null;
create index suggestion_of_person on suggestion (workspace_id, person_id, mid_week desc) where withdrawn_at is null;

call wall('suggestion');
