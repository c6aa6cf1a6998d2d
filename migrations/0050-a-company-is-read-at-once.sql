-- What is worked out for a whole company finds its rows without going through three years of them.

-- Conversations in which somebody was asked, by their day; the channel with them, so that the index alone says which were by voice.
create index ask_conversation_by_day on ask_conversation (workspace_id, day) include (channel) where asked and taken_back_at is null;

-- Asks that brought an introduction which counts.
create index referral_came_of on referral (workspace_id, ask_id) include (day)
  where ask_id is not null and counts_from is not null and taken_back_at is null;

-- A member's introductions by the day they count from.
create index referral_counted on referral (workspace_id, member_id, counts_from) include (id)
  where counts_from is not null and taken_back_at is null;

-- Introductions that became a client.
create index deal_won_from on deal (workspace_id, referral_id) where referral_id is not null and outcome = 'won' and taken_back_at is null;

-- Deals by the day they were opened, and where they came from.
create index deal_opened on deal (workspace_id, opened_on) include (origin) where taken_back_at is null;

-- Meetings that no introduction led to, by the day they were made.
create index meeting_cold on meeting (workspace_id, scheduled_on) where referral_id is null and taken_back_at is null;
