-- which entries were known when the ledger had come so far
create index journal_entry_by_position on journal_entry (ledger_position, entry_number);
-- of the entries that were made later those that belong to a day before, without reading the others
create index journal_entry_late on journal_entry (entry_number, accounting_date);
