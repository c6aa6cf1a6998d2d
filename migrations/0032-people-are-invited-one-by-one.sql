-- Events and articles, and to whom each of them was offered; and what else belongs to a rhythm.

-- Report cards and the monthly letter go by the kind of person, too.
alter table rhythm
  add column card_days    smallint check (card_days between 7 and 730), -- between report cards; null: none
  add column gets_letters boolean not null default false;
-- What a leader had set of a kind before says nothing of these: there they begin as the defaults do (app/touches/rhythm.ts).
update rhythm set
  card_days = case when group_of in ('client-a', 'client-b', 'client-c', 'client') then 182 end,
  gets_letters = group_of not in ('friend', 'prospect');

-- An account review takes place in a meeting: it is one contact, told by the touch.
alter table touch
  add column meeting_id uuid,
  add foreign key (workspace_id, meeting_id) references meeting (workspace_id, id);
create index touch_in_meeting on touch (workspace_id, meeting_id) where meeting_id is not null and taken_back_at is null;

-- What is offered to people we choose one by one: an event to come to, an article worth their time.
create table occasion (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  kind          text not null check (kind in ('event', 'article')),
  title         text not null,
  day           date,                       -- of an event
  time          text,                       -- "HH:MM" on the workspace's clock
  place         text,
  link          text,
  words         text,                       -- what it is, or why it matters: it goes into each letter
  language      text not null check (language in ('en', 'de')),
  member_id     uuid not null,              -- whose it is
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check ((kind = 'event') = (day is not null))
);
create index occasion_list on occasion (workspace_id, id desc) where taken_back_at is null;

-- To whom, in which words, and what came of it: each is a day with what was said on it.
create table occasion_offer (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  occasion_id   uuid not null,
  person_id     uuid not null,
  member_id     uuid not null,              -- who of us writes to them
  words         text,                       -- changed by hand; null: as they are made from the occasion
  chosen_on     date not null,
  sent_on       date,
  sent_at       timestamptz,
  counts        boolean not null default false, -- whether its kind had any weight when it was sent
  answer        text check (answer in ('coming', 'not')),
  answered_on   date,
  came          boolean,                    -- to an event; null: nobody said so
  reaction      text,                       -- a word of theirs
  reacted_on    date,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, occasion_id) references occasion (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check ((answer is null) = (answered_on is null)),
  check ((reaction is null) = (reacted_on is null)),
  check (sent_on is not null or (answer is null and came is null and reaction is null)),
  check ((sent_on is null) = (sent_at is null))
);
create index occasion_offer_to on occasion_offer (workspace_id, person_id, id desc) where taken_back_at is null;
create index occasion_offer_of on occasion_offer (workspace_id, occasion_id, id) where taken_back_at is null;
create index occasion_offer_sent on occasion_offer (workspace_id, member_id, sent_at) where taken_back_at is null;

call wall('occasion');
call wall('occasion_offer');

-- Where a letter reaches them: the lines below the name, as they stand on an envelope. Of one person, or of a company; the last word
-- stands.
create table postal_address (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid,
  account_id    uuid,
  lines         text,                       -- null: none is known any more
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nonnulls(person_id, account_id) = 1)
);
create index postal_address_of on postal_address (workspace_id, person_id, id desc) where taken_back_at is null and person_id is not null;
create index postal_address_at on postal_address (workspace_id, account_id, id desc) where taken_back_at is null and account_id is not null;

call wall('postal_address');
