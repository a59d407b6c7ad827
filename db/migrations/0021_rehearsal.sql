-- Rehearsals 演练: a year's matters replayed through other rules or another calendar. Nothing else is touched by them.

create table rehearsal (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  name text not null,
  created_by bigint not null,
  created_name text not null,
  created_at timestamptz not null,
  year integer not null,
  organ_id bigint,
  asked jsonb not null,
  rules jsonb not null,
  today date not null,
  state text not null default 'running' check (state in ('running', 'done', 'cancelled', 'failed')),
  cursor bigint not null default 0,
  done integer not null default 0,
  total integer not null,
  rows integer not null default 0,
  finished_at timestamptz,
  primary key (jurisdiction_id, id)
);
comment on column rehearsal.organ_id is 'Null: the matters of every organ.';
comment on column rehearsal.asked is 'What was chosen, so that it can be run again.';
comment on column rehearsal.rules is 'Rulesets and calendars, those in force and those tried, as they were when it began.';
comment on column rehearsal.today is 'The day on which what is not done counts as late; one day for a whole run.';

create table rehearsal_row (
  jurisdiction_id bigint not null,
  rehearsal_id bigint not null,
  n integer not null,
  matter_id bigint not null,
  assignment_id bigint,
  unit_id bigint,
  duty text not null,
  round integer not null,
  done_on date,
  released_on date,
  now_on date,
  then_on date,
  now_verdict text not null,
  then_verdict text not null,
  now_due jsonb,
  then_due jsonb,
  primary key (jurisdiction_id, rehearsal_id, n),
  foreign key (jurisdiction_id, rehearsal_id) references rehearsal
);
comment on column rehearsal_row.assignment_id is 'Null: the date that the proposer waits for.';
comment on column rehearsal_row.now_due is 'core/clock/deadline.ts DueDate: why that day.';

do $$
declare
  tenant text;
begin
  foreach tenant in array array['rehearsal', 'rehearsal_row'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant);
  end loop;
end $$;
grant select, insert, update, delete on rehearsal, rehearsal_row to luoshi_app;
grant usage on all sequences in schema public to luoshi_app;
