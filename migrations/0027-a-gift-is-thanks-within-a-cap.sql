-- What a year's gifts to one person may come to, as leaders set it; a workspace without a row goes by what app/loops/gift.ts says.
create table gift_rule (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  cap_minor    bigint not null check (cap_minor >= 0),
  currency     text not null,
  clients      text not null check (clients in ('may', 'never')), -- whether people at clients get gifts at all
  at           timestamptz not null,
  by_id        uuid not null,
  primary key (workspace_id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);

-- Somebody wants no gifts, or their employer forbids them, from a day on until it is lifted. taken_back: it was a mistake and never held.
create table gift_ban (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid,
  account_id    uuid,
  words         text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  lifted_on     date,                       -- the first day on which it no longer holds
  lifted_by     uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nonnulls(person_id, account_id) = 1),
  check (num_nulls(lifted_on, lifted_by) in (0, 2)),
  check (lifted_on >= day)
);
create index gift_ban_of_person on gift_ban (workspace_id, person_id, id desc) where taken_back_at is null and person_id is not null;
create index gift_ban_of_account on gift_ban (workspace_id, account_id, id desc) where taken_back_at is null and account_id is not null;

-- A gift to somebody as thanks. Within the cap it was given on its day. Above it, it is asked for first, approved or refused, and
-- then given. taken_back: it was a mistake, or is not wanted any more.
create table gift (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  account_id    uuid,                       -- where they worked then
  member_id     uuid not null,              -- who of us gives
  referral_id   uuid,                       -- the introduction it is thanks for
  duty_kinds    text[] not null default '{}', -- of that introduction, the duties to this person that are done when it is given
  what          text not null check (char_length(what) between 1 and 200),
  minor         bigint not null check (minor > 0),
  currency      text not null,
  words         text,
  day           date not null,              -- given, or asked for while it is not
  asked_at      timestamptz,                -- null: within the cap
  approved_at   timestamptz,
  approved_by   uuid,
  refused_at    timestamptz,
  refused_by    uuid,
  refused_why   text,
  given_on      date,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, referral_id) references referral (workspace_id, id),
  foreign key (workspace_id, approved_by) references member (workspace_id, id),
  foreign key (workspace_id, refused_by) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nulls(approved_at, approved_by) in (0, 2)),
  check (num_nulls(refused_at, refused_by, refused_why) in (0, 3)),
  check (num_nonnulls(approved_at, refused_at) <= case when asked_at is null then 0 else 1 end),
  check (given_on is null or asked_at is null or approved_at is not null),
  check (asked_at is not null or given_on = day),
  check (given_on >= day)
);
create index gift_list on gift (workspace_id, day desc, id desc) where taken_back_at is null;
create index gift_to on gift (workspace_id, person_id, day desc, id desc) where taken_back_at is null;
create index gift_waiting on gift (workspace_id, id) where taken_back_at is null and given_on is null and refused_at is null;
create index gift_for on gift (workspace_id, referral_id) where taken_back_at is null and given_on is null and referral_id is not null;

-- Which gift a duty was done with. Duties of before this version know none.
alter table duty_done add column gift_id uuid;
alter table duty_done add foreign key (workspace_id, gift_id) references gift (workspace_id, id);
alter table duty_done add check (gift_id is null or how = 'gift');
create index duty_done_with on duty_done (workspace_id, gift_id) where taken_back_at is null and gift_id is not null;

call wall('gift_rule');
call wall('gift_ban');
call wall('gift');
