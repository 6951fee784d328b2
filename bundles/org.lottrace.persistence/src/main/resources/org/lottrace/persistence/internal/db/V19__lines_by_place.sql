-- What a lot was used for in one production order, without all the others. event_line_by_lot stays: on H2 it belongs to a foreign key.
create index event_line_by_place on event_line (lot_id, to_kind, to_code);
