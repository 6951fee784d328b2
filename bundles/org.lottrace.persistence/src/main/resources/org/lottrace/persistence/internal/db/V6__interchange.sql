create table interchange (
    id             bigint primary key,
    record_key     varchar(500),
    direction      varchar(10) not null,
    sender         varchar(2000) not null,
    receiver       varchar(2000) not null,
    control_number varchar(2000) not null,
    file_name      varchar(2000) not null,
    status         varchar(10) not null,
    recorded_at    timestamp(6) with time zone not null,
    recorded_nanos integer not null,
    constraint interchange_once unique (record_key)
);
create index interchange_by_status on interchange (status);

create table interchange_set (
    interchange_id bigint not null references interchange,
    part           integer not null,
    code           varchar(2000) not null,
    primary key (interchange_id, part)
);

create table interchange_problem (
    interchange_id bigint not null references interchange,
    part           integer not null,
    code           varchar(2000) not null,
    field_path     varchar(2000) not null,
    message        varchar(2000) not null,
    primary key (interchange_id, part)
);

create table interchange_content (
    interchange_id bigint primary key references interchange,
    content        ${bytes} not null
);
