-- The events in which the piece with a serial number moved, whichever lot it was said to belong to.
create index event_key_data_serial on event_key_data (value_text, element)${serials};
