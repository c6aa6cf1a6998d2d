-- Every introduction is asked who its source and its contact are today: of a large company the rows themselves lie far apart.
create index person_kept on person (workspace_id, id) include (kept_id);
