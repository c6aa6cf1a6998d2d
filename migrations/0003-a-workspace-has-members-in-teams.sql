create table workspace (
  workspace_id       uuid primary key,
  slug               text not null unique,
  name               text not null,
  time_zone          text not null,
  currency           text not null,
  first_day_of_week  smallint not null check (first_day_of_week between 1 and 7),
  calendar           text not null check (calendar in ('months', '4-4-5', '4-5-4', '5-4-4')),
  fiscal_start_month smallint not null check (fiscal_start_month between 1 and 12),
  default_country    text,
  story              text,                  -- 'demo' when filled with the demo story
  created_at         timestamptz not null
);

create table team (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  name         text not null,
  manager_id   uuid,
  created_at   timestamptz not null,
  closed_at    timestamptz,
  closed_by    uuid,
  primary key (workspace_id, id)
);

create table member (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  user_id      text,                        -- null until the invitation is accepted, and for people of the demo story
  name         text not null,
  email        text not null,
  role         text not null check (role in ('rep', 'manager', 'leader')),
  team_id      uuid,                        -- today's team; the past is in team_stay
  joined_at    timestamptz not null,
  left_at      timestamptz,
  left_by      uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
);
create unique index member_email on member (workspace_id, lower(email)) where left_at is null;
create index member_by_name on member (workspace_id, lower(name), id);
create unique index member_user on member (workspace_id, user_id) where user_id is not null;
alter table team add foreign key (workspace_id, manager_id) references member (workspace_id, id) deferrable initially deferred;

-- Which team somebody was in on which days: the past stays with the old team.
create table team_stay (
  workspace_id uuid not null,
  member_id    uuid not null,
  from_day     date not null,
  until_day    date,                        -- first day no longer in it
  team_id      uuid,
  primary key (workspace_id, member_id, from_day),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);

create table goal (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  scope_id     uuid not null,               -- workspace, team or member
  measure      text not null,
  every        text not null check (every in ('week', 'month', 'quarter')),
  from_day     date not null,
  amount       integer,                     -- null: no goal from that day
  set_by       uuid,
  set_at       timestamptz not null,
  primary key (workspace_id, scope_id, measure, from_day)
);

create table invitation (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  member_id    uuid not null,
  token_hash   text not null,               -- of the link that was shown
  mail_hash    text,                        -- of the link that went out by mail, which no other table or queue holds
  expires_at   timestamptz not null,
  invited_by   uuid not null,
  invited_at   timestamptz not null,
  accepted_at  timestamptz,
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);

create index invitation_by_member on invitation (workspace_id, member_id);

call wall('workspace');
call wall('team');
call wall('member');
call wall('team_stay');
call wall('goal');
call wall('invitation');

-- Slugs are unique across workspaces, so that names of workspaces need a look over the wall; it tells the id and nothing else.
create function workspace_of_slug(wanted text) returns uuid
  language sql stable security definer set search_path = public
  return (select workspace_id from workspace where slug = wanted);
grant execute on function workspace_of_slug(text) to askwell_server;

-- The door of the first visit stands open as long as nobody has made a workspace of their own; the demo does not close it.
create function is_claimed() returns boolean
  language sql stable security definer set search_path = public
  return exists (select from workspace where story is null);
grant execute on function is_claimed() to askwell_server;
