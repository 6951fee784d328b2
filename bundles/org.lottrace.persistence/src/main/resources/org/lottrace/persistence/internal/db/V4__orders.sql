create table purchase_order (
    order_number varchar(50)${binary} primary key,
    supplier     varchar(20)${binary} not null references party,
    site         varchar(10)${binary} not null references site
);

create table purchase_order_line (
    order_number varchar(50)${binary} not null references purchase_order,
    part         integer not null,
    line_number  integer not null,
    item         varchar(30)${binary} not null references item,
    quantity     numeric(21, 6) not null,
    unit         varchar(3) not null,
    price        numeric(25, 10) not null,
    currency     varchar(3) not null,
    price_unit   varchar(3) not null,
    primary key (order_number, part),
    constraint purchase_order_line_once unique (order_number, line_number)
);

create table sales_order (
    order_number   varchar(50)${binary} primary key,
    customer       varchar(20)${binary} not null references party,
    customer_order varchar(2000) not null,
    ship_from      varchar(10)${binary} not null references site,
    delivery_date  date not null
);

create table sales_order_line (
    order_number varchar(50)${binary} not null references sales_order,
    part         integer not null,
    line_number  integer not null,
    item         varchar(30)${binary} not null references item,
    quantity     numeric(21, 6) not null,
    unit         varchar(3) not null,
    primary key (order_number, part),
    constraint sales_order_line_once unique (order_number, line_number)
);

-- a ship notice and what of it has come; the lots of its lines are not registered before they are received
create table expected_receipt (
    id             bigint primary key,
    sender         varchar(20)${binary} not null references party,
    notice_number  varchar(30)${binary} not null,
    created        varchar(29) not null,
    ship_date      date not null,
    ship_from      varchar(13),
    ship_to        varchar(13),
    ship_to_id     varchar(2000) not null,
    carrier        varchar(2000) not null,
    bill_of_lading varchar(2000) not null,
    site           varchar(10)${binary} not null references site,
    is_open        boolean not null,
    constraint expected_receipt_once unique (sender, notice_number)
);
create index expected_receipt_open on expected_receipt (is_open, ship_date);

create table ship_notice_line (
    receipt_id      bigint not null references expected_receipt,
    part            integer not null,
    purchase_order  varchar(2000) not null,
    line_number     varchar(2000) not null,
    gtin            varchar(14),
    receiver_item   varchar(2000) not null,
    sender_item     varchar(2000) not null,
    lot_number      varchar(2000) not null,
    production_date date,
    expiry          date,
    quantity        numeric(21, 6) not null,
    unit            varchar(3) not null,
    tare            varchar(18),
    pack            varchar(18),
    primary key (receipt_id, part)
);

create table expected_receipt_line (
    receipt_id          bigint not null references expected_receipt,
    part                integer not null,
    line_number         integer not null,
    issuer              varchar(20) not null,
    item                varchar(30) not null,
    lot_number          varchar(20) not null,
    production_date     date,
    expiry              date,
    supplier_lot_number varchar(2000),
    made_at             varchar(10),
    expected_quantity   numeric(21, 6) not null,
    expected_unit       varchar(3) not null,
    received_quantity   numeric(21, 6) not null,
    received_unit       varchar(3) not null,
    announced_quantity  numeric(21, 6) not null,
    announced_unit      varchar(3) not null,
    order_type          varchar(20) not null,
    order_number        varchar(50) not null,
    order_line          integer not null,
    sscc                varchar(18),
    primary key (receipt_id, part)
);
