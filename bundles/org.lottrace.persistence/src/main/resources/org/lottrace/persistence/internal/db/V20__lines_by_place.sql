-- What a lot was used for in one production order, without all the others. event_line_by_lot stays: on H2 it belongs to a foreign key.
create index event_line_by_place on event_line (lot_id, to_kind, to_code);

-- the lots of an item that were made in some days, and in the order in which they were registered
create index lot_by_production on lot (item, production_date, made_at);
create index lot_by_item_and_id on lot (item, id);

-- what suppliers have announced and has not come, page by page
drop index expected_receipt_open;
create index expected_receipt_open on expected_receipt (is_open, ship_date, sender, notice_number);

-- what is in one logistic unit at one place
drop index stock_by_place;
create index stock_by_place on stock (place_code, place_kind, place_sscc);
