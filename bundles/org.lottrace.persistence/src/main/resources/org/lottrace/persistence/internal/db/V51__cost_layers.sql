-- What is left of each receipt of an item that is valued first in, first out, in the order in which it leaves.
create table cost_layer (
    item           varchar(30)${binary} not null,
    place          bigint not null,
    lot_id         bigint not null references lot,
    quantity       numeric(21, 6) not null,
    unit           varchar(3) not null,
    amount         numeric(19, 4) not null,
    currency       varchar(3) not null,
    basis_quantity numeric(21, 6) not null,
    basis_amount   numeric(19, 4) not null,
    primary key (item, place)
);
create index cost_layer_by_lot on cost_layer (lot_id);
