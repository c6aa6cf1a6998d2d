-- A link that is given while another is read stands beside it, until it could be read once: then it takes its place.

alter table read_calendar add column on_trial boolean not null default false;
alter table read_calendar add check (kind = 'link' or not on_trial);

drop index read_calendar_linked;
create unique index read_calendar_linked on read_calendar (workspace_id, member_id, on_trial)
  where kind = 'link' and stopped_at is null;
