create table referral (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,              -- the rep who was introduced
  source_id     uuid not null,
  contact_id    uuid not null,              -- the new contact
  contact_added boolean not null default false, -- nobody knew them before
  account_id    uuid,                       -- where the contact works
  ask_id        uuid,                       -- null: spontaneous
  answer_id     uuid,                       -- the conversation of the ask in which the contact was named
  answer_added  boolean not null default false, -- that conversation is there only because of this referral
  level         smallint not null check (level between 0 and 5),
  day           date not null,              -- the name or introduction arrived
  counts_from   date,                       -- the day it became an introduction; null while level 0
  arrived_at    timestamptz,                -- the moment, where it was logged on its day
  state         text not null check (state in ('named', 'introduced', 'responded', 'meeting-scheduled', 'met', 'won', 'lost')),
  state_day     date not null,
  reason        text,                       -- why B should take the meeting
  note          text,
  responded_at  timestamptz,
  responded_by  uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  created_at    timestamptz not null,
  stands        boolean not null generated always as (taken_back_at is null) stored,
  ask_stands    boolean generated always as (case when taken_back_at is null then true end) stored,
  primary key (workspace_id, id),
  -- As with asks: whoever builds on a referral refers to it as one that stands.
  unique (workspace_id, id, stands),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, source_id) references person (workspace_id, id),
  foreign key (workspace_id, contact_id) references person (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, ask_id, ask_stands) references ask (workspace_id, id, stands),
  foreign key (workspace_id, answer_id, ask_stands) references ask_conversation (workspace_id, id, stands),
  check (source_id <> contact_id),
  check ((level = 0) = (counts_from is null)),
  check (counts_from >= day)
);
create index referral_of_member on referral (workspace_id, member_id, day desc, id desc) where taken_back_at is null;
create index referral_list on referral (workspace_id, day desc, id desc) where taken_back_at is null;
create index referral_from on referral (workspace_id, source_id, day desc, id desc) where taken_back_at is null;
create index referral_to on referral (workspace_id, contact_id, day, id) where taken_back_at is null;
create index referral_at_account on referral (workspace_id, account_id, day desc, id desc) where taken_back_at is null;
create index referral_of_ask on referral (workspace_id, ask_id) where taken_back_at is null;
create index referral_unanswered on referral (workspace_id, member_id, day, id) where taken_back_at is null and state = 'introduced';

-- Why a referral is where it is: its state is the furthest of its standing steps, so that taking one back in any order
-- leaves it where the others put it.
create table referral_step (
  workspace_id  uuid not null,
  id            uuid not null,
  referral_id   uuid not null,
  state         text not null check (state in ('responded', 'meeting-scheduled', 'met', 'won', 'lost')),
  day           date not null,
  because_id    uuid,                       -- the meeting or deal that moved it; null: said by hand
  at            timestamptz not null,
  by_id         uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, referral_id) references referral (workspace_id, id) on delete cascade
);
create index referral_step_of on referral_step (workspace_id, referral_id, id) where taken_back_at is null;

call wall('referral');
call wall('referral_step');
