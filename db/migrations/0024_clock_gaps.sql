-- A stand-in carries what the absent person held when it was agreed, not what he is given later.
alter table delegation add column agreed jsonb;
comment on column delegation.agreed is 'core/access.ts Grant[] that could be lent when it was made; null: made before this was written down.';

-- A matter that has ended leaves no date on its duties: the commands see to it, and lists count dated duties without
-- looking at their matters. What was written before they did.
do $$
declare
  place bigint;
begin
  for place in select id from jurisdiction loop
    perform set_config('luoshi.jurisdiction', place::text, true);
    update assignment a set due_on = 'infinity', paused_on = null from matter m
    where a.jurisdiction_id = place and a.due_on < 'infinity' and m.jurisdiction_id = place and m.id = a.matter_id
      and m.stage in ('closed', 'withdrawn');
  end loop;
  perform set_config('luoshi.jurisdiction', '', true);
end
$$;

-- The due calendar, the board and lights over duties from the index alone: what is owed follows from state and role.
create index assignment_owed on assignment (jurisdiction_id, due_on, state, role) include (matter_id, unit_id) where live and due_on < 'infinity';
