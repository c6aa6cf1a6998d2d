-- Whether the introduction was asked for stands on what came of it, so that a million deals are grouped without looking up their
-- introductions; an introduction keeps its ask for good. And a meeting says how it came about, in the words of deals; null: not said.
alter table deal
  add column came text check (came in ('asked', 'spontaneous')),
  add check (came is null or referral_id is not null);
alter table meeting
  add column came text check (came in ('asked', 'spontaneous')),
  add column origin text check (origin in ('referral', 'cold-call', 'inbound', 'event', 'partner', 'existing-client', 'other')),
  add check (came is null or referral_id is not null),
  add check (referral_id is null or origin = 'referral');

update deal d set came = case when r.ask_id is null then 'spontaneous' else 'asked' end
  from referral r where r.workspace_id = d.workspace_id and r.id = d.referral_id;
update meeting m set origin = 'referral', came = case when r.ask_id is null then 'spontaneous' else 'asked' end
  from referral r where r.workspace_id = m.workspace_id and r.id = m.referral_id;

-- What is counted by origin is read from the index alone.
drop index deal_opened;
create index deal_opened on deal (workspace_id, opened_on) include (origin, came, member_id, account_id, closed_on)
  where taken_back_at is null;
create index deal_ended on deal (workspace_id, closed_on)
  include (origin, came, member_id, account_id, outcome, currency, amount_minor, opened_on) where outcome <> 'open' and taken_back_at is null;
create index deal_in_hand on deal (workspace_id, opened_on) include (origin, came, member_id, currency, amount_minor)
  where outcome = 'open' and taken_back_at is null;
create index meeting_held on meeting (workspace_id, outcome_day) include (origin, came, member_id)
  where outcome = 'held' and taken_back_at is null;
