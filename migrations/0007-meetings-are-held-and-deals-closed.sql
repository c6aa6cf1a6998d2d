create table meeting (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,
  person_id     uuid not null,
  account_id    uuid,
  referral_id   uuid,
  scheduled_on  date not null,              -- the day the appointment was made
  day           date not null,              -- the day it takes place
  time          time,                       -- workspace time; null: not known
  about         text,
  outcome       text check (outcome in ('held', 'no-show', 'cancelled')),
  outcome_day   date,                       -- the day it was held, missed or cancelled
  note          text,
  taken_back_at timestamptz,
  taken_back_by uuid,
  created_at    timestamptz not null,
  referral_stands boolean generated always as (case when taken_back_at is null then true end) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, referral_id, referral_stands) references referral (workspace_id, id, stands),
  check ((outcome is null) = (outcome_day is null)),
  check (scheduled_on <= day)
);
create index meeting_of_member on meeting (workspace_id, member_id, day desc, id desc) where taken_back_at is null;
create index meeting_list on meeting (workspace_id, day desc, id desc) where taken_back_at is null;
create index meeting_unsaid on meeting (workspace_id, member_id, day, id) where taken_back_at is null and outcome is null;
create index meeting_with on meeting (workspace_id, person_id, day desc, id desc) where taken_back_at is null;
create index meeting_at on meeting (workspace_id, account_id, day desc, id desc) where taken_back_at is null;
create index meeting_from on meeting (workspace_id, referral_id) where taken_back_at is null;

create table deal (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  name          text not null,
  account_id    uuid not null,
  person_id     uuid,
  member_id     uuid not null,
  referral_id   uuid,
  origin        text not null check (origin in ('referral', 'cold-call', 'inbound', 'event', 'partner', 'existing-client', 'other')),
  origin_text   text,                       -- the words of the file it came from
  amount_minor  bigint,
  currency      text,
  stage         text,
  opened_on     date not null,
  expected_on   date,
  outcome       text not null default 'open' check (outcome in ('open', 'won', 'lost')),
  closed_on     date,
  last_day      date not null generated always as (coalesce(closed_on, opened_on)) stored,
  lost_reason   text,
  note          text,
  taken_back_at timestamptz,
  taken_back_by uuid,
  created_at    timestamptz not null,
  referral_stands boolean generated always as (case when taken_back_at is null then true end) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, referral_id, referral_stands) references referral (workspace_id, id, stands),
  check ((outcome = 'open') = (closed_on is null)),
  check (closed_on >= opened_on),
  check ((amount_minor is null) = (currency is null)),
  check (referral_id is null or origin = 'referral')
);
create index deal_of_member on deal (workspace_id, member_id, last_day desc, id desc) where taken_back_at is null;
create index deal_list on deal (workspace_id, last_day desc, id desc) where taken_back_at is null;
create index deal_open on deal (workspace_id, last_day desc, id desc) where taken_back_at is null and outcome = 'open';
create index deal_at on deal (workspace_id, account_id, last_day desc, id desc) where taken_back_at is null;
create index deal_from on deal (workspace_id, referral_id) where taken_back_at is null;
create index deal_with on deal (workspace_id, person_id, last_day desc, id desc) where taken_back_at is null;

call wall('meeting');
call wall('deal');
