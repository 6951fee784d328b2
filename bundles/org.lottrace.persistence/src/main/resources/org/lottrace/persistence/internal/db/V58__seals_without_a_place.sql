-- What the chain of seals takes in next, in its order, after millions that have their places. Only of these where the database can.
create index seal_without_place on seal (chain_position, id)${unchained};
