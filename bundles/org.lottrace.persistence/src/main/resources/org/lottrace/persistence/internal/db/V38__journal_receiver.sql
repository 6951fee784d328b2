-- Whom the journal is handed over to, how far that has come, and what was rejected. Journal entries are derived from the ledger
-- and may be derived again, with the same numbers: no foreign key holds them.
create table journal_receiver (
    receiver     varchar(30)${binary} primary key,
    sent         bigint not null,
    acknowledged bigint not null,
    changed_by   varchar(200) not null,
    changed_at   timestamp(6) with time zone not null
);
create table journal_rejection (
    rejection_number bigint primary key,
    receiver         varchar(30)${binary} not null references journal_receiver,
    entry_number     bigint not null,
    reason           varchar(2000) not null,
    said_by          varchar(200) not null,
    said_at          timestamp(6) with time zone not null,
    is_open          boolean not null,
    resent_at        timestamp(6) with time zone
);
create index journal_rejection_open on journal_rejection (receiver, is_open, entry_number);
create index journal_rejection_by_receiver on journal_rejection (receiver, rejection_number);
