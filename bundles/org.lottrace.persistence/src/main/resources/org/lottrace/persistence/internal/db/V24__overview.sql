-- What the figures of today and the search look for.

-- names of lots in capital letters, so that a text finds them however it is written; of a supplier's number what fits on a label
alter table lot add column number_folded varchar(20)${binary} generated always as (upper(lot_number))${stored};
alter table lot add column corrected_folded varchar(20)${binary} generated always as (upper(corrected_number))${stored};
alter table lot add column supplier_folded varchar(50)${binary} generated always as
    (upper(substring(supplier_lot_number from 1 for 50)))${stored};
create index lot_by_number_folded on lot (number_folded, item);
create index lot_by_corrected_folded on lot (corrected_folded, item);
create index lot_by_supplier_folded on lot (supplier_folded, item);

-- a logistic unit, wherever it is or was
create index stock_by_unit on stock (place_sscc, lot_id);
create index event_line_by_unit on event_line (to_sscc, ledger_position);

-- orders of a few days, and by the number that the customer gave them
create index sales_order_by_day on sales_order (ship_from, delivery_date);
alter table sales_order add column customer_order_folded varchar(50)${binary} generated always as
    (upper(substring(customer_order from 1 for 50)))${stored};
create index sales_order_by_customer_order on sales_order (customer_order_folded);

-- by their bytes, as the numbers of orders are: PostgreSQL does not find one in an index that is sorted otherwise
alter table event_document alter column document_number set data type varchar(50)${binary};

create index expected_receipt_by_number on expected_receipt (notice_number, sender);

-- what went wrong lately: most of what has a status is old
drop index interchange_by_status;
create index interchange_by_status on interchange (status, recorded_at);

-- what is set aside now, without all that was skipped
create index follower_poison_by_skip on follower_poison (skipped_at, follower_name);
