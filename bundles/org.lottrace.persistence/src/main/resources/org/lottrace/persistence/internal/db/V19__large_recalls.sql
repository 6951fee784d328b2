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
