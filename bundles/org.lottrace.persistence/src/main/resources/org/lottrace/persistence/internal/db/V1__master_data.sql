-- ${binary} makes PostgreSQL sort codes by their bytes, as Java and H2 do.

-- one source of numbers for every row that LotTrace itself creates; each table takes blocks of 50
create sequence surrogate_id start with 1 increment by 50;

create table party (
    party_code             varchar(20)${binary} primary key,
    party_name             varchar(2000) not null,
    gln                    varchar(13),
    street                 varchar(2000) not null,
    city                   varchar(2000) not null,
    region                 varchar(2000) not null,
    postal_code            varchar(2000) not null,
    country                varchar(2000) not null,
    email                  varchar(2000) not null,
    phone                  varchar(2000) not null,
    edi_qualifier          varchar(2),
    edi_id                 varchar(15),
    mapping                varchar(2000) not null,
    minimum_remaining_days integer not null,
    constraint party_edi_address unique (edi_qualifier, edi_id)
);

create table party_role (
    party     varchar(20)${binary} not null references party,
    role_name varchar(20) not null,
    primary key (party, role_name)
);

create table item (
    item_number     varchar(30)${binary} primary key,
    description     varchar(2000) not null,
    item_type       varchar(20) not null,
    gtin            varchar(14),
    base_unit       varchar(3) not null,
    shelf_life_days integer,
    constraint item_gtin unique (gtin)
);

create table pack_unit (
    item       varchar(30)${binary} not null references item,
    part       integer not null,
    unit       varchar(3) not null,
    base_units numeric(25, 10) not null check (base_units > 0),
    primary key (item, part),
    constraint pack_unit_once unique (item, unit)
);

create table site (
    site_code            varchar(10)${binary} primary key,
    company              varchar(20)${binary} not null references party,
    site_name            varchar(2000) not null,
    gln                  varchar(13),
    zone_id              varchar(100) not null,
    production_day_start varchar(18) not null,
    lot_number_template  varchar(2000) not null
);

create table site_location (
    site          varchar(10)${binary} not null references site,
    part          integer not null,
    location_code varchar(20)${binary} not null,
    location_type varchar(20) not null,
    primary key (site, part),
    constraint site_location_once unique (site, location_code)
);

create table lot (
    id                  bigint primary key,
    issuer              varchar(20)${binary} not null references party,
    item                varchar(30)${binary} not null references item,
    lot_number          varchar(20)${binary} not null,
    production_date     date,
    expiry              date,
    supplier_lot_number varchar(2000),
    made_at             varchar(10)${binary} references site,
    constraint lot_key unique (issuer, item, lot_number)
);
create index lot_by_number on lot (lot_number);
create index lot_by_item on lot (item, expiry);

create table number_sequence (
    sequence_name varchar(200) primary key,
    last_number   bigint not null
);
