create table account (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  name         text not null,
  name_key     text not null,               -- normalised by app/accounts/account-key.ts
  kind         text not null check (kind in ('client', 'former-client', 'prospect', 'partner', 'other')),
  named_since  date,                        -- on the pursuit list since
  named_by     uuid,
  client_since date,
  industry     text,
  website      text,
  domain       text,
  phone        text,
  city         text,
  country      text,
  note         text,
  holder_id    uuid,                        -- relationship holder
  search_text  text not null,
  merged_into  uuid,
  created_at   timestamptz not null,
  created_by   uuid,
  removed_at   timestamptz,                 -- taken back by the undo of an import or by hand
  removed_by   uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, holder_id) references member (workspace_id, id)
);
create index account_list on account (workspace_id, name_key, id) where merged_into is null and removed_at is null;
create index account_domain on account (workspace_id, domain) where domain is not null;
create index account_merged on account (workspace_id, merged_into) where merged_into is not null;
create index account_search on account using gin (workspace_id, search_text gin_trgm_ops);

create table person (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  full_name    text not null,
  given_name   text,
  family_name  text,
  sort_key     text not null,               -- family name first, normalised
  title        text,                        -- of the current position
  account_id   uuid,                        -- of the current position
  emails       text[] not null default '{}',
  phones       text[] not null default '{}',
  linkedin_url text,
  city         text,
  country      text,
  note         text,
  holder_id    uuid,
  search_text  text not null,
  merged_into  uuid,
  created_at   timestamptz not null,
  created_by   uuid,
  removed_at   timestamptz,
  removed_by   uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, holder_id) references member (workspace_id, id)
);
create index person_list on person (workspace_id, sort_key, id) where merged_into is null and removed_at is null;
create index person_at_account on person (workspace_id, account_id, sort_key, id) where merged_into is null and removed_at is null;
create index person_merged on person (workspace_id, merged_into) where merged_into is not null;
create index person_search on person using gin (workspace_id, search_text gin_trgm_ops);

-- By what a duplicate is recognised: e:mail, p:hone, l:inkedin, n:ame at account; made by app/people/person-key.ts.
create table person_key (
  workspace_id uuid not null,
  key          text not null,
  person_id    uuid not null,
  primary key (workspace_id, key, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index person_key_of on person_key (workspace_id, person_id);

create table position (
  workspace_id uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  account_id   uuid not null,
  title        text,
  from_day     date,
  until_day    date,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id)
);
create index position_of on position (workspace_id, person_id);
create index position_at on position (workspace_id, account_id);

-- Where what we know of somebody came from, and on what basis we keep it.
create table person_origin (
  workspace_id uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  came_from    text not null,               -- 'typed', 'import', 'api', 'referral', 'demo'
  detail       text,                        -- file name, key name
  basis        text not null,
  import_id    uuid,
  at           timestamptz not null,
  by_id        uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index person_origin_of on person_origin (workspace_id, person_id);

-- A merge remembers what it moved, so that it can be undone.
create table merge (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  kind         text not null check (kind in ('person', 'account')),
  kept_id      uuid not null,
  merged_id    uuid not null,
  before       jsonb not null,
  at           timestamptz not null,
  by_id        uuid not null,
  undone_at    timestamptz,
  undone_by    uuid,
  primary key (workspace_id, id)
);
create index merge_kept on merge (workspace_id, kept_id);
-- Pairs that somebody looked at and called two different ones.
create table told_apart (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  one_id       uuid not null,
  other_id     uuid not null,
  at           timestamptz not null,
  by_id        uuid not null,
  primary key (workspace_id, one_id, other_id),
  check (one_id < other_id)
);

call wall('account');
call wall('person');
call wall('person_key');
call wall('position');
call wall('person_origin');
call wall('merge');
call wall('told_apart');
