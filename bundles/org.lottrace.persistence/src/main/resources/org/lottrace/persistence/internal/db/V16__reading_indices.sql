-- What QueryPlanIT found to be read from end to end.

-- the lots on hold among all that ever were
create index lot_disposition_by_disposition on lot_disposition (disposition);

-- an acknowledgment names the number of what it answers; the status says almost nothing
create index interchange_by_control_number on interchange (control_number);

-- the newest first, in the order in which they are asked for
drop index recall_drill_by_start;
create index recall_drill_by_start on recall_drill (started_at desc, started_nanos desc, id desc);
