-- where and by which shift something was made; empty when it was not told, as for all events before
alter table trace_event add column production_line varchar(2000) default '' not null;
alter table trace_event add column production_shift varchar(2000) default '' not null;
