-- Newsletters, who wants them, and each copy that left.

-- Somebody may want no newsletters and still be written to themselves.
alter table do_not_write drop constraint do_not_write_reach_check;
alter table do_not_write add constraint do_not_write_reach_check
  check (reach in ('newsletter', 'e-mail', 'everything')); -- each holds for what stands before it, too

-- A letter to many: a draft until somebody presses send. Where it stands is which of its times is there.
create table newsletter (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,              -- in whose name it speaks; answers go to them
  subject       text not null,
  text          text not null,              -- Markdown
  language      text not null check (language in ('en', 'de')), -- of what we add at its end
  groups        text[] not null,            -- of people (app/touches/rhythm.ts)
  subscribers   boolean not null,           -- and whoever subscribed, of whatever group
  whose         text not null check (whose in ('own', 'all')), -- people whom its writer holds, or everybody's
  version       integer not null,           -- one more with every change of what is above
  at            timestamptz not null,
  by_id         uuid not null,
  changed_at    timestamptz not null,
  changed_by    uuid not null,
  sent_at       timestamptz,                -- somebody pressed send
  sent_by       uuid,
  turn          uuid,                       -- of the jobs that send it only those of this turn go on
  paused_at     timestamptz,
  paused_by     uuid,                       -- null with a pause: it paused itself
  trouble       text,                       -- why it paused itself, or waits
  stopped_at    timestamptz,                -- whoever has not got it does not get it
  stopped_by    uuid,
  done_at       timestamptz,                -- nobody is left to get it
  taken_back_at timestamptz,                -- a draft was thrown away
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  foreign key (workspace_id, sent_by) references member (workspace_id, id),
  check (num_nulls(sent_at, sent_by) in (0, 2)),
  check (sent_at is not null or num_nonnulls(paused_at, stopped_at, done_at) = 0),
  check (sent_at is null or taken_back_at is null)
);
create index newsletter_list on newsletter (workspace_id, id desc) where taken_back_at is null;

