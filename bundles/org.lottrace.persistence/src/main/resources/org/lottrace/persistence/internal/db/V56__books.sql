-- Events that the books could not book in their turn. They stay when they are booked: books that are built again take them in the same order.
create table cost_waiting (
    ledger_position bigint primary key,
    event_id        varchar(100)${binary} not null,
    reason          varchar(2000) not null,
    behind          bigint not null,
    until_recorded  boolean not null,
    waits_since     timestamp(6) with time zone not null,
    not_before      bigint not null,
    booked_after    bigint,
    undone          boolean not null
);
create index cost_waiting_by_booked on cost_waiting (booked_after, ledger_position);

-- Of whose books a receiver gets the journal; null: of the common ones, as all from before.
alter table journal_receiver add column company varchar(20)${binary};
