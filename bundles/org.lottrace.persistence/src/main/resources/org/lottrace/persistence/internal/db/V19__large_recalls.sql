-- What an event sets is written before the event has its position, so that the ledger's head is not locked for it: its rows
-- belong to the id of the event. There is no foreign key, because the event comes last.
create table event_disposition_by_id (
    event_id    varchar(100)${binary} not null,
    part        integer not null,
    lot_id      bigint not null references lot,
    disposition varchar(20) not null,
    reason      varchar(2000) not null,
    primary key (event_id, part)
);
insert into event_disposition_by_id (event_id, part, lot_id, disposition, reason)
select e.event_id, d.part, d.lot_id, d.disposition, d.reason
from event_disposition d
join trace_event e on e.ledger_position = d.ledger_position;
drop table event_disposition;
alter table event_disposition_by_id rename to event_disposition;
create index event_disposition_by_lot on event_disposition (lot_id);

-- few events set any: those that set none are read without looking
alter table trace_event add column dispositions integer default 0 not null;
update trace_event set dispositions =
    (select count(*) from event_disposition d where d.event_id = trace_event.event_id)
where event_id in (select event_id from event_disposition);

-- A scope of ten thousand lots is as many rows. They are written with their step and read with their case: nobody asks for them
-- by lot, and to look up the step and the lot of each took longer than to write it. A lot of a recall is in the events that name it,
-- which hold it.
create table recall_fact_of_step (
    case_id         varchar(20) not null,
    step            integer not null,
    part            integer not null,
    fact_name       varchar(20) not null,
    party           varchar(20)${binary},
    lot_id          bigint,
    document_type   varchar(20),
    document_number varchar(50),
    quantity        numeric(21, 6),
    unit            varchar(3),
    whole_number    bigint,
    words           varchar(10000),
    primary key (case_id, step, part)
);
insert into recall_fact_of_step
select case_id, step, part, fact_name, party, lot_id, document_type, document_number, quantity, unit, whole_number, words
from recall_fact;
drop table recall_fact;
alter table recall_fact_of_step rename to recall_fact;
