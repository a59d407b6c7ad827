-- The organ of its matter in the row of each duty: what is due in one organ is then counted and listed from duties
-- alone. A matter never changes its organ.
alter table assignment add column organ_id bigint;
comment on column assignment.organ_id is 'The organ of its matter, which never changes.';

drop index assignment_owed;
drop index assignment_unit_due;

-- The table is written anew in one go, its indexes after it: an update of every duty of a large city would put each
-- of them into some twenty indexes one by one. The owner reads the matters of every jurisdiction for it.
alter table matter no force row level security;
create function organ_of_matter(j bigint, matter bigint)
returns bigint
language sql stable
as $$ select m.organ_id from matter m where m.jurisdiction_id = j and m.id = matter $$;
alter table assignment alter column organ_id type bigint using organ_of_matter(jurisdiction_id, matter_id);
drop function organ_of_matter(bigint, bigint);
alter table matter force row level security;
alter table assignment alter column organ_id set not null;

-- The due calendar, the board and lights over duties from an index alone, of all, of an organ, and of a unit.
create index assignment_owed on assignment (jurisdiction_id, due_on, state, role) include (matter_id, unit_id, owed, organ_id) where live and due_on < 'infinity';
create index assignment_organ_due on assignment (jurisdiction_id, organ_id, due_on, id) where live and due_on < 'infinity';
create index assignment_unit_due on assignment (jurisdiction_id, unit_id, due_on, id) include (organ_id, state, role, owed) where live;
