-- What was done to master data. Steps are only ever inserted; what is closed follows from the newest one of each.
create table master_step (
    step_number bigint primary key,
    master_kind varchar(20) not null,
    master_key  varchar(50)${binary} not null,
    action      varchar(20) not null,
    reason      varchar(2000) not null,
    done_by     varchar(200) not null,
    done_at     timestamp(6) with time zone not null
);
create index master_step_of on master_step (master_kind, master_key, step_number);

-- What is open with a piece of master data is asked before it is closed.
create index purchase_order_line_by_item on purchase_order_line (item, order_number);
create index sales_order_line_by_item on sales_order_line (item, order_number);
create index production_order_line_by_item on production_order_line (item, order_number);
create index purchase_order_by_supplier on purchase_order (supplier, order_number);
create index purchase_order_by_site on purchase_order (site, order_number);
create index sales_order_by_customer on sales_order (customer, order_number);
create index sales_order_by_site on sales_order (ship_from, order_number);
create index production_order_by_site on production_order (site, order_number);
create index expected_receipt_by_site on expected_receipt (site, is_open);

-- Whether anything has ever used it is asked before it is deleted.
create index event_line_from on event_line (from_code, from_kind, ledger_position);
create index event_line_to on event_line (to_code, to_kind, ledger_position);
create index event_by_site on trace_event (site, ledger_position);
create index lot_by_maker on lot (made_at);
create index exception_case_by_site on exception_case (site, case_number);
create index recall_fact_by_party on recall_fact (party, case_id);

-- Who may create, number, split or re-date lots. Versions are only ever inserted; a scope column that is not named is null. Names of
-- logins and of roles stand one a line.
create table lot_right (
    right_version bigint primary key,
    action        varchar(20) not null,
    item_class    varchar(30)${binary},
    site          varchar(10)${binary},
    user_names    varchar(10100) not null,
    role_names    varchar(1000) not null,
    reason        varchar(2000) not null,
    said_by       varchar(200) not null,
    said_at       timestamp(6) with time zone not null
);
