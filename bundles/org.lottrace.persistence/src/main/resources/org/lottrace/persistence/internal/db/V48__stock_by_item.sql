-- The item of the lot, which never changes: what a site has of an item is found without looking at the lots that are gone.

alter table stock add column item varchar(30)${binary};
update stock set item = (select l.item from lot l where l.id = stock.lot_id);
alter table stock alter column item set not null;

drop index stock_by_site;
create index stock_by_site on stock (site, item);
