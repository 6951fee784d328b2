-- What was wrong with events that were recorded all the same. A row is never taken away; only owner, deadline and end change.
create table exception_case (
    case_number bigint primary key,
    code        varchar(60)${binary} not null,
    event_id    varchar(100)${binary} not null,
    lot         varchar(200)${binary},
    site        varchar(10)${binary} not null,
    message     varchar(2000) not null,
    owner_role  varchar(40)${binary} not null,
    deadline    timestamp(6) with time zone not null,
    opened_at   timestamp(6) with time zone not null,
    is_open     boolean not null,
    closed_at   timestamp(6) with time zone,
    closed_by   varchar(200),
    close_reason varchar(2000)
);
create index exception_case_by_event on exception_case (event_id, case_number);
create index exception_case_by_deadline on exception_case (deadline, case_number);
create index exception_case_open on exception_case (is_open, deadline, case_number);
