-- What the ERP system plans to make of what. What was captured for an order without a plan is in the ledger alone.

create table production_order (
    order_number varchar(50)${binary} primary key,
    site         varchar(10)${binary} not null references site,
    planned_date date not null,
    work_centre  varchar(2000) not null,
    closed_at    timestamp(6) with time zone
);

create table production_order_line (
    order_number     varchar(50)${binary} not null references production_order,
    part             integer not null,
    line_number      integer not null,
    line_role        varchar(20) not null,
    item             varchar(30)${binary} not null references item,
    quantity         numeric(21, 6) not null,
    unit             varchar(3) not null,
    scrap_percent    numeric(25, 10) not null,
    cost_share       numeric(25, 10),
    price            numeric(25, 10),
    currency         varchar(3),
    price_unit       varchar(3),
    primary key (order_number, part),
    constraint production_order_line_once unique (order_number, line_number)
);
