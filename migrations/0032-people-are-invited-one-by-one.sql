-- Events and articles, and to whom each of them was offered; and what else belongs to a rhythm.

-- Report cards and the monthly letter go by the kind of person, too.
alter table rhythm
  add column card_days    smallint check (card_days between 7 and 730), -- between report cards; null: none
  add column gets_letters boolean not null default false;
-- What a leader had set of a kind before says nothing of these: there they begin as the defaults do (app/touches/rhythm.ts).
update rhythm set
  card_days = case when group_of in ('client-a', 'client-b', 'client-c', 'client') then 182 end,
  gets_letters = group_of not in ('friend', 'prospect');

-- An account review takes place in a meeting: it is one contact, told by the touch.
alter table touch
  add column meeting_id uuid,
  add foreign key (workspace_id, meeting_id) references meeting (workspace_id, id);
create index touch_in_meeting on touch (workspace_id, meeting_id) where meeting_id is not null and taken_back_at is null;
