-- Which day an entry was for that came when the books were closed for it; null when it came in time.
alter table journal_entry add column original_date date;
create index journal_entry_by_original on journal_entry (original_date, entry_number);
-- What few lines have: goods not invoiced, and quantities that nobody explained.
create index journal_line_by_account on journal_line (account, lot_id);

-- What was done to accounting periods, and what the books said then. Rows are only ever inserted.
create table period_step (
    step_number     bigint primary key,
    from_day        date not null,
    to_day          date not null,
    step_kind       varchar(20) not null,
    ledger_position bigint not null,
    accepted        varchar(200) not null,
    reason          varchar(2000) not null,
    said_by         varchar(200) not null,
    said_at         timestamp(6) with time zone not null
);
create table period_snapshot (
    step_number bigint primary key references period_step,
    last_day    date not null,
    known_entry bigint not null,
    lots        bigint not null,
    hash        varchar(64) not null
);
create table period_account (
    step_number     bigint not null references period_snapshot,
    account         varchar(30) not null,
    change_amount   numeric(19, 4) not null,
    change_currency varchar(3) not null,
    balance_amount   numeric(19, 4) not null,
    balance_currency varchar(3) not null,
    primary key (step_number, account)
);
create table period_lot (
    step_number      bigint not null references period_snapshot,
    lot_id           bigint not null references lot,
    stock_quantity   numeric(21, 6) not null,
    stock_unit       varchar(3) not null,
    stock_amount     numeric(19, 4) not null,
    stock_currency   varchar(3) not null,
    process_quantity numeric(21, 6) not null,
    process_unit     varchar(3) not null,
    process_amount   numeric(19, 4) not null,
    process_currency varchar(3) not null,
    primary key (step_number, lot_id)
);
