-- Where mail comes in, and what became of it.

-- Messages as they came, until they are handled. Whose one is says only what stands in it: outside every wall. A row goes when it was
-- handled; one that could not be stays for a while, for the administrator.
create table arrived_mail (
  id         uuid primary key,
  at         timestamptz not null,
  raw        bytea not null,
  recipients text[] not null,               -- whom the envelope named; empty: the headers say
  came       jsonb not null,                -- from where, for the check of its sender (lib/mail/prove-mail.ts)
  due_at     timestamptz not null,
  attempts   smallint not null default 0,
  failure    text                           -- given up
);
create index arrived_mail_due on arrived_mail (due_at) where failure is null;
create index arrived_mail_failed on arrived_mail (at) where failure is not null;

-- How far a mailbox was read, and which server reads it just now.
create table polled_mailbox (
  name         text primary key,            -- user@host/folder
  uid_validity bigint,                      -- null: never read
  last_uid     bigint not null default 0,
  held_by      uuid,
  held_until   timestamptz,
  failures     smallint not null default 0,
  read_at      timestamptz
);

-- Whose address askwell+TOKEN@… is. Mail is addressed before it has entered a workspace.
create table mail_token (
  token        text primary key,
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  member_id    uuid not null,
  made_at      timestamptz not null,
  unique (workspace_id, member_id)
);
grant select, insert, update, delete on arrived_mail, polled_mailbox, mail_token to askwell_server;

-- That a member wants the words of their mail kept; without a row they are not.
create table mail_setting (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  member_id    uuid not null,
  keeps_words  boolean not null,
  at           timestamptz not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

-- Mail that a member sent us, and what became of it. Theirs alone to read, and for some weeks only.
create table member_mail (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,              -- whose address it came to
  message_key   text not null,              -- its Message-ID, or a hash of what it says: told twice it is one
  at            timestamptz not null,
  sender        text not null,
  subject       text not null,
  written_at    timestamptz not null,       -- when it, or what it forwards, was written
  by_member     boolean not null,           -- what it tells of was written by us
  named         jsonb not null,             -- the others in it: [{ role, name, address }]
  words         text,                       -- where the member wants them kept
  state         text not null check (state in ('done', 'question', 'ignored', 'undone')),
  why           text,                       -- of a question, and of what was ignored
  settled_at    timestamptz,                -- by the member
  primary key (workspace_id, id),
  unique (workspace_id, member_id, message_key),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index member_mail_list on member_mail (workspace_id, member_id, id desc);
create index member_mail_age on member_mail (workspace_id, at);

-- What it brought about here: a touch, the answer to an introduction, somebody new, an introduction.
create table member_mail_effect (
  workspace_id  uuid not null,
  mail_id       uuid not null,
  kind          text not null check (kind in ('touch', 'answer', 'person', 'introduction')),
  subject_id    uuid not null,
  person_id     uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  primary key (workspace_id, mail_id, kind, subject_id),
  foreign key (workspace_id, mail_id) references member_mail (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);

call wall('mail_setting');
call wall('member_mail');
call wall('member_mail_effect');
