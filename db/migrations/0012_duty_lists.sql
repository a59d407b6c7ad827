-- The ledger can count duties 件次 instead of matters: by date, of one unit and of all; and those whose replies are
-- of one class.
create index assignment_unit_due on assignment (jurisdiction_id, unit_id, due_on, id) where live;
create index assignment_due on assignment (jurisdiction_id, due_on, id) where live;
create index assignment_result_due on assignment (jurisdiction_id, result_class, due_on, id) where live and result_class is not null;

-- Counts by unit tell units that reply from units that assist: grouped in the order of their index, read from it alone.
drop index assignment_counts;
create index assignment_counts on assignment (jurisdiction_id, unit_id, role, result_class, state, due_on) where live;

-- The few duties that were ever handed back.
create index assignment_hand_back on assignment (jurisdiction_id, unit_id, state, matter_id) where hand_back_requested_on is not null;
