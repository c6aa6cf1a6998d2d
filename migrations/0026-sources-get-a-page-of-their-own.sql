-- A page for somebody outside, behind a signed link: for a source, or for somebody whom a source asks before names are joined. It
-- holds what the rep wrote for it and nothing else.
create table shared_page (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  kind          text not null check (kind in ('source', 'contact')),
  parent_id     uuid,                     -- of a contact's page: the source's from which it came
  source_id     uuid not null,            -- who introduces
  member_id     uuid not null,            -- in whose name it speaks
  ask_id        uuid,                     -- of which ask it is,
  referral_id   uuid,                     -- or of which introduction that came unprompted
  language      text not null,
  asked         text,                     -- what is asked; null: nothing
  whom          text,                     -- whom to picture
  reason        text,                     -- why it is worth their time
  subject       text not null,            -- the lines to pass on
  blurb         text not null,
  ask_first     boolean not null,         -- the new contact agrees before names are joined
  until_day     date not null,            -- the last day on which it opens
  at            timestamptz not null,
  by_id         uuid not null,
  withdrawn_at  timestamptz,
  withdrawn_by  uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, parent_id) references shared_page (workspace_id, id),
  foreign key (workspace_id, source_id) references person (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, ask_id) references ask (workspace_id, id),
  foreign key (workspace_id, referral_id) references referral (workspace_id, id),
  check ((kind = 'contact') = (parent_id is not null)),
  check (num_nonnulls(ask_id, referral_id) = 1),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index shared_page_of_ask on shared_page (workspace_id, ask_id, id) where ask_id is not null;
create index shared_page_of_referral on shared_page (workspace_id, referral_id, id) where referral_id is not null;
create index shared_page_under on shared_page (workspace_id, parent_id, id) where parent_id is not null;

-- Of which introductions a page tells what became of them: how far each is, and the rep's words where there are any.
create table shared_telling (
  workspace_id  uuid not null,
  page_id       uuid not null,
  referral_id   uuid not null,
  told          text,
  at            timestamptz not null,
  by_id         uuid not null,
  primary key (workspace_id, page_id, referral_id),
  foreign key (workspace_id, page_id) references shared_page (workspace_id, id) on delete cascade,
  foreign key (workspace_id, referral_id) references referral (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);

-- What somebody said on their page, and what it brought about here. A contact who declines does so silently: members read no such
-- line.
create table shared_answer (
  workspace_id    uuid not null,
  id              uuid not null,
  page_id         uuid not null,
  answer          text not null check (answer in ('introduced', 'not-now', 'not-them', 'never', 'agreed', 'declined')),
  until_day       date,
  words           text,
  name            text,                   -- whom they introduced, or who agreed, where it could not be written down at once
  referral_id     uuid,
  raised_id       uuid,                   -- an introduction that was there already, and from which level it was raised
  raised_from     smallint,
  conversation_id uuid,                   -- the answer that the ask got
  stop_id         uuid,
  no_go_id        uuid,
  trouble         text,                   -- why nothing was brought about
  as_id           uuid not null,          -- the member in whose name it was written down
  day             date not null,
  at              timestamptz not null,
  taken_back_at   timestamptz,
  seen_at         timestamptz,
  seen_by         uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, page_id) references shared_page (workspace_id, id) on delete cascade,
  foreign key (workspace_id, referral_id) references referral (workspace_id, id),
  foreign key (workspace_id, raised_id) references referral (workspace_id, id),
  foreign key (workspace_id, as_id) references member (workspace_id, id),
  check ((answer = 'not-now') = (until_day is not null)),
  check ((raised_id is null) = (raised_from is null))
);
create index shared_answer_of on shared_answer (workspace_id, page_id, id);
create index shared_answer_unseen on shared_answer (workspace_id, page_id) where seen_at is null and taken_back_at is null;

call wall('shared_page');
call wall('shared_telling');
call wall('shared_answer');
