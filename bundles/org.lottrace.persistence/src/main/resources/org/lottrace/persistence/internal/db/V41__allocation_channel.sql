-- Through which channel an order was sold, and for which one a rule is meant; null in all rows that were there, so that their seals stay true.
alter table sales_order add column channel varchar(20)${binary};
alter table allocation_rule add column channel varchar(20)${binary};

-- In what the lots of an order line have to agree.
alter table allocation_rule add column same_attribute varchar(60);
