-- What a rep or a team did is found by its members and not in a company's weeks.
create index deal_opened_by on deal (workspace_id, member_id, opened_on)
  include (origin, came, account_id, closed_on, outcome, currency, amount_minor) where taken_back_at is null;
create index deal_ended_by on deal (workspace_id, member_id, closed_on)
  include (origin, came, account_id, outcome, currency, amount_minor, opened_on) where outcome <> 'open' and taken_back_at is null;
create index meeting_held_by on meeting (workspace_id, member_id, outcome_day) include (origin, came)
  where outcome = 'held' and taken_back_at is null;
