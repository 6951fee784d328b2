-- The number on the goods when it is not the one of the key.
alter table lot add column corrected_number varchar(20)${binary};
create index lot_by_corrected_number on lot (corrected_number);
