-- The newest steps of a lot, and its events from a position on, are one stretch of an index, however long its history is.
create index event_line_by_lot_and_position on event_line (lot_id, ledger_position);
-- H2 needs the shorter one for its foreign key
${unless_h2}drop index event_line_by_lot;
