-- Report cards that were handed in, by the day: what they say is counted of a rep, a team and the company without reading a card.
drop index report_card_in;
create index report_card_in on report_card (workspace_id, handed_in_on, id) include (member_id, person_id, account_id, score)
  where handed_in_at is not null;
