-- which entries were known when the ledger had come so far
create index journal_entry_by_position on journal_entry (ledger_position, entry_number);
