-- What draws on a source, and what lets somebody ask them nevertheless. The rules are in app/asks/budget.ts.

alter table workspace
  add column rest_days smallint not null default 30 check (rest_days between 0 and 365); -- between two asks of one source, of whomever

-- A manager lets one rep ask one source once, against the rules or because the source's approver must agree.
create table ask_permit (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  member_id     uuid not null,              -- who may ask
  source_id     uuid not null,              -- whom
  reason        text not null,
  day           date not null,
  until_day     date not null,              -- the last day on which it lets them
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, source_id) references person (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (day <= until_day)
);
create index ask_permit_of on ask_permit (workspace_id, source_id, day desc, id desc) where taken_back_at is null;
create index ask_permit_list on ask_permit (workspace_id, day desc, id desc) where taken_back_at is null;

-- Late in a sale a client vouched for us. No introduction, and in no scorecard; it draws on the same budget.
create table reference (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  source_id     uuid not null,
  member_id     uuid not null,              -- for whose sale
  day           date not null,
  for_whom      text not null,              -- the deal or the company they spoke to
  note          text,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, source_id) references person (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index reference_of on reference (workspace_id, source_id, day desc, id desc) where taken_back_at is null;
create index reference_list on reference (workspace_id, day desc, id desc) where taken_back_at is null;

-- Said of a conversation; the ask has the first of its standing ones.
alter table ask_conversation
  add column against   text check (against in ('do-not-ask', 'serious-issue', 'open-ask', 'rest-period', 'quarter', 'approver', 'no-go')),
  add column permit_id uuid,
  add foreign key (workspace_id, permit_id) references ask_permit (workspace_id, id),
  add check (against is null or permit_id is null);
alter table ask
  add column against   text,                -- the rule it was made against, for it had happened already
  add column permit_id uuid,                -- what let it be made
  add foreign key (workspace_id, permit_id) references ask_permit (workspace_id, id);
create unique index ask_with_permit on ask (workspace_id, permit_id) where permit_id is not null and taken_back_at is null;
create index ask_against on ask (workspace_id, day desc, id desc) where taken_back_at is null and against is not null;

call wall('ask_permit');
call wall('reference');
