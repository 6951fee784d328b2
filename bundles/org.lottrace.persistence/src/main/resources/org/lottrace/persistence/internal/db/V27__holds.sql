-- Holds are a set. Derived from the ledger; place_kind, place_code and place_sscc are '' where a whole lot is held.

create table lot_hold (
    lot_id      bigint not null references lot,
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
create index lot_hold_by_place on lot_hold (place_kind, lot_id);

-- until now a release freed a lot of everything: what was set after the last one that was not reversed stands
insert into lot_hold (lot_id, event_id, reason, since_at, since_nanos, held_by, place_kind, place_code, place_sscc)
select d.lot_id, d.event_id, d.reason, e.effective_at, e.effective_nanos, e.actor, '', '', ''
from event_disposition d join trace_event e on e.event_id = d.event_id
where d.disposition = 'ON_HOLD' and e.event_type <> 'REVERSE'
    and not exists (select 1 from trace_event r where r.corrects = e.event_id and r.event_type = 'REVERSE')
    and not exists (
        select 1 from event_disposition f join trace_event l on l.event_id = f.event_id
        where f.lot_id = d.lot_id and f.disposition = 'SELLABLE' and l.event_type <> 'REVERSE'
            and l.ledger_position > e.ledger_position
            and not exists (select 1 from trace_event r where r.corrects = l.event_id and r.event_type = 'REVERSE'));

-- a lot on hold has the reason of its newest hold, also when a reversal put it back on hold
update lot_disposition set
    event_id = (select h.event_id from lot_hold h where h.lot_id = lot_disposition.lot_id
        order by h.since_at desc, h.since_nanos desc, h.event_id desc limit 1),
    reason = (select h.reason from lot_hold h where h.lot_id = lot_disposition.lot_id
        order by h.since_at desc, h.since_nanos desc, h.event_id desc limit 1)
where disposition = 'ON_HOLD' and lot_id in (select lot_id from lot_hold);
