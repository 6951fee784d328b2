-- How firmly goods are kept: SOFT, PICKED, or null for a firm one, as all were before, so that their seals stay true. A soft one has the moment
-- at which it ends; those few are found by it.
alter table reservation add column kind varchar(10);
alter table reservation add column soft_until timestamp(6) with time zone;
create index reservation_soft_until on reservation (soft_until, id);

-- The number of a decision that tells of a loss, and null in the others, as with those that deviate.
alter table allocation_decision add column loss bigint;
create index allocation_decision_losses on allocation_decision (loss);
