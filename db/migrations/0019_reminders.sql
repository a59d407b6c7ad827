-- Reminders by the ladder of the ruleset: which step was told for which date, once; and each run, so that a killed one
-- goes on where it was.

create table reminder_run (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  date date not null,
  phase text not null default 'duties' check (phase in ('duties', 'requests', 'matters', 'telling', 'done')),
  position bigint not null default 0,
  reminded integer not null default 0,
  told integer not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, date)
);
comment on column reminder_run.position is 'Last id that the phase has dealt with.';

create table reminder (
  jurisdiction_id bigint not null,
  subject text not null check (subject in ('duty', 'request', 'matter')),
  subject_id bigint not null,
  due_on date not null,
  step integer not null,
  run_id bigint not null,
  primary key (jurisdiction_id, subject, subject_id),
  foreign key (jurisdiction_id, run_id) references reminder_run
);
comment on table reminder is 'The last step of the ladder that was told for a date; another date begins anew.';

create table reminder_line (
  jurisdiction_id bigint not null,
  run_id bigint not null,
  person_id bigint not null,
  subject text not null,
  subject_id bigint not null,
  matter_id bigint not null,
  due_on date not null,
  step integer not null,
  urgent boolean not null,
  primary key (jurisdiction_id, run_id, person_id, subject, subject_id),
  foreign key (jurisdiction_id, run_id) references reminder_run
);
comment on table reminder_line is 'What a person is reminded of in one run: the lines behind his one notice.';

do $$
declare
  tenant text;
begin
  foreach tenant in array array['reminder_run', 'reminder', 'reminder_line'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant);
    execute format('grant select, insert, update, delete on %I to luoshi_app', tenant);
  end loop;
end $$;
