-- Introductions that we make, and what our people need and offer. Each is a dated record with its author. `day` is the day of the
-- fact, `at` when it was written down. taken_back: it was a mistake and never held.

create table given_referral (
  workspace_id    uuid not null references workspace (workspace_id) on delete cascade,
  id              uuid not null,
  member_id       uuid not null,            -- who of us introduces
  to_id           uuid not null,            -- who gets the introduction
  to_account_id   uuid,                     -- where they worked then
  whom_id         uuid,                     -- who is introduced: one of our people,
  whom_account_id uuid,
  whom_name       text,                     -- or somebody outside by name
  whom_does       text,                     -- and what they do: a caterer, a lawyer
  kind            text not null check (kind in ('resource', 'prospect', 'trade', 'personal')),
  why             text,                     -- one sentence
  level           smallint not null check (level between 0 and 5), -- as with referrals received: our effort
  day             date not null,
  counts_from     date,                     -- the day it became an introduction; null while level 0
  by_id           uuid not null,
  at              timestamptz not null,
  taken_back_at   timestamptz,
  taken_back_by   uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, to_id) references person (workspace_id, id),
  foreign key (workspace_id, whom_id) references person (workspace_id, id),
  foreign key (workspace_id, to_account_id) references account (workspace_id, id),
  foreign key (workspace_id, whom_account_id) references account (workspace_id, id),
  check (to_id <> whom_id),
  check ((whom_id is null) = (whom_name is not null)),
  check (whom_does is null or whom_name is not null),
  check ((level = 0) = (counts_from is null)),
  check (counts_from >= day)
);
create index given_referral_list on given_referral (workspace_id, day desc, id desc) where taken_back_at is null;
create index given_referral_of_member on given_referral (workspace_id, member_id, day desc, id desc) where taken_back_at is null;
create index given_referral_to on given_referral (workspace_id, to_id, day desc, id desc) where taken_back_at is null;
create index given_referral_whom on given_referral (workspace_id, whom_id, day desc, id desc) where taken_back_at is null and whom_id is not null;

-- What was said of it since: whether a side agreed before names were joined, what came of it, that somebody thanked us. The last
-- one of its kind stands, so that each can be taken back in any order.
create table given_word (
  workspace_id  uuid not null,
  id            uuid not null,
  given_id      uuid not null,
  about         text not null check (about in ('asked', 'agreed', 'declined', 'spoke', 'business', 'nothing', 'thanked')),
  side          text check (side in ('to', 'whom')), -- of whom, where we ask first
  how           text check (how in ('call', 'in-person', 'note', 'e-mail', 'message', 'gift')),
  words         text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, given_id) references given_referral (workspace_id, id) on delete cascade,
  check ((side is not null) = (about in ('asked', 'agreed', 'declined'))),
  check ((how is not null) = (about = 'thanked'))
);
create index given_word_of on given_word (workspace_id, given_id, id) where taken_back_at is null;

-- What a person or a company needs or offers, as a short line.
create table need_or_offer (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  what          text not null check (what in ('need', 'offer')),
  person_id     uuid,
  account_id    uuid,
  line          text not null check (char_length(line) between 1 and 200),
  day           date not null,
  until_day     date,                       -- the last day on which it holds
  by_id         uuid not null,
  at            timestamptz not null,
  ended_on      date,
  ended_by      uuid,
  ended_how     text check (ended_how in ('settled', 'withdrawn')),
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  check (num_nonnulls(person_id, account_id) = 1),
  check (num_nulls(ended_on, ended_by, ended_how) in (0, 3)),
  check (until_day >= day)
);
create index need_or_offer_open on need_or_offer (workspace_id, id desc) where taken_back_at is null and ended_on is null;
create index need_or_offer_of_person on need_or_offer (workspace_id, person_id, id desc) where taken_back_at is null and person_id is not null;
create index need_or_offer_of_account on need_or_offer (workspace_id, account_id, id desc) where taken_back_at is null and account_id is not null;

-- Two who are not to be introduced to each other, and why not.
create table kept_apart (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  one_id        uuid not null,
  other_id      uuid not null,
  why           text not null check (why in ('know-each-other', 'no-fit', 'rivals', 'not-now', 'other')),
  words         text,
  day           date not null,
  until_day     date,                       -- not-now: the last day of it
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, one_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, other_id) references person (workspace_id, id) on delete cascade,
  check (one_id <> other_id),
  check ((until_day is not null) = (why = 'not-now'))
);
create index kept_apart_one on kept_apart (workspace_id, one_id) where taken_back_at is null;
create index kept_apart_other on kept_apart (workspace_id, other_id) where taken_back_at is null;

-- Whether somebody wants to be asked before they are introduced; the last word stands.
create table introduction_wish (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  ask_first     boolean not null,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index introduction_wish_of on introduction_wish (workspace_id, person_id, id desc) where taken_back_at is null;

call wall('given_referral');
call wall('given_word');
call wall('need_or_offer');
call wall('kept_apart');
call wall('introduction_wish');
