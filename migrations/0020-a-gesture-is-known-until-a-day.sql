-- Until when the key of a write is known again: two days, and longer where a device may have kept the write and sends it late.
alter table idempotency_key rename column at to kept_until;
update idempotency_key set kept_until = kept_until + interval '2 days';
