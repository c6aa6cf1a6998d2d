-- What a rep wants to know before the meeting and only the source can tell: how the two know each other, and what was promised, to
-- the source or to the new contact.
alter table referral add column how_known text, add column promised text;
