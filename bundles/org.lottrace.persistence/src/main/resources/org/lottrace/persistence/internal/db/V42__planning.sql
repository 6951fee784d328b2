-- What happened at a site in some days: all shipments, or all disposals, without everything else.
create index event_by_site_type_and_time on trace_event (site, event_type, effective_at);

-- What is planned at a site in some days.
create index production_order_by_site_and_day on production_order (site, planned_date);
