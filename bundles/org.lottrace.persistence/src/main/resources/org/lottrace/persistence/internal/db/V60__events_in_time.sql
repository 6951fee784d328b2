-- What happened within some days is a stretch of an index, wherever it was and whatever it was.
create index event_by_time on trace_event (effective_at, ledger_position);
