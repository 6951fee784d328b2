-- Sites that another company runs for us.
create table third_party_warehouse (
    site              varchar(10)${binary} primary key,
    partner           varchar(20)${binary} not null,
    location          varchar(20)${binary} not null,
    damaged           varchar(20)${binary} not null,
    tolerance_percent integer not null,
    answer_hours      integer not null
);

-- The documents between us and them. Only what they booked, that an order was taken back and that it was sent late is ever changed; the lines are one text, because they are read together.
create table stock_document (
    document_position bigint primary key,
    kind              varchar(20) not null,
    warehouse         varchar(10)${binary} not null,
    document_number   varchar(30)${binary} not null,
    from_site         varchar(10)${binary},
    about             varchar(50)${binary},
    at_moment         timestamp(6) with time zone not null,
    recorded_by       varchar(200) not null,
    recorded_at       timestamp(6) with time zone not null,
    events            varchar(400) not null,
    lines             varchar(1000000) not null,
    cancelled_by      varchar(200),
    cancelled_at      timestamp(6) with time zone,
    cancel_reason     varchar(2000),
    unsent            boolean not null
);
create unique index stock_document_by_number on stock_document (warehouse, kind, document_number);
create index stock_document_by_about on stock_document (warehouse, kind, about, document_position);
create index stock_document_newest on stock_document (warehouse, kind, document_position);
