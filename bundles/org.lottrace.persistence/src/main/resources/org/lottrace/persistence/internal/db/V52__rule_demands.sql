-- What a rule demands of lots besides their remaining life; null in all rules that were there, so that their seals stay true.
alter table allocation_rule add column minimum_age_days integer;
alter table allocation_rule add column quarantine_days integer;
alter table allocation_rule add column coldest numeric(21, 6);
alter table allocation_rule add column warmest numeric(21, 6);

-- Whether locations are taken in the order in which their site lists them.
alter table allocation_rule add column pick_path_first boolean;

-- What lots have to say of an attribute: a row for each value that suffices, null where anything does.
create table allocation_rule_attribute (
    rule_version bigint not null references allocation_rule,
    part         integer not null,
    attribute    varchar(60) not null,
    suffices     varchar(200)${binary},
    primary key (rule_version, part)
);

-- Classes of items of which nothing goes to whom the rule is for.
create table allocation_rule_class (
    rule_version bigint not null references allocation_rule,
    part         integer not null,
    item_class   varchar(30)${binary} not null,
    primary key (rule_version, part)
);
