-- What every record that no event holds said when it was written, so that a change by other hands is noticed. Rows are only
-- ever inserted; the newest of a record counts. A seal gets its place in the chain, and the chain its anchor in the ledger, soon
-- after the commit, so that nobody waits for a place.
create table seal (
    id             bigint default nextval('surrogate_id') primary key,
    record_type    varchar(20) not null,
    record_key     varchar(100)${binary} not null,
    record_part    integer not null,
    content        varchar(64) not null,
    cells          ${bytes} not null,
    chain_position bigint,
    chain_hash     varchar(64),
    constraint seal_position_once unique (chain_position)
);
create index seal_by_record on seal (record_type, record_key, record_part, id);
