-- The digest of a working day, and what was done from it.

-- What a member said of it; where nobody said anything it comes, at the usual time (app/today/digest.ts).
create table digest_setting (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  member_id    uuid not null,
  wanted       boolean not null,
  at_time      text not null check (at_time ~ '^([01]\d|2[0-3]):[0-5]\d$'), -- on the workspace's clock
  when_done    boolean not null,            -- also on days on which nothing waits
  changed_at   timestamptz not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);

-- A mail to a member: the one of the day, one they asked for, or the answer to a reply of theirs. It leaves at most once; see
-- docs/decisions/0069.
create table digest_mail (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  member_id    uuid not null,
  kind         text not null check (kind in ('day', 'asked', 'answer')),
  day          date not null,
  made_at      timestamptz not null,
  open_until   timestamptz not null,        -- how long its links open anything
  answers_key  text,                        -- a hash of the mail that it answers: told twice, it is one
  answers_id   text,                        -- its Message-ID
  handed_at    timestamptz,                 -- just before the first byte went out
  accepted_at  timestamptz,                 -- the mail server has it
  doubted_at   timestamptz,                 -- broken off in between: nobody knows
  failed_at    timestamptz,
  failure      text,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
create unique index digest_mail_of_day on digest_mail (workspace_id, member_id, day) where kind = 'day';
create unique index digest_mail_answers on digest_mail (workspace_id, answers_key) where answers_key is not null;
create index digest_mail_of_member on digest_mail (workspace_id, member_id, made_at desc);
create index digest_mail_made on digest_mail (workspace_id, made_at);

-- One thing that such a mail speaks of, with links of its own. `did` and `effect`: what was done from it, and what the undo needs.
create table digest_line (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  mail_id      uuid not null,
  place        smallint not null,
  about        jsonb not null,
  shown        jsonb not null,
  done_at      timestamptz,
  did          text,
  effect       jsonb,
  undone_at    timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, mail_id) references digest_mail (workspace_id, id) on delete cascade
);
create unique index digest_line_of_mail on digest_line (workspace_id, mail_id, place);

call wall('digest_setting');
call wall('digest_mail');
call wall('digest_line');

-- Since when every session and every link that went out to somebody is worth nothing.
alter table sign_in_user add column signed_out_at timestamptz;
