-- Where each follower of the ledger stands, what it could not take in, and which node may work. Takes the place of projection.

create table lease (
    lease_name varchar(100) primary key,
    owner      varchar(200) not null,
    token      bigint not null,
    until_at   timestamp(6) with time zone not null
);

create table follower (
    follower_name   varchar(50) primary key,
    ledger_position bigint not null,
    rebuilding_to   bigint not null,
    failed_attempts integer not null,
    failed_at       timestamp(6) with time zone,
    next_attempt_at timestamp(6) with time zone,
    failure         varchar(2000)
);

create table follower_poison (
    follower_name   varchar(50) not null,
    ledger_position bigint not null,
    lane            varchar(100)${binary},
    failed_attempts integer not null,
    failed_at       timestamp(6) with time zone not null,
    next_attempt_at timestamp(6) with time zone not null,
    failure         varchar(2000) not null,
    skipped_by      varchar(2000),
    skip_reason     varchar(2000),
    skipped_at      timestamp(6) with time zone,
    primary key (follower_name, ledger_position)
);

insert into follower (follower_name, ledger_position, rebuilding_to, failed_attempts)
select projection_name, ledger_position, 0, 0 from projection where projection_name not like '%/%';

-- asn856/CUSTOMER was the position before the first ship notice of a customer that could not be made, 0 when there was none
insert into follower_poison
    (follower_name, ledger_position, lane, failed_attempts, failed_at, next_attempt_at, failure)
select distinct 'asn856', e.ledger_position, l.to_code, 0, current_timestamp, current_timestamp,
    'held back before this version'
from projection held
join event_line l on l.to_kind = 'PARTY' and held.projection_name = concat('asn856/', l.to_code)
join trace_event e on e.ledger_position = l.ledger_position
where held.ledger_position > 0
  and e.event_type = 'SHIP'
  and e.ledger_position > held.ledger_position
  and e.ledger_position <= (select p.ledger_position from projection p where p.projection_name = 'asn856');

drop table projection;
