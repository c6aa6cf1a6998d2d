-- Somebody's data went at their wish. The row stays without a word in it, so that what was counted stays counted.
alter table person add column erased_at timestamptz, add column erased_by uuid;
-- Lines of the journal stay as they are, day, measure and count; the words in them may go with the person they are about.
grant update (detail) on journal to askwell_server;
