create table api_key (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  member_id    uuid not null,
  name         text not null,
  secret_hash  text not null,
  last_four    text not null,
  scopes       text[] not null,             -- 'read', 'write', 'import', 'admin'
  created_at   timestamptz not null,
  created_by   uuid,
  used_on      date,
  expires_at   timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

call wall('api_key');
