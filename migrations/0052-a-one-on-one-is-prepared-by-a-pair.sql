-- With whom a 1:1 was prepared: what the two of a pair wrote for each other is not read by whoever coaches later. Who held it stands in
-- coach_id.
alter table one_on_one add column prepared_with uuid;
update one_on_one set prepared_with = coach_id;
alter table one_on_one alter column prepared_with set not null;
alter table one_on_one add foreign key (workspace_id, prepared_with) references member (workspace_id, id);

-- One is being prepared at a time by a pair.
drop index one_on_one_next;
create unique index one_on_one_next on one_on_one (workspace_id, member_id, prepared_with) where held_on is null and taken_back_at is null;