-- A copy of one version to oneself, looked at before it goes to anybody.
create table newsletter_test (
  workspace_id  uuid not null,
  id            uuid not null,
  newsletter_id uuid not null,
  version       integer not null,
  member_id     uuid not null,
  at            timestamptz not null,
  accepted_at   timestamptz,
  failed_at     timestamptz,
  failure       text,
  primary key (workspace_id, id),
  foreign key (workspace_id, newsletter_id) references newsletter (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check (num_nonnulls(accepted_at, failed_at) <= 1)
);
create index newsletter_test_of on newsletter_test (workspace_id, newsletter_id, id desc);

-- One letter to one person. The address is theirs at the moment in which it leaves: here stands only by what it is known again.
create table newsletter_copy (
  workspace_id  uuid not null,
  id            uuid not null,
  newsletter_id uuid not null,
  person_id     uuid,
  key           text not null,              -- of the address, as in do_not_write_address
  because       text not null,              -- why they got it (app/letters/recipient.ts)
  handed_at     timestamptz,                -- from here on it may have left
  accepted_at   timestamptz,                -- the mail server took it
  refused_at    timestamptz,                -- the mail server never will: it has not left
  left_out_at   timestamptz,                -- it was not to go to them any more when their turn came
  doubted_at    timestamptz,                -- broken off between handed and accepted, for a person to decide
  why           text,                       -- of a refusal: the server's words; of who was left out: as in recipient.ts
  later_at      timestamptz,                -- the server asked for patience: not before then
  tries         smallint not null default 0,
  noted_at      timestamptz,                -- it stands on their timeline
  unsubscribed_at timestamptz,              -- by the link in this copy
  bounced_at    timestamptz,                -- it came back, for good or for now
  bounce        text check (bounce in ('hard', 'soft')),
  bounce_says   text,
  primary key (workspace_id, id),
  unique (workspace_id, newsletter_id, key),
  foreign key (workspace_id, newsletter_id) references newsletter (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete set null (person_id),
  check (handed_at is not null or num_nonnulls(accepted_at, doubted_at) = 0),
  check (num_nonnulls(accepted_at, refused_at, left_out_at, doubted_at) <= 1),
  check ((bounced_at is null) = (bounce is null))
);
create index newsletter_copy_waiting on newsletter_copy (workspace_id, newsletter_id, id)
  where handed_at is null and refused_at is null and left_out_at is null;
create index newsletter_copy_unnoted on newsletter_copy (workspace_id, newsletter_id)
  where noted_at is null and handed_at is not null;
create index newsletter_copy_to on newsletter_copy (workspace_id, person_id, id desc) where person_id is not null;
create index newsletter_copy_at on newsletter_copy (workspace_id, key, id desc);

-- Somebody answered in words of their own.
create table newsletter_reply (
  workspace_id  uuid not null,
  id            uuid not null,
  newsletter_id uuid not null,
  copy_id       uuid,
  person_id     uuid,                       -- who answered, as far as they are somebody here
  by_other      boolean not null,           -- not whom the copy went to: they passed it on
  other_address text,                       -- of such a one, where nobody here has it
  is_proven     boolean not null,           -- the sender's domain answers for it
  says_no_more  boolean not null,           -- as app/letters/no-more.ts reads it
  mail_key      text not null,              -- SHA-256 of its Message-ID: the same mail told twice is one reply
  subject       text not null,
  words         text,                       -- only where the letter's writer wants them kept
  at            timestamptz not null,
  passed_on_at  timestamptz,                -- to the writer's own mailbox
  touch_id      uuid,                       -- the answer that was noted
  settled_at    timestamptz,                -- answered, or none is needed
  settled_by    uuid,
  primary key (workspace_id, id),
  unique (workspace_id, mail_key),
  foreign key (workspace_id, newsletter_id) references newsletter (workspace_id, id) on delete cascade,
  foreign key (workspace_id, copy_id) references newsletter_copy (workspace_id, id) on delete set null (copy_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete set null (person_id),
  foreign key (workspace_id, touch_id) references touch (workspace_id, id) on delete set null (touch_id),
  check ((settled_at is null) = (settled_by is null))
);
create index newsletter_reply_to on newsletter_reply (workspace_id, newsletter_id, id desc);
create index newsletter_reply_of on newsletter_reply (workspace_id, person_id, id desc) where person_id is not null;
create index newsletter_reply_open on newsletter_reply (workspace_id, id) where settled_at is null;

-- An address to which nothing goes because letters to it come back. It is known again by its key, whoever has it.
create table resting_address (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  key          text not null,
  why          text not null check (why in ('hard', 'soft')), -- soft: several in a row came back for now
  says         text,                        -- the other server's own words
  at           timestamptz not null,
  lifted_at    timestamptz,                 -- somebody knows that it works again
  lifted_by    uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, lifted_by) references member (workspace_id, id),
  check ((lifted_at is null) = (lifted_by is null))
);
create unique index resting_address_now on resting_address (workspace_id, key) where lifted_at is null;

-- Somebody is asked, at their address, whether they want the letters; only their own press makes it hold.
create table subscription (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  person_id    uuid,                        -- whom a member invited; from the public page once they have confirmed
  name         text,                        -- from the public page, until then
  address      text,
  key          text not null,
  language     text not null check (language in ('en', 'de')),
  at           timestamptz not null,
  by_id        uuid,                        -- null: they asked for it on the public page
  sent_at      timestamptz,                 -- the question was handed to the mail server
  failure      text,
  confirmed_at timestamptz,
  words        text,                        -- to what they said yes, as it stood there
  consent_id   uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  foreign key (workspace_id, consent_id) references contact_consent (workspace_id, id) on delete set null (consent_id),
  check ((confirmed_at is null) = (words is null))
);
create index subscription_of on subscription (workspace_id, person_id, id desc) where person_id is not null;
create index subscription_at on subscription (workspace_id, key, id desc);

-- When letters may leave, and how fast; one line, or none: then as app/letters/quiet.ts has it.
create table newsletter_setting (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  from_time    text not null check (from_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  until_time   text not null check (until_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  days_off     boolean not null,            -- also on weekends and holidays
  per_minute   integer not null check (per_minute between 1 and 6000),
  at           timestamptz not null,
  by_id        uuid not null,
  primary key (workspace_id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (from_time < until_time)
);

call wall('newsletter');
call wall('newsletter_test');
call wall('newsletter_copy');
call wall('newsletter_reply');
call wall('resting_address');
call wall('subscription');
call wall('newsletter_setting');
