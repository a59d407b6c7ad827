-- 办理情况报告: text with figures, the numbers that it was written on, and every edition of it.

create table report (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  kind text not null check (kind in ('congressAnnual', 'cppccAnnual', 'congressOffice', 'cppccCommittee', 'unit', 'bulletin', 'ranking')),
  state text not null check (state in ('draft', 'settled', 'discarded')),
  language text not null check (language in ('zh', 'en')),
  period_kind text not null check (period_kind in ('year', 'session', 'month', 'quarter')),
  year integer not null,
  period_no integer,
  session_id bigint,
  organ_id bigint,
  unit_id bigint,
  edition integer not null default 1,
  settled_edition integer,
  title text not null,
  as_of date not null,
  created_by bigint not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, session_id) references session,
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, unit_id) references unit,
  foreign key (jurisdiction_id, created_by) references person
);
comment on column report.period_no is 'The month or the quarter; null for a year and a session.';
comment on column report.edition is 'The last edition: a draft that is written, or settled.';
comment on column report.settled_edition is 'The last that was settled: what everybody but the keeper reads.';
create index report_changed on report (jurisdiction_id, changed_at desc, id desc);

create table report_edition (
  jurisdiction_id bigint not null,
  report_id bigint not null,
  no integer not null,
  state text not null check (state in ('draft', 'settled', 'discarded')),
  as_of date not null,
  content jsonb not null,
  values jsonb not null,
  changed_by bigint not null,
  changed_at timestamptz not null,
  primary key (jurisdiction_id, report_id, no),
  foreign key (jurisdiction_id, report_id) references report,
  foreign key (jurisdiction_id, changed_by) references person
);
comment on column report_edition.values is 'The numbers that the text was written on, by question; once settled, they and the text never change.';

do $$
declare
  tenant text;
begin
  foreach tenant in array array['report', 'report_edition']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant);
    execute format('grant select, insert, update on %I to luoshi_app', tenant);
  end loop;
end $$;
-- A settled edition stays as it was, whatever the code above it does.
create policy drafts_change on report_edition as restrictive for update using (state = 'draft') with check (true);
grant usage on all sequences in schema public to luoshi_app;
