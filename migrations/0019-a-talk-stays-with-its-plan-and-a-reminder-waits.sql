-- What a rep changed in the words of a talk stays with its plan, so that the next visit, another device and a coach find it.
alter table ask_plan add column talk jsonb not null default '{}'; -- { part: words }, parts as in app/asks/talk-part.ts

-- Of an account that others look after, the relationship holder said "not now" to the reminder of asking there: it comes back a
-- quarter later.
create table reminder_put_off (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  handover_id   uuid not null,
  member_id     uuid not null,              -- who held the relationship, and was reminded
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, handover_id) references handover (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create unique index reminder_put_off_of on reminder_put_off (workspace_id, handover_id, member_id, day) where taken_back_at is null;

call wall('reminder_put_off');
