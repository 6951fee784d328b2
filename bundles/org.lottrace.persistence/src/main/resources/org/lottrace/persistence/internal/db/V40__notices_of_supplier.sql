-- A page of one supplier's notices, the latest first.
create index expected_receipt_of_sender on expected_receipt (sender, ship_date desc, notice_number);
