-- A page of one supplier's notices, the latest first.
create index expected_receipt_of_sender on expected_receipt (sender, ship_date desc, notice_number);

-- When a ship notice came, and by when it should have. Those that are there already came nobody knows when.
create table notice_arrival (
    notice        varchar(60)${binary} primary key,
    arrived_at    timestamp(6) with time zone not null,
    due_at        timestamp(6) with time zone,
    told          boolean not null,
    is_to_be_told boolean not null
);
create index notice_arrival_to_be_told on notice_arrival (is_to_be_told, notice);

-- Suppliers are told of what comes from now on; what came before is no news. A copy of a database has the row already.
insert into follower (follower_name, ledger_position, rebuilding_to, failed_attempts)
select 'advice861', head_position, 0, 0
from ledger_head
where not exists (select 1 from follower where follower_name = 'advice861');
