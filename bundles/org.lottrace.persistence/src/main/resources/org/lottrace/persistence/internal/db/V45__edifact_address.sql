-- Addresses of EDIFACT have up to 35 characters, those of X12 15.
alter table party alter column edi_id set data type varchar(35);
