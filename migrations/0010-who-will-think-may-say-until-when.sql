-- "Will think" may carry a day to come back, as "not now" always does. app/asks/ask.ts says what comes of it.
alter table ask
  drop constraint ask_check,
  add constraint ask_until_day check (until_day is null or outcome in ('not-now', 'will-think')),
  add constraint ask_not_now_until check (outcome is distinct from 'not-now' or until_day is not null);
alter table ask_conversation
  drop constraint ask_conversation_check2,
  add constraint ask_conversation_until_day check (until_day is null or outcome in ('not-now', 'will-think')),
  add constraint ask_conversation_not_now_until check (outcome is distinct from 'not-now' or until_day is not null);

drop index ask_returning;
create index ask_returning on ask (workspace_id, member_id, until_day)
  where taken_back_at is null and until_day is not null and settled_on is null;

-- What was said in an ask that was taken back is taken back with it, also where that happened before.
update ask_conversation c
   set taken_back_at = a.taken_back_at, taken_back_by = a.taken_back_by
  from ask a
 where a.workspace_id = c.workspace_id and a.id = c.ask_id and a.taken_back_at is not null and c.taken_back_at is null;
