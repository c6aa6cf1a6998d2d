-- Who becomes a manager, or goes part-time, was a rep and worked full weeks until then: goals, rates and places of weeks that are
-- over stay as they were.

alter table team_stay add column role text not null default 'rep' check (role in ('rep', 'manager', 'leader'));
update team_stay s set role = m.role from member m where m.workspace_id = s.workspace_id and m.id = s.member_id;

create table workdays_before (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  scope_id     uuid not null,               -- a member, or the workspace itself
  until_day    date not null,               -- first day on which they held no longer
  workdays     smallint[],                  -- a member's, null: as the workspace
  primary key (workspace_id, scope_id, until_day)
);
call wall('workdays_before');
