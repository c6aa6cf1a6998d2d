-- Where a made-up partner may be played by a language model, as a leader of the workspace set it. Nothing that is said there is kept.
create table practice_endpoint (
  workspace_id uuid not null primary key references workspace (workspace_id) on delete cascade,
  url          text not null,                 -- up to and with /chat/completions
  model        text not null,
  key_sealed   bytea,                         -- with the house's secret, for this address alone (app/practice/endpoint-actions.ts)
  seconds      smallint not null check (seconds between 2 and 60),
  is_on        boolean not null,
  by_id        uuid not null,
  at           timestamptz not null,
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);

call wall('practice_endpoint');
