-- Who logged in, who was refused, whose rights were changed. Rows are only ever inserted. No event holds them: each is sealed.
create table audit_entry (
    id           bigint primary key,
    happened_at  timestamp(6) with time zone not null,
    until_at     timestamp(6) with time zone not null,
    times        integer not null,
    kind         varchar(20) not null,
    user_name    varchar(200)${binary} not null,
    from_address varchar(100) not null,
    channel      varchar(20) not null,
    login_method varchar(20) not null,
    roles        varchar(2000) not null,
    decided_by   varchar(200) not null,
    credential   varchar(20) not null,
    detail       varchar(1000) not null
);
create index audit_entry_by_time on audit_entry (happened_at, id);
create index audit_entry_by_user on audit_entry (user_name, happened_at, id);
create index audit_entry_by_kind on audit_entry (kind, happened_at, id);
