-- What came of a rep's or a team's asks is looked up ask by ask and introduction by introduction, and who grew from a source person by
-- person: each index says all that is asked of it.

-- Asks that brought an introduction which counts.
drop index referral_came_of;
create index referral_came_of on referral (workspace_id, ask_id) include (counts_from, id, day)
  where ask_id is not null and counts_from is not null and taken_back_at is null;

-- Introductions that led to a meeting.
create index meeting_held_from on meeting (workspace_id, referral_id) include (outcome_day, person_id)
  where outcome = 'held' and referral_id is not null and taken_back_at is null;

-- Introductions that became a client.
drop index deal_won_from;
create index deal_won_from on deal (workspace_id, referral_id) include (closed_on)
  where referral_id is not null and outcome = 'won' and taken_back_at is null;

-- Whom somebody introduced, and who introduced somebody.
drop index referral_from;
create index referral_from on referral (workspace_id, source_id, day desc, id desc) include (contact_id, level)
  where taken_back_at is null;
drop index referral_to;
create index referral_to on referral (workspace_id, contact_id, day, id) include (source_id, level) where taken_back_at is null;

-- A company's first deal won, and where it came from.
drop index deal_won_at;
create index deal_won_at on deal (workspace_id, account_id, closed_on, id) include (origin)
  where outcome = 'won' and taken_back_at is null;
