-- What a ship notice and its lines say beside their fields, an element in each row of the text; null when there is none, as in all that
-- were there.
alter table expected_receipt add column key_data varchar(250000);
alter table ship_notice_line add column key_data varchar(250000);
