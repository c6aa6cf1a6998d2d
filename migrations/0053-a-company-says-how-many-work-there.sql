-- How many people work at a company, as it says itself or as another system has it.
alter table account add column employees integer check (employees between 1 and 10000000);
