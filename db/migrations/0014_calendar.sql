-- The work calendar as data: versions over the shipped table, previews of what a change would move, and the runs
-- that bring the stored due dates into line with the calendar and ruleset in force.

create table calendar_version (
  jurisdiction_id bigint not null references jurisdiction,
  n integer not null,
  since timestamptz not null,
  by_id bigint not null,
  by_name text not null,
  note text not null,
  changed text not null,
  data jsonb not null,
  primary key (jurisdiction_id, n)
);
comment on table calendar_version is 'Forward only. The newest is in force: its years and days lie over the table that the product ships.';
comment on column calendar_version.data is 'The whole overlay: years with their sources, and the days of the place.';
comment on column calendar_version.by_id is '0: the operator at the command line.';

create table calendar_proposal (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  created_by bigint not null,
  created_at timestamptz not null,
  based_on integer not null,
  origin text not null,
  change jsonb,
  issues jsonb not null,
  state text not null check (state in ('wrong', 'counting', 'counted', 'applied', 'failed')),
  cursor bigint not null default 0,
  done integer not null default 0,
  total integer not null default 0,
  moved_matters integer not null default 0,
  moved_duties integer not null default 0,
  counted_at timestamptz,
  version_n integer,
  primary key (jurisdiction_id, id)
);
comment on column calendar_proposal.based_on is 'The version that was in force when it was made; 0: the shipped table alone.';
comment on column calendar_proposal.change is 'Null: nothing in it could be used.';

create table calendar_move (
  jurisdiction_id bigint not null,
  proposal_id bigint not null,
  n integer not null,
  matter_id bigint not null,
  assignment_id bigint,
  duty text not null,
  old_on date,
  new_on date,
  primary key (jurisdiction_id, proposal_id, n),
  foreign key (jurisdiction_id, proposal_id) references calendar_proposal
);
comment on column calendar_move.assignment_id is 'Null: the date that the proposer waits for.';

create table due_recompute (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  reason text not null check (reason in ('calendar', 'ruleset', 'check')),
  reference bigint,
  asked_by bigint not null,
  asked_name text not null,
  asked_at timestamptz not null,
  state text not null default 'running' check (state in ('running', 'done')),
  cursor bigint not null default 0,
  done integer not null default 0,
  total integer not null default 0,
  moved_matters integer not null default 0,
  moved_duties integer not null default 0,
  finished_at timestamptz,
  primary key (jurisdiction_id, id)
);
comment on column due_recompute.cursor is 'The last matter that was looked at: a killed run goes on behind it.';

do $$
declare
  tenant text;
begin
  foreach tenant in array array['calendar_version', 'calendar_proposal', 'calendar_move', 'due_recompute'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant);
  end loop;
end $$;
grant select, insert on calendar_version to luoshi_app;
grant select, insert, update, delete on calendar_proposal, calendar_move to luoshi_app;
grant select, insert, update on due_recompute to luoshi_app;
grant usage on all sequences in schema public to luoshi_app;
