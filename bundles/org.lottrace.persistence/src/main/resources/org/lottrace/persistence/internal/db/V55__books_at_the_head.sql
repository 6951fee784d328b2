-- How many companies keep books of their own: whoever has locked the head sees whether those are all that were asked for before.

alter table ledger_head add column newest_books bigint default 0 not null;
update ledger_head set newest_books = (select count(*) from company_books);
