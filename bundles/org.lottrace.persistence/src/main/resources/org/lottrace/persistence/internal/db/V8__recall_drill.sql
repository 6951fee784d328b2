create table recall_drill (
    id                bigint primary key,
    started_at        timestamp(6) with time zone not null,
    started_nanos     integer not null,
    actor             varchar(2000) not null,
    seed              bigint not null,
    target            varchar(20) not null,
    lot_id            bigint not null references lot,
    ingredients       integer not null,
    affected          integer not null,
    consignees        integer not null,
    without_contact   integer not null,
    accounted_percent numeric(5, 2) not null,
    findings          integer not null,
    ledger_position   bigint not null,
    ledger_hash       varchar(64) not null
);
create index recall_drill_by_start on recall_drill (started_at);

create table recall_drill_step (
    drill_id   bigint not null references recall_drill,
    part       integer not null,
    step_name  varchar(20) not null,
    took_nanos bigint not null,
    primary key (drill_id, part)
);

-- a certificate and a search for causes read every event of a lot
create index event_disposition_by_lot on event_disposition (lot_id);
