-- How the columns of a file become fields. What is read by it is shown by a dry run, and what is written has its own seals.
create table import_mapping (
    mapping_name varchar(60)${binary} primary key,
    subject      varchar(20) not null,
    decimals     varchar(20) not null,
    date_format  varchar(20) not null
);

create table import_mapping_source (
    mapping_name varchar(60)${binary} not null references import_mapping,
    part         integer not null,
    field_name   varchar(100) not null,
    heading      varchar(2000),
    fixed_value  varchar(2000),
    primary key (mapping_name, part)
);

create table import_mapping_word (
    mapping_name varchar(60)${binary} not null references import_mapping,
    part         integer not null,
    source_part  integer not null,
    word         varchar(2000) not null,
    meaning      varchar(2000) not null,
    primary key (mapping_name, part)
);
