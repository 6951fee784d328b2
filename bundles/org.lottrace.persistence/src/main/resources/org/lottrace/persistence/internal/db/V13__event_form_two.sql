-- The second form of an event: whatever was recorded before is of the first.

-- an identity is taken once, in whatever cell its event is
create table event_identity (
    event_id        varchar(100)${binary} primary key,
    cell            integer not null,
    ledger_position bigint not null
);
insert into event_identity (event_id, cell, ledger_position)
select event_id, 1, ledger_position from trace_event;
alter table trace_event drop constraint trace_event_once;

alter table trace_event add column form integer default 1 not null;
alter table trace_event add column cell integer default 1 not null;
alter table trace_event add column on_behalf_of varchar(2000) default '' not null;
alter table trace_event add column company varchar(20)${binary};
alter table trace_event add column basis varchar(20) default 'REQUESTED' not null;
create index event_by_correction on trace_event (corrects);

-- what was agreed for the goods of a line, all null where nothing was
alter table event_line add column price_item varchar(30)${binary};
alter table event_line add column price numeric(25, 10);
alter table event_line add column currency varchar(3);
alter table event_line add column price_unit varchar(3);
alter table event_line add column price_base_units numeric(25, 10);
alter table event_line add column rate_currency varchar(3);
alter table event_line add column rate numeric(25, 10);

-- line_part is the part of the line it belongs to, -1 for the event itself
create table event_key_data (
    ledger_position bigint not null references trace_event,
    part            integer not null,
    line_part       integer not null,
    element         varchar(50) not null,
    value_type      varchar(20) not null,
    value_text      varchar(2000) not null,
    primary key (ledger_position, part)
);

create table event_lot_change (
    ledger_position bigint not null references trace_event,
    part            integer not null,
    lot_id          bigint not null references lot,
    reason          varchar(2000) not null,
    primary key (ledger_position, part)
);
create index event_lot_change_by_lot on event_lot_change (lot_id);

-- what was known about the lot before and after a change
create table event_lot_value (
    ledger_position bigint not null references trace_event,
    part            integer not null,
    change_part     integer not null,
    is_after        boolean not null,
    element         varchar(50) not null,
    value_type      varchar(20) not null,
    value_text      varchar(2000) not null,
    primary key (ledger_position, part)
);

create table event_anchor (
    ledger_position bigint not null references trace_event,
    part            integer not null,
    chain           varchar(50) not null,
    chain_length    bigint not null,
    chain_hash      varchar(64) not null,
    primary key (ledger_position, part)
);
