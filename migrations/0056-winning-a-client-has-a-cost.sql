-- Hours and money that somebody, or the company as a whole, spent in a fiscal month on business of an origin. Lines add up; a mistake is taken
-- back and written anew.
create table origin_cost (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  origin        text not null check (origin in ('referral', 'cold-call', 'inbound', 'event', 'partner', 'existing-client', 'other')),
  mid_month     date not null,              -- a day in the middle of the month: it stays in it when weeks begin on another day
  member_id     uuid,                       -- who spent it; null: the company as a whole
  minutes       integer check (minutes > 0),
  minor         bigint check (minor > 0),
  currency      text check (currency ~ '^[A-Z]{3}$'),
  note          text,
  day           date not null,              -- on which it was written down
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check ((minor is null) = (currency is null)),
  check (minutes is not null or minor is not null)
);
create index origin_cost_in on origin_cost (workspace_id, mid_month desc, id desc) where taken_back_at is null;

call wall('origin_cost');

-- Whether a company had bought before.
create index deal_won_at on deal (workspace_id, account_id, closed_on) where outcome = 'won' and taken_back_at is null;
