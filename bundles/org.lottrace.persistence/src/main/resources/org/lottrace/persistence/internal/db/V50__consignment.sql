-- Whether the goods of an order line belong to the supplier until they are used; empty when they do not, as in all orders before.
alter table purchase_order_line add column consignment boolean;
