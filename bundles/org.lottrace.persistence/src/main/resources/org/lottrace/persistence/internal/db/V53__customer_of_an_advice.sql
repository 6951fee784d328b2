-- Who got the goods of a shipping advice, when it says so; null in all documents that were there.
alter table stock_document add column customer varchar(20)${binary};
