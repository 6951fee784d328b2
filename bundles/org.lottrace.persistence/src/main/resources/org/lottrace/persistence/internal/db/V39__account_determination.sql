-- Which number of the company's chart stands for an account. Rows are only ever inserted; a rule has the number of its first version.
create table account_rule (
    rule_version   bigint primary key,
    rule_number    bigint not null,
    account        varchar(30) not null,
    item_class     varchar(30)${binary},
    item_type      varchar(20),
    site           varchar(10)${binary},
    document_type  varchar(20),
    event_type     varchar(20),
    event_reason   varchar(500)${binary},
    from_day       date not null,
    account_number varchar(30)${binary},
    reason         varchar(2000) not null,
    said_by        varchar(200) not null,
    said_at        timestamp(6) with time zone not null
);

-- Whether a class is anybody's, and which items are of two.
create index item_class_by_name on item_class (class_name, item);

-- With which numbers an entry was handed over. Journal entries may be derived again, with the same numbers: no foreign key holds them.
create table handed_over_entry (
    entry_number bigint primary key,
    kept_by      varchar(200) not null,
    kept_at      timestamp(6) with time zone not null
);
create table handed_over_line (
    entry_number   bigint not null references handed_over_entry,
    part           integer not null,
    account        varchar(30) not null,
    account_number varchar(30)${binary},
    rule_version   bigint references account_rule,
    primary key (entry_number, part)
);

-- What receivers were sent before there were rules went out with the names of our accounts, and stays so. Sealed by the next migration.
insert into handed_over_entry (entry_number, kept_by, kept_at)
select entry.entry_number, farthest.receiver, farthest.changed_at
from journal_entry entry
cross join (select receiver, sent, changed_at from journal_receiver order by sent desc, receiver fetch first 1 row only) farthest
where entry.entry_number <= farthest.sent;
