-- At which unit cost the goods of a lot leave: quantity and value at its last change. What was issued before keeps its
-- amounts; what is left goes on from there.
alter table lot_cost add column basis_quantity numeric(21, 6) default 0 not null;
alter table lot_cost add column basis_amount numeric(19, 4) default 0 not null;
update lot_cost set basis_quantity = stock_quantity, basis_amount = stock_amount where stock_quantity > 0;
