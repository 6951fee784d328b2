-- Which logistic unit was in which, from one ledger position to another. Derived from the ledger.
-- open_unit is the unit while it is there, and null afterwards: a unit is in one other unit at most.
create table unit_nesting (
    unit_sscc    varchar(18) not null,
    nested_at    bigint not null,
    parent_sscc  varchar(18) not null,
    taken_out_at bigint,
    open_unit    varchar(18),
    primary key (unit_sscc, nested_at),
    constraint unit_nested_once unique (open_unit)
);
-- what was put into a unit and taken out of it, newest first, and what is in it now
create index unit_nesting_taken_out on unit_nesting (unit_sscc, taken_out_at);
create index unit_nesting_by_parent on unit_nesting (parent_sscc, nested_at);
create index unit_nesting_by_parent_taken_out on unit_nesting (parent_sscc, taken_out_at);
