-- When the event of a line happened, to the microsecond: what happened to a lot later is one stretch of an index.
alter table event_line add column effective_at timestamp(6) with time zone;
update event_line set effective_at = (select e.effective_at from trace_event e
    where e.ledger_position = event_line.ledger_position);
alter table event_line alter column effective_at set not null;
create index event_line_by_lot_and_time on event_line (lot_id, effective_at);
