-- How urgent a sales order is; null in all rows that were there, so that their seals stay true.
alter table sales_order add column priority integer;

-- What one own site is to send to another one. What was dispatched without an order is in the ledger alone.
create table transfer_order (
    order_number varchar(50)${binary} primary key,
    from_site    varchar(10)${binary} not null references site,
    to_site      varchar(10)${binary} not null references site,
    arrival_date date not null,
    priority     integer
);

create table transfer_order_line (
    order_number varchar(50)${binary} not null references transfer_order,
    part         integer not null,
    line_number  integer not null,
    item         varchar(30)${binary} not null references item,
    quantity     numeric(21, 6) not null,
    unit         varchar(3) not null,
    primary key (order_number, part),
    constraint transfer_order_line_once unique (order_number, line_number)
);
create index transfer_order_line_by_item on transfer_order_line (item, order_number);
create index transfer_order_by_from on transfer_order (from_site, order_number);
create index transfer_order_by_to on transfer_order (to_site, order_number);
