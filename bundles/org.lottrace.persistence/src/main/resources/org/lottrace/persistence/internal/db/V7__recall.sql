-- A case is a list of steps that only grows: rows are only ever inserted.

create table recall_case (
    case_id  varchar(20) primary key,
    event_id varchar(100)${binary} not null,
    constraint recall_case_once unique (event_id)
);

create table recall_step (
    case_id  varchar(20) not null references recall_case,
    step     integer not null,
    kind     varchar(20) not null,
    taken_at timestamp(6) with time zone not null,
    actor    varchar(2000) not null,
    primary key (case_id, step)
);
create index recall_step_by_kind on recall_step (kind);

-- what a step says, one row for each thing it names: a consignee, a lot, a document, a quantity, a number, a text
create table recall_fact (
    case_id         varchar(20) not null,
    step            integer not null,
    part            integer not null,
    fact_name       varchar(20) not null,
    party           varchar(20)${binary},
    lot_id          bigint references lot,
    document_type   varchar(20),
    document_number varchar(50),
    quantity        numeric(21, 6),
    unit            varchar(3),
    whole_number    bigint,
    words           varchar(10000),
    primary key (case_id, step, part),
    foreign key (case_id, step) references recall_step
);
create index recall_fact_by_lot on recall_fact (lot_id);
