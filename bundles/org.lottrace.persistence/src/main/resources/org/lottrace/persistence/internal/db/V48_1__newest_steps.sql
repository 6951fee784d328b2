-- The newest step of master data and the newest right: whoever has locked the head sees whether what was asked before still counts.

alter table ledger_head add column newest_step bigint default 0 not null;
alter table ledger_head add column newest_right bigint default 0 not null;
update ledger_head set newest_step = coalesce((select max(step_number) from master_step), 0),
    newest_right = coalesce((select max(right_version) from lot_right), 0);
