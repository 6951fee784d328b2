-- The item of the lot, which never changes: what a site has of an item is found without looking at the lots that are gone.

alter table stock add column item varchar(30)${binary};
update stock set item = (select l.item from lot l where l.id = stock.lot_id);
alter table stock alter column item set not null;

drop index stock_by_site;
create index stock_by_site on stock (site, item);

-- The newest step of master data and the newest right: whoever has locked the head sees whether what was asked before still counts.

alter table ledger_head add column newest_step bigint default 0 not null;
alter table ledger_head add column newest_right bigint default 0 not null;
update ledger_head set newest_step = coalesce((select max(step_number) from master_step), 0),
    newest_right = coalesce((select max(right_version) from lot_right), 0);
