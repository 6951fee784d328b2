-- What happened at a site in some days: all shipments, or all disposals, without everything else.
create index event_by_site_type_and_time on trace_event (site, event_type, effective_at);

-- What is open at a site, however many orders were closed.
create index production_order_open on production_order (site, closed_at, planned_date);
