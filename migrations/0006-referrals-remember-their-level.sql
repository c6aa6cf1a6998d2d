create table referral (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,              -- the rep who was introduced
  source_id     uuid not null,
  contact_id    uuid not null,              -- the new contact
  account_id    uuid,                       -- where the contact works
  ask_id        uuid,                       -- null: spontaneous
  level         smallint not null check (level between 0 and 5),
  day           date not null,              -- the name or introduction arrived
  counts_from   date,                       -- the day it became an introduction; null while level 0
  arrived_at    timestamptz,
  state         text not null check (state in ('named', 'introduced', 'responded', 'meeting-scheduled', 'met', 'won', 'lost')),
  state_day     date not null,
  reason        text,                       -- why B should take the meeting
  note          text,
  responded_at  timestamptz,
  responded_by  uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  created_at    timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, source_id) references person (workspace_id, id),
  foreign key (workspace_id, contact_id) references person (workspace_id, id),
  foreign key (workspace_id, ask_id) references ask (workspace_id, id),
  check (source_id <> contact_id),
  check ((level = 0) = (counts_from is null))
);
create index referral_of_member on referral (workspace_id, member_id, day desc, id) where taken_back_at is null;
create index referral_list on referral (workspace_id, day desc, id desc) where taken_back_at is null;
create index referral_from on referral (workspace_id, source_id) where taken_back_at is null;
create index referral_to on referral (workspace_id, contact_id, day) where taken_back_at is null;
create index referral_of_ask on referral (workspace_id, ask_id) where taken_back_at is null;
create index referral_unanswered on referral (workspace_id, member_id, day) where taken_back_at is null and state = 'introduced';

call wall('referral');
