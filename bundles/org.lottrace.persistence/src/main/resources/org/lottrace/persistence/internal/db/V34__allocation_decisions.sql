-- Why each lot was reserved. Rows are only ever inserted; the candidates are one text, because they are read together.
-- deviation is the number of a decision that deviates, and null in the others: those few are found by it.
create table allocation_decision (
    decision_number bigint primary key,
    order_type      varchar(20) not null,
    order_number    varchar(50)${binary} not null,
    order_line      integer not null,
    item            varchar(30)${binary} not null,
    decided_at      timestamp(6) with time zone not null,
    delivery        date not null,
    rotation        varchar(20) not null,
    rules           varchar(2000) not null,
    needed          numeric(21, 6) not null,
    unit            varchar(3) not null,
    candidates      varchar(1000000) not null,
    left_out        integer not null,
    deviation       bigint,
    deviated_by     varchar(200),
    reason          varchar(2000)
);
create index allocation_decision_by_order on allocation_decision (order_number, decision_number);
create index allocation_decision_deviating on allocation_decision (deviation);
