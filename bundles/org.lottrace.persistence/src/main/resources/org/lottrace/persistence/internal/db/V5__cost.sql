create table lot_cost (
    lot_id           bigint primary key references lot,
    stock_quantity   numeric(21, 6) not null,
    stock_unit       varchar(3) not null,
    stock_amount     numeric(19, 4) not null,
    stock_currency   varchar(3) not null,
    process_quantity numeric(21, 6) not null,
    process_unit     varchar(3) not null,
    process_amount   numeric(19, 4) not null,
    process_currency varchar(3) not null
);

create table journal_entry (
    entry_number    bigint primary key,
    event_id        varchar(100)${binary} not null,
    ledger_position bigint not null,
    event_type      varchar(20) not null,
    accounting_date date not null,
    document_type   varchar(20) not null,
    document_number varchar(50) not null
);
create index journal_entry_by_event on journal_entry (event_id);
create index journal_entry_by_date on journal_entry (accounting_date);

create table journal_line (
    entry_number bigint not null references journal_entry,
    part         integer not null,
    account      varchar(30) not null,
    lot_id       bigint references lot,
    quantity     numeric(21, 6),
    unit         varchar(3),
    order_type   varchar(20),
    order_number varchar(50),
    order_line   integer,
    amount       numeric(19, 4) not null,
    currency     varchar(3) not null,
    primary key (entry_number, part)
);
create index journal_line_by_lot on journal_line (lot_id);
