-- What is asked about one lot, item or logistic unit reads that, however much else there is.

-- what suppliers have announced of a lot or in a logistic unit
create index expected_receipt_line_by_lot on expected_receipt_line (item, lot_number, issuer);
create index expected_receipt_line_by_sscc on expected_receipt_line (sscc);

-- the sums of what is reserved of a lot, place by place
drop index reservation_by_lot;
create index reservation_by_lot on reservation (lot_id, place_kind, place_code, place_sscc);

-- a number that thousands of lots share, of one item
drop index lot_by_number;
create index lot_by_number on lot (lot_number, item, issuer);
drop index lot_by_corrected_number;
create index lot_by_corrected_number on lot (corrected_number, item, issuer);

-- the lots of an item page by page
drop index lot_by_item;
create index lot_by_item on lot (item, expiry, issuer, lot_number);

-- what is left of lots, without all those that are gone
alter table lot_cost add column has_left boolean generated always as
    (stock_quantity <> 0 or stock_amount <> 0 or process_quantity <> 0 or process_amount <> 0)${stored};
create index lot_cost_left on lot_cost (has_left, lot_id);
