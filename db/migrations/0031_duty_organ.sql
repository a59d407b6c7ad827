-- The organ of its matter in the row of each duty: what is due in one organ is then counted and listed from duties
-- alone. A matter never changes its organ.
alter table assignment add column organ_id bigint;
comment on column assignment.organ_id is 'The organ of its matter, which never changes.';

do $$
declare
  place bigint;
begin
  for place in select id from jurisdiction loop
    perform set_config('luoshi.jurisdiction', place::text, true);
    update assignment a set organ_id = m.organ_id from matter m
    where a.jurisdiction_id = place and m.jurisdiction_id = place and m.id = a.matter_id;
  end loop;
  perform set_config('luoshi.jurisdiction', '', true);
end
$$;
alter table assignment alter column organ_id set not null;

-- The due calendar, the board and lights over duties from an index alone, of all, of an organ, and of a unit.
drop index assignment_owed;
create index assignment_owed on assignment (jurisdiction_id, due_on, state, role) include (matter_id, unit_id, owed, organ_id) where live and due_on < 'infinity';
create index assignment_organ_due on assignment (jurisdiction_id, organ_id, due_on, id) where live and due_on < 'infinity';
drop index assignment_unit_due;
create index assignment_unit_due on assignment (jurisdiction_id, unit_id, due_on, id) include (organ_id, state, role, owed) where live;
