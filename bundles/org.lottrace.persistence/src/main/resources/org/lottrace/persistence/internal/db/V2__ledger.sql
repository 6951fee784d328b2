-- Events are only ever inserted. Their codes are text without foreign keys, except the lots: what was recorded stands alone.

create table ledger_head (
    id            integer primary key check (id = 1),
    head_position bigint not null,
    hash          varchar(64) not null
);
insert into ledger_head (id, head_position, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- *_at is exact to the microsecond; *_nanos holds the nanoseconds that are left over
create table trace_event (
    ledger_position bigint primary key,
    event_id        varchar(100)${binary} not null,
    event_type      varchar(20) not null,
    effective_at    timestamp(6) with time zone not null,
    effective_nanos integer not null,
    utc_offset      varchar(9) not null,
    accounting_date date not null,
    actor           varchar(2000) not null,
    device          varchar(2000) not null,
    site            varchar(10)${binary} not null,
    capture_source  varchar(20) not null,
    corrects        varchar(100)${binary},
    recorded_at     timestamp(6) with time zone not null,
    recorded_nanos  integer not null,
    hash            varchar(64) not null,
    constraint trace_event_once unique (event_id)
);

create table event_document (
    ledger_position bigint not null references trace_event,
    part            integer not null,
    document_type   varchar(20) not null,
    document_number varchar(50) not null,
    primary key (ledger_position, part)
);
create index event_by_document on event_document (document_number, document_type);

create table event_line (
    ledger_position  bigint not null references trace_event,
    part             integer not null,
    lot_id           bigint not null references lot,
    from_kind        varchar(20) not null,
    from_code        varchar(50) not null,
    from_sscc        varchar(18) not null,
    to_kind          varchar(20) not null,
    to_code          varchar(50) not null,
    to_sscc          varchar(18) not null,
    quantity         numeric(21, 6) not null check (quantity > 0),
    unit             varchar(3) not null,
    entered_quantity numeric(21, 6) not null,
    entered_unit     varchar(3) not null,
    order_type       varchar(20),
    order_number     varchar(50),
    order_line       integer,
    primary key (ledger_position, part)
);
create index event_line_by_lot on event_line (lot_id);

create table lot_edge (
    ledger_position bigint not null references trace_event,
    part            integer not null,
    input_lot_id    bigint not null references lot,
    output_lot_id   bigint not null references lot,
    quantity        numeric(21, 6) not null check (quantity > 0),
    unit            varchar(3) not null,
    certainty       varchar(20) not null,
    primary key (ledger_position, part)
);
create index lot_edge_by_input on lot_edge (input_lot_id);
create index lot_edge_by_output on lot_edge (output_lot_id);

create table event_disposition (
    ledger_position bigint not null references trace_event,
    part            integer not null,
    lot_id          bigint not null references lot,
    disposition     varchar(20) not null,
    reason          varchar(2000) not null,
    primary key (ledger_position, part)
);

create table projection (
    projection_name varchar(50) primary key,
    ledger_position bigint not null
);
