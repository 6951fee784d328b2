-- the price of a sales order line; null when the ERP system did not tell it
alter table sales_order_line add column price numeric(25, 10);
alter table sales_order_line add column currency varchar(3);
alter table sales_order_line add column price_unit varchar(3);
alter table sales_order_line add constraint sales_order_line_price check (
    (price is null and currency is null and price_unit is null)
    or (price is not null and currency is not null and price_unit is not null));
