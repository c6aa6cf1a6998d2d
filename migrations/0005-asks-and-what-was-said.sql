-- What stands here is the sum of the ask's standing conversations; app/asks/ask.ts says how.
create table ask (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,              -- who asked
  source_id     uuid not null,              -- whom
  account_id    uuid,                       -- where the source worked then
  day           date not null,              -- of the first conversation that asked
  last_day      date not null,              -- of the latest conversation
  channel       text not null,              -- of the latest conversation that asked, like the moment
  moment        text not null,
  for_whom      text,                       -- the picture given to the source, in words
  target_person_id  uuid,
  target_account_id uuid,
  outcome       text check (outcome in ('named-someone', 'will-think', 'not-now', 'no', 'sent-to-colleague')),
  until_day     date,                       -- not now, until
  colleague_id  uuid,                       -- sent me to
  settled_on    date,                       -- a returned "not now" that was let go
  taken_back_at timestamptz,
  taken_back_by uuid,
  created_at    timestamptz not null,
  stands        boolean not null generated always as (taken_back_at is null) stored,
  primary key (workspace_id, id),
  -- What came of an ask refers to it as one that stands, so that PostgreSQL refuses to have it taken back from under that.
  unique (workspace_id, id, stands),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, source_id) references person (workspace_id, id),
  foreign key (workspace_id, colleague_id) references person (workspace_id, id),
  foreign key (workspace_id, target_person_id) references person (workspace_id, id),
  foreign key (workspace_id, target_account_id) references account (workspace_id, id),
  check ((outcome is not distinct from 'not-now') = (until_day is not null))
);
create index ask_of_member on ask (workspace_id, member_id, day desc, id desc) where taken_back_at is null;
create index ask_of_source on ask (workspace_id, source_id, day desc, id desc) where taken_back_at is null;
create index ask_at_account on ask (workspace_id, account_id, day desc, id desc) where taken_back_at is null;
create index ask_list on ask (workspace_id, day desc, id desc) where taken_back_at is null;
create index ask_returning on ask (workspace_id, member_id, until_day) where taken_back_at is null and outcome = 'not-now' and settled_on is null;

-- The conversations of one ask: asking the same person again in the same week adds to the ask that is there, and so does
-- an answer that comes later. Its id is also the act of its journal lines.
create table ask_conversation (
  workspace_id  uuid not null,
  id            uuid not null,
  ask_id        uuid not null,
  day           date not null,
  asked         boolean not null,           -- false: only the answer came
  channel       text check (channel in ('call', 'in-person', 'video', 'e-mail', 'message')),
  moment        text check (moment in ('discovery', 'proposal', 'delivered', 'account-review', 'lost-deal', 'anytime')),
  for_whom      text,
  target_person_id  uuid,
  target_account_id uuid,
  note          text,
  outcome       text check (outcome in ('named-someone', 'will-think', 'not-now', 'no', 'sent-to-colleague')),
  until_day     date,
  colleague_id  uuid,
  colleague_added boolean not null default false, -- nobody knew the colleague before
  settled_on    date,                       -- this "not now" was let go
  said_at       timestamptz not null,
  by_id         uuid not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  stands        boolean not null generated always as (taken_back_at is null) stored,
  primary key (workspace_id, id),
  unique (workspace_id, id, stands),
  foreign key (workspace_id, ask_id) references ask (workspace_id, id) on delete cascade,
  foreign key (workspace_id, colleague_id) references person (workspace_id, id),
  foreign key (workspace_id, target_person_id) references person (workspace_id, id),
  foreign key (workspace_id, target_account_id) references account (workspace_id, id),
  check (asked = (channel is not null) and asked = (moment is not null)),
  check (asked or outcome is not null),
  check ((outcome is not distinct from 'not-now') = (until_day is not null))
);
create index ask_conversation_of on ask_conversation (workspace_id, ask_id, day, id);

call wall('ask');
call wall('ask_conversation');
