-- What rules may ask of a matter: whose congress it was handed in to, who proposes, whether it is a priority 重点督办.
alter table matter
  add column level text not null default 'city' check (level in ('national', 'provincial', 'city', 'district')),
  add column proposer_type text not null default 'individual' check (proposer_type in ('individual', 'delegation', 'sector', 'party', 'peoplesOrganization', 'specialCommittee', 'memberGroup')),
  add column priority boolean not null default false;

-- Requests to put a date off, and times when the clock stood still: read and written with the duty, as a whole.
alter table assignment
  add column extensions jsonb not null default '[]',
  add column pauses jsonb not null default '[]',
  add column extension_asked_on date,
  add column paused_on date;
comment on column assignment.extensions is 'core/assignment/extension.ts Extension[], in the order in which they were asked for.';
comment on column assignment.pauses is 'core/assignment/extension.ts DutyPause[]; only the last can be open.';
comment on column assignment.extension_asked_on is 'Of the request that waits for a decision; for finding.';
comment on column assignment.paused_on is 'Since when the clock stands still; for finding.';
create index assignment_extension on assignment (jurisdiction_id, extension_asked_on, id) where extension_asked_on is not null;
create index assignment_paused on assignment (jurisdiction_id, unit_id, id) where paused_on is not null;
