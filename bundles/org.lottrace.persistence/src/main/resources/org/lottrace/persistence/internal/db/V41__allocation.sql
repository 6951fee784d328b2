-- Through which channel an order was sold, and for which one a rule is meant; null in all rows that were there, so that their seals stay true.
alter table sales_order add column channel varchar(20)${binary};
alter table allocation_rule add column channel varchar(20)${binary};

-- In what the lots of an order line have to agree.
alter table allocation_rule add column same_attribute varchar(60);

-- What may be delivered in the place of an item, the first one first, and whether an allocation takes it by itself.
alter table allocation_rule add column takes_substitutes boolean;
create table allocation_rule_substitute (
    rule_version bigint not null references allocation_rule,
    part         integer not null,
    item         varchar(30)${binary} not null references item,
    ordered      numeric(21, 6) not null,
    ordered_unit varchar(3) not null,
    instead      numeric(21, 6) not null,
    instead_unit varchar(3) not null,
    primary key (rule_version, part)
);
create index allocation_rule_item on allocation_rule (item);

-- In the place of which line, and of how much of it, a line is delivered; null for what the customer ordered.
alter table sales_order_line add column instead_of_line integer;
alter table sales_order_line add column replaced numeric(21, 6);
alter table sales_order_line add column replaced_unit varchar(3);
