-- The events in which the piece with a serial number moved, whichever lot it was said to belong to.
create index event_key_data_serial on event_key_data (value_text, element)${serials};

-- By how many percent a piece of this item may weigh more or less than the others of its lot; empty: as set for all items.
alter table item add column catch_weight_percent integer;
