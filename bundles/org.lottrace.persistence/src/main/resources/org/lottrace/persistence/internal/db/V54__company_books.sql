-- Books that a company keeps for itself. Rows are only ever inserted.
create table company_books (
    company    varchar(20)${binary} primary key references party,
    currency   varchar(3) not null,
    tax_number varchar(30) not null,
    said_by    varchar(200) not null,
    said_at    timestamp(6) with time zone not null
);

-- In whose books something is; null in the common books, as is all from before.
alter table journal_entry add column company varchar(20)${binary};
alter table journal_line add column company varchar(20)${binary};
alter table period_step add column company varchar(20)${binary};
alter table account_rule add column company varchar(20)${binary};

-- What is answered by an index alone stays so.
drop index journal_entry_late;
create index journal_entry_late on journal_entry (entry_number, accounting_date, company);
drop index journal_entry_by_original;
create index journal_entry_by_original on journal_entry (original_date, entry_number, company);
drop index journal_entry_by_position;
create index journal_entry_by_position on journal_entry (ledger_position, entry_number, company);

-- A company has few entries beside the many of the common books.
create index journal_entry_of_company on journal_entry (company, entry_number)${of_companies};
create index journal_entry_of_company_by_date on journal_entry (company, accounting_date, entry_number)${of_companies};

-- A lot that lies at sites of two companies has a cost in the books of each; empty: in the common books.
alter table lot_cost rename to lot_cost_before;
drop index lot_cost_left;
create table lot_cost (
    company          varchar(20)${binary} not null,
    lot_id           bigint not null references lot,
    stock_quantity   numeric(21, 6) not null,
    stock_unit       varchar(3) not null,
    stock_amount     numeric(19, 4) not null,
    stock_currency   varchar(3) not null,
    process_quantity numeric(21, 6) not null,
    process_unit     varchar(3) not null,
    process_amount   numeric(19, 4) not null,
    process_currency varchar(3) not null,
    basis_quantity   numeric(21, 6) default 0 not null,
    basis_amount     numeric(19, 4) default 0 not null,
    has_left         boolean generated always as
        (stock_quantity <> 0 or stock_amount <> 0 or process_quantity <> 0 or process_amount <> 0)${stored},
    primary key (lot_id, company)
);
insert into lot_cost (company, lot_id, stock_quantity, stock_unit, stock_amount, stock_currency, process_quantity, process_unit,
    process_amount, process_currency, basis_quantity, basis_amount)
select '', lot_id, stock_quantity, stock_unit, stock_amount, stock_currency, process_quantity, process_unit, process_amount,
    process_currency, basis_quantity, basis_amount
from lot_cost_before;
drop table lot_cost_before;
create index lot_cost_left on lot_cost (has_left, lot_id, company);

alter table cost_layer rename to cost_layer_before;
drop index cost_layer_by_lot;
create table cost_layer (
    company        varchar(20)${binary} not null,
    item           varchar(30)${binary} not null,
    place          bigint not null,
    lot_id         bigint not null references lot,
    quantity       numeric(21, 6) not null,
    unit           varchar(3) not null,
    amount         numeric(19, 4) not null,
    currency       varchar(3) not null,
    basis_quantity numeric(21, 6) not null,
    basis_amount   numeric(19, 4) not null,
    primary key (item, place, company)
);
insert into cost_layer (company, item, place, lot_id, quantity, unit, amount, currency, basis_quantity, basis_amount)
select '', item, place, lot_id, quantity, unit, amount, currency, basis_quantity, basis_amount from cost_layer_before;
drop table cost_layer_before;
create index cost_layer_by_lot on cost_layer (lot_id);
