-- The records that one stands for, itself among them: a join on kept_id read all people.
create index person_same on person (workspace_id, kept_id) include (id);
create index account_same on account (workspace_id, kept_id) include (id);
