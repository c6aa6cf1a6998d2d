-- With whoever holds a person and since when they are known in the index itself, coverage counts everybody who works at a client
-- without opening their rows: of 100,000 people one in six, from nearly every page of the table.
drop index person_at_account;
create index person_at_account on person (workspace_id, account_id, sort_key, id) include (holder_id, created_at)
  where merged_into is null and removed_at is null;
