create table ask (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,              -- who asked
  source_id     uuid not null,              -- whom
  account_id    uuid,                       -- where the source worked then
  day           date not null,              -- of the first conversation
  for_whom      text,                       -- the picture given to the source, in words
  target_person_id  uuid,
  target_account_id uuid,
  outcome       text check (outcome in ('named-someone', 'will-think', 'not-now', 'no', 'sent-to-colleague')),
  until_day     date,                       -- not now, until
  colleague_id  uuid,                       -- sent me to
  last_day      date not null,              -- of the latest conversation
  settled_on    date,                       -- a returned "not now" that was let go or asked again
  taken_back_at timestamptz,
  taken_back_by uuid,
  created_at    timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, source_id) references person (workspace_id, id),
  check ((outcome = 'not-now') or until_day is null)
);
create index ask_of_member on ask (workspace_id, member_id, day desc, id) where taken_back_at is null;
create index ask_of_source on ask (workspace_id, source_id, day desc, id) where taken_back_at is null;
create index ask_list on ask (workspace_id, day desc, id desc) where taken_back_at is null;
create index ask_returning on ask (workspace_id, member_id, until_day) where taken_back_at is null and outcome = 'not-now' and settled_on is null;

-- The conversations of one ask: asking the same person again in the same week adds to the ask that is there.
create table ask_conversation (
  workspace_id  uuid not null,
  id            uuid not null,
  ask_id        uuid not null,
  day           date not null,
  channel       text not null check (channel in ('call', 'in-person', 'video', 'e-mail', 'message')),
  moment        text not null check (moment in ('discovery', 'proposal', 'delivered', 'account-review', 'lost-deal', 'anytime')),
  note          text,
  outcome       text,
  until_day     date,
  colleague_id  uuid,
  for_whom      text,
  said_at       timestamptz not null,
  by_id         uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, ask_id) references ask (workspace_id, id) on delete cascade
);
create index ask_conversation_of on ask_conversation (workspace_id, ask_id, id);

call wall('ask');
call wall('ask_conversation');
