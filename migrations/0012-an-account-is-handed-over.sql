-- After a deal is won somebody else looks after the account. Whoever holds the relationship (account.holder_id) goes on
-- holding it, and keeps the right to ask; the latest handover says who looks after it.
create table handover (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  account_id    uuid not null,
  day           date not null,              -- since when
  to_member_id  uuid,
  to_name       text,                       -- those who are no members here: "Customer success"
  note          text,
  because_id    uuid,                       -- the deal (or whatever else a higher room holds) after which it was
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, to_member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nonnulls(to_member_id, to_name) = 1)
);
create index handover_of on handover (workspace_id, account_id, day desc, id desc) where taken_back_at is null;

call wall('handover');
