-- The day of an event as its letter names it: when its words were changed by hand, when it went, or when they were told of another.
alter table occasion_offer add column told_day date;
update occasion_offer o set told_day = e.day
  from occasion e
 where e.workspace_id = o.workspace_id and e.id = o.occasion_id and e.kind = 'event'
   and (o.sent_on is not null or o.words is not null);
