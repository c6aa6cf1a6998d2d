-- Until when what follows an introduction is owed; a workspace without a row goes by the defaults of the trade (app/team/clocks.ts).
create table clock_setting (
  workspace_id   uuid not null references workspace (workspace_id) on delete cascade,
  respond_by     text not null,             -- HH:MM on the day of the introduction
  respond_cutoff text not null,             -- HH:MM; later ones are answered on the next working day
  thank_hours    smallint not null check (thank_hours between 1 and 720),
  report_days    smallint not null check (report_days between 1 and 365),
  close_hours    smallint not null check (close_hours between 1 and 720),
  since          date not null,             -- introductions of earlier days start no clocks
  at             timestamptz not null,
  by_id          uuid,
  primary key (workspace_id)
);
-- What came in before there were clocks is not owed all at once.
insert into clock_setting (workspace_id, respond_by, respond_cutoff, thank_hours, report_days, close_hours, since, at)
select workspace_id, '18:00', '16:00', 48, 30, 48, current_date, now() from workspace;

-- A duty to a source that somebody has done, or let go with a reason. What is owed is worked out from the introduction.
create table duty_done (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  referral_id   uuid not null,
  kind          text not null check (kind in ('thank', 'report', 'report-close', 'thank-close', 'thank-chain')),
  source_id     uuid not null,
  how           text check (how in ('call', 'in-person', 'note', 'email', 'message', 'gift')),
  let_go_why    text,
  words         text,
  day           date not null,
  at            timestamptz not null,       -- the moment it counts as done: on its day
  due_at        timestamptz not null,       -- what the clock said when it was settled
  by_id         uuid not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, referral_id) references referral (workspace_id, id),
  foreign key (workspace_id, source_id) references person (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nonnulls(how, let_go_why) = 1)
);
create index duty_done_of on duty_done (workspace_id, referral_id) where taken_back_at is null;
create index duty_done_to on duty_done (workspace_id, source_id, day desc) where taken_back_at is null;

-- Whoever sees to what an introduction asks for instead of the rep.
create table duty_passed (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  referral_id   uuid not null,
  to_id         uuid not null,
  words         text,
  day           date not null,
  at            timestamptz not null,
  by_id         uuid not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, referral_id) references referral (workspace_id, id),
  foreign key (workspace_id, to_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index duty_passed_of on duty_passed (workspace_id, referral_id, id desc) where taken_back_at is null;
create index duty_passed_to on duty_passed (workspace_id, to_id) where taken_back_at is null;

call wall('clock_setting');
call wall('duty_done');
call wall('duty_passed');
