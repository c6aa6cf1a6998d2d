-- Owner's script. The server's role (askwell_server) owns nothing, so row-level security always holds for it.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The workspace of the running transaction; unset means no rows.
create function current_workspace() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('askwell.workspace', true), '')::uuid;

-- Puts a table behind the workspace's wall: the server sees and changes only rows of the workspace it has entered.
create procedure wall(walled regclass, may text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('create policy workspace_wall on %s using (workspace_id = current_workspace())', walled);
  execute format('grant %s on %s to askwell_server', may, walled);
end $$;

-- What happened: who, what, to whom, on which day and, where it counts, which measure, how many, how much.
create table journal (
  workspace_id uuid not null,
  id           uuid not null,
  act_id       uuid not null,               -- lines of one action share it
  at           timestamptz not null,        -- when it was written
  by_id        uuid,                        -- the member who did it; null: the system
  verb         text not null,
  subject_kind text not null,
  subject_id   uuid not null,
  day          date not null,               -- the day of the fact
  measure      text,
  member_id    uuid,                        -- whom the measure counts for
  team_id      uuid,                        -- that member's team on that day
  count        integer not null default 0,
  minor        bigint not null default 0,
  currency     text,
  once_key     uuid,                        -- counts once per member, week and key
  undoes       uuid,
  detail       jsonb not null default '{}',
  concerns     uuid[] not null,             -- whose timelines it appears on; journal_concern is its index
  primary key (workspace_id, id),
  check (measure is null or member_id is not null)
);
create unique index journal_undone_once on journal (workspace_id, undoes) where undoes is not null;
create index journal_counted on journal (workspace_id, member_id, measure, day) where measure is not null;
create index journal_counted_team on journal (workspace_id, team_id, measure, day) where measure is not null;
-- With the id, so that a page of the company's facts reads no more lines than it shows.
create index journal_counted_company on journal (workspace_id, measure, day, id) where measure is not null;
create index journal_by_subject on journal (workspace_id, subject_id, id);
create index journal_once on journal (workspace_id, member_id, measure, once_key, day) where once_key is not null;
create index journal_by_act on journal (workspace_id, act_id);

-- Whose timeline a line appears on: persons, accounts, referrals, members.
create table journal_concern (
  workspace_id uuid not null,
  concern_id   uuid not null,
  day          date not null,
  line_id      uuid not null,
  primary key (workspace_id, concern_id, day, line_id),
  foreign key (workspace_id, line_id) references journal (workspace_id, id)
);

-- Sums of the journal by week. scope_id is a member, a team or the workspace itself.
create table tally (
  workspace_id uuid not null,
  scope_id     uuid not null,
  week         date not null,               -- first day of the week
  measure      text not null,
  currency     text not null default '',    -- '' for measures without money
  count        bigint not null,
  minor        bigint not null default 0,
  primary key (workspace_id, scope_id, week, measure, currency) include (count, minor)
);

create table idempotency_key (
  workspace_id uuid not null,
  member_id    uuid not null,
  key          text not null,
  request_hash text not null,
  status       smallint,
  answer       jsonb,
  at           timestamptz not null,
  primary key (workspace_id, member_id, key)
);
create index idempotency_key_age on idempotency_key (workspace_id, at);

-- Work for later. The ticket says only that something is due; what it is lies behind the workspace's wall.
create table job (
  workspace_id uuid not null,
  id           uuid not null,
  kind         text not null,
  payload      jsonb not null,
  asked_by     uuid,
  asked_at     timestamptz not null,
  done_at      timestamptz,
  failed_at    timestamptz,
  failure      text,
  progress     jsonb,                       -- { done, total, says }
  primary key (workspace_id, id)
);
create index job_by_kind on job (workspace_id, kind, asked_at);
create table job_ticket (
  workspace_id uuid not null,
  job_id       uuid not null,
  kind         text not null,
  due_at       timestamptz not null,
  attempts     smallint not null default 0,
  primary key (workspace_id, job_id)
);
create index job_ticket_due on job_ticket (due_at);

-- Guesses and floods, counted across all server processes. Keys are hashes.
create table rate_window (
  key     text primary key,
  opened  timestamptz not null,
  closes  timestamptz not null,
  hits    integer not null
);
create index rate_window_closes on rate_window (closes);

call wall('journal', 'select, insert');
call wall('journal_concern', 'select, insert');
call wall('tally');
call wall('idempotency_key');
call wall('job');
grant select, insert, update, delete on job_ticket, rate_window to askwell_server;

-- Statistics for the planner in the middle of a long piece of work: plans made while tables were empty read them whole as
-- they grow. The server's role owns nothing, so it may not analyze by itself.
create procedure take_stock(tables regclass[]) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one regclass;
begin
  foreach one in array tables loop
    execute format('analyze %s', one);
  end loop;
end $$;
revoke all on procedure take_stock(regclass[]) from public;
grant execute on procedure take_stock(regclass[]) to askwell_server;
