create table import (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  file_name    text not null,
  byte_count   bigint not null,
  content_hash text not null,
  headers      text[] not null,
  samples      jsonb not null default '[]', -- the first rows, as wide as the headers
  header_key   text not null,
  format       text,                        -- recognised tool and kind; null: mapped by hand
  kind         text check (kind in ('accounts', 'people', 'deals')),
  mapping      jsonb,
  state        text not null check (state in ('unmapped', 'previewing', 'previewed', 'applying', 'applied', 'undoing', 'undone', 'failed', 'set-aside')),
  counts       jsonb,                       -- of the preview, then of what was done; see app/imports/import.ts
  assumptions  jsonb,                       -- how dates and amounts are read; see app/imports/assumptions.ts
  kept         integer not null default 0,  -- what the undo left alone
  failure      text,
  job_id       uuid,
  act_id       uuid,
  at           timestamptz not null,
  by_id        uuid not null,
  applied_at   timestamptz,
  undone_at    timestamptz,
  primary key (workspace_id, id)
);
create index import_list on import (workspace_id, id desc);
create table import_file (
  workspace_id uuid not null,
  import_id    uuid not null,
  part         integer not null,
  bytes        bytea not null,
  primary key (workspace_id, import_id, part),
  foreign key (workspace_id, import_id) references import (workspace_id, id) on delete cascade
);
create table import_row (
  workspace_id uuid not null,
  import_id    uuid not null,
  line         integer not null,            -- below nought: an account that rows of the file name, added with them
  action       text not null check (action in ('create', 'update', 'same', 'skip', 'bad')),
  reason       text,
  title        text,                        -- what the row is about, for the preview
  subject_kind text,
  subject_id   uuid,
  before       jsonb,                       -- what an update replaced; see app/imports/import.ts
  kept         text,                        -- why the undo left it alone
  primary key (workspace_id, import_id, line),
  foreign key (workspace_id, import_id) references import (workspace_id, id) on delete cascade
);
create index import_row_action on import_row (workspace_id, import_id, action, line);
-- How a file with these headers was mapped the last time.
create table import_memory (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  header_key   text not null,
  kind         text not null,
  mapping      jsonb not null,
  at           timestamptz not null,
  by_id        uuid not null,
  primary key (workspace_id, header_key)
);
-- What our account, person or deal is called elsewhere.
create table external_id (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  system       text not null,
  kind         text not null check (kind in ('account', 'person', 'deal')),
  external_id  text collate "C" not null,   -- 'row:…' for a row without an id: made of what it says
  subject_id   uuid not null,
  import_id    uuid not null,               -- the import that joined the two
  said         jsonb not null,              -- what that system last said of it
  primary key (workspace_id, system, kind, external_id)
);
create index external_id_of on external_id (workspace_id, subject_id);
create index external_id_joined on external_id (workspace_id, import_id);

call wall('import');
call wall('import_file');
call wall('import_row');
call wall('import_memory');
call wall('external_id');
