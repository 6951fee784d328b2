-- What is decided of ten thousand lots is written at once. To look up each lot again took as long as to write its rows, and locked
-- and wrote the row of the lot, too. A lot is never deleted, and the id of one that is written is read from its row in the same unit
-- of work: these tables refer to it without the database asking.

create table event_disposition_of_lot (
    event_id    varchar(100)${binary} not null,
    part        integer not null,
    lot_id      bigint not null,
    disposition varchar(20) not null,
    reason      varchar(2000) not null,
    primary key (event_id, part)
);
insert into event_disposition_of_lot (event_id, part, lot_id, disposition, reason)
select event_id, part, lot_id, disposition, reason from event_disposition;
drop table event_disposition;
alter table event_disposition_of_lot rename to event_disposition;
create index event_disposition_by_lot on event_disposition (lot_id);

create table disposition_of_lot (
    lot_id      bigint primary key,
    disposition varchar(20) not null,
    reason      varchar(2000) not null,
    event_id    varchar(100)${binary} not null
);
insert into disposition_of_lot (lot_id, disposition, reason, event_id)
select lot_id, disposition, reason, event_id from lot_disposition;
drop table lot_disposition;
alter table disposition_of_lot rename to lot_disposition;
create index lot_disposition_by_disposition on lot_disposition (disposition);

create table hold_of_lot (
    lot_id      bigint not null,
    event_id    varchar(100)${binary} not null,
    reason      varchar(2000) not null,
    since_at    timestamp(6) with time zone not null,
    since_nanos integer not null,
    held_by     varchar(2000) not null,
    place_kind  varchar(20) not null,
    place_code  varchar(50) not null,
    place_sscc  varchar(18) not null,
    primary key (lot_id, event_id)
);
insert into hold_of_lot (lot_id, event_id, reason, since_at, since_nanos, held_by, place_kind, place_code, place_sscc)
select lot_id, event_id, reason, since_at, since_nanos, held_by, place_kind, place_code, place_sscc from lot_hold;
drop table lot_hold;
alter table hold_of_lot rename to lot_hold;
create index lot_hold_by_place on lot_hold (place_kind, lot_id);
