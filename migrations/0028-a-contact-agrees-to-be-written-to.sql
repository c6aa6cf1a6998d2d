-- Whether somebody may be written to, and the first answer to an introduction as it was sent. Each is a dated record with its
-- author: `day` is the day of the fact, `at` when it was written down. taken_back: it was a mistake and never held.

create table contact_consent (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  how           text not null check (how in ('in-person', 'call', 'message', 'email', 'page')), -- page: they said so themselves
  covers        text not null check (covers in ('introduction', 'everything')),
  words         text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  withdrawn_on  date,                       -- the first day on which it does not hold
  withdrawn_by  uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nulls(withdrawn_on, withdrawn_by) in (0, 2)),
  check (withdrawn_on >= day)
);
create index contact_consent_of on contact_consent (workspace_id, person_id) where taken_back_at is null;

-- Somebody does not want to hear from us. It outlives the person's record, and holds for whoever has one of its addresses.
create table do_not_write (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid,
  reach         text not null check (reach in ('e-mail', 'everything')), -- everything: no calls either
  words         text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  lifted_on     date,
  lifted_by     uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete set null (person_id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index do_not_write_of on do_not_write (workspace_id, person_id) where taken_back_at is null;
create table do_not_write_address (
  workspace_id uuid not null,
  key          text not null,               -- SHA-256 of the workspace's id and the address: known again, not read
  stop_id      uuid not null,
  primary key (workspace_id, key, stop_id),
  foreign key (workspace_id, stop_id) references do_not_write (workspace_id, id) on delete cascade
);

-- The law of some countries wants it in what we send.
alter table workspace add column postal_address text;

-- The first answer to an introduction, handed to the mail server by us. Where it stands is which of its times is there.
create table answer_letter (
  workspace_id   uuid not null references workspace (workspace_id) on delete cascade,
  id             uuid not null,
  referral_id    uuid not null,
  member_id      uuid not null,             -- who looked it over and sent it
  contact_id     uuid not null,
  source_id      uuid not null,
  to_address     text not null,
  copy_address   text,                      -- of the source, in bcc
  subject        text not null,
  text           text not null,
  message_id     text not null,             -- the same for a letter sent again because nobody knows whether it left
  asked_at       timestamptz not null,
  handed_at      timestamptz,               -- from here on it may have left
  accepted_at    timestamptz,               -- the mail server took it
  answered_at    timestamptz,               -- and it was noted as the answer
  failed_at      timestamptz,               -- it has not left
  failure        text,
  doubted_at     timestamptz,               -- broken off between handed and accepted
  copy_failure   text,                      -- why the source did not get theirs
  called_back_at timestamptz,               -- before it was handed over
  called_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, referral_id) references referral (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, contact_id) references person (workspace_id, id),
  foreign key (workspace_id, source_id) references person (workspace_id, id),
  check (handed_at is not null or num_nonnulls(accepted_at, doubted_at) = 0),
  check (num_nonnulls(accepted_at, failed_at, doubted_at, called_back_at) <= 1),
  check ((failure is not null) = (failed_at is not null))
);
create index answer_letter_of on answer_letter (workspace_id, referral_id, id desc);
create index answer_letter_by on answer_letter (workspace_id, member_id, asked_at);
create unique index answer_letter_under_way on answer_letter (workspace_id, referral_id)
  where accepted_at is null and failed_at is null and doubted_at is null and called_back_at is null;

call wall('contact_consent');
call wall('do_not_write');
call wall('do_not_write_address');
call wall('answer_letter');
