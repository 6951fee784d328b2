-- What is to be known and kept of the lots of an item; empty is as usual.
alter table item add column tracking varchar(20);
alter table item add column counting varchar(20);
alter table item add column shelf_life_from varchar(20);
alter table item add column date_kind varchar(20);
alter table item add column mandatory varchar(2000);
