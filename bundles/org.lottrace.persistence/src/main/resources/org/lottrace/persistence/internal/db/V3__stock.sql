-- Derived from the ledger. place_sscc is '' for loose goods and site is '' for work in process, so that keys hold no null.

create table stock (
    lot_id     bigint not null references lot,
    place_kind varchar(20) not null,
    place_code varchar(50) not null,
    place_sscc varchar(18) not null,
    site       varchar(10)${binary} not null,
    quantity   numeric(21, 6) not null,
    unit       varchar(3) not null,
    primary key (lot_id, place_kind, place_code, place_sscc),
    constraint stock_never_below_zero check (quantity >= 0)
);
create index stock_by_place on stock (place_code, place_kind);
create index stock_by_site on stock (site);

create table lot_disposition (
    lot_id      bigint primary key references lot,
    disposition varchar(20) not null,
    reason      varchar(2000) not null,
    event_id    varchar(100)${binary} not null
);

create table reservation (
    id           bigint primary key,
    order_type   varchar(20) not null,
    order_number varchar(50) not null,
    order_line   integer not null,
    lot_id       bigint not null references lot,
    place_kind   varchar(20) not null,
    place_code   varchar(50) not null,
    place_sscc   varchar(18) not null,
    quantity     numeric(21, 6) not null check (quantity > 0),
    unit         varchar(3) not null,
    constraint reservation_once unique (order_number, order_type, order_line, lot_id, place_kind, place_code, place_sscc)
);
create index reservation_by_lot on reservation (lot_id);
