-- Figures 统计: narrow rows of dated facts, one kind for each unit of count (core/figures/fact.ts). A row tells by its
-- dates how things stood at any moment; what has no date of its own makes another version of the row. They are
-- written in the transaction of each act, and can all be computed anew from the journal (`luoshi figures rebuild`).
-- No foreign keys to what they are computed from: they are checked by that computation, row by row.

create table figure_matter (
  jurisdiction_id bigint not null references jurisdiction,
  matter_id bigint not null,
  valid_from timestamptz not null default '-infinity',
  valid_to timestamptz not null default 'infinity',
  recorded_at timestamptz not null,
  filed_at timestamptz,
  assigned_at timestamptz,
  due_at timestamptz,
  replied_at timestamptz,
  rated_at timestamptz,
  closed_at timestamptz,
  withdrawn_at timestamptz,
  merged_at timestamptz,
  organ_id integer not null,
  session_id integer not null,
  unit_id integer,
  lead_proposer_id integer,
  year smallint not null,
  kind smallint not null,
  level smallint not null,
  proposer_type smallint not null,
  in_session boolean not null,
  priority boolean not null,
  category text,
  leader text,
  primary key (jurisdiction_id, matter_id, valid_from)
);
comment on table figure_matter is 'One matter 件 with the dates of what happened to it. The unit is the one that leads.';

create table figure_duty (
  jurisdiction_id bigint not null references jurisdiction,
  assignment_id bigint not null,
  matter_id bigint not null,
  valid_from timestamptz not null default '-infinity',
  valid_to timestamptz not null default 'infinity',
  recorded_at timestamptz not null,
  assigned_at timestamptz,
  sign_due_at timestamptz,
  signed_at timestamptz,
  contacted_at timestamptz,
  met_at timestamptz,
  visited_at timestamptz,
  due_at timestamptz,
  done_at timestamptz,
  hand_back_asked_at timestamptz,
  extended_at timestamptz,
  ended_at timestamptz,
  gone_at timestamptz,
  organ_id integer not null,
  session_id integer not null,
  unit_id integer not null,
  lead_proposer_id integer,
  year smallint not null,
  kind smallint not null,
  level smallint not null,
  proposer_type smallint not null,
  role smallint not null,
  in_session boolean not null,
  priority boolean not null,
  category text,
  leader text,
  primary key (jurisdiction_id, assignment_id, valid_from)
);
comment on table figure_duty is 'One unit''s duty 承办任务, those that ended by hand-back included.';

create table figure_reply (
  jurisdiction_id bigint not null references jurisdiction,
  reply_id bigint not null,
  assignment_id bigint not null,
  matter_id bigint not null,
  valid_from timestamptz not null default '-infinity',
  valid_to timestamptz not null default 'infinity',
  recorded_at timestamptz not null,
  issued_at timestamptz,
  rated_at timestamptz,
  published_at timestamptz,
  settled_at timestamptz,
  superseded_at timestamptz,
  gone_at timestamptz,
  organ_id integer not null,
  session_id integer not null,
  unit_id integer not null,
  lead_proposer_id integer,
  year smallint not null,
  round smallint not null,
  points smallint not null,
  points_adopted smallint not null,
  kind smallint not null,
  level smallint not null,
  proposer_type smallint not null,
  role smallint not null,
  disclosure smallint,
  attitude_grade smallint,
  outcome_grade smallint,
  in_session boolean not null,
  priority boolean not null,
  resolved boolean not null,
  follow_up boolean not null,
  adopted boolean not null,
  class text,
  attitude text,
  outcome text,
  category text,
  leader text,
  primary key (jurisdiction_id, reply_id, valid_from)
);
comment on table figure_reply is 'One issued reply 答复 of one round 件次; the grades: 1 satisfied, 2 fairly, 3 not.';

-- The rows of one matter, for every act on it; and one year or one organ of many without reading the others.
create index figure_matter_slice on figure_matter (jurisdiction_id, year, organ_id);
create index figure_duty_matter on figure_duty (jurisdiction_id, matter_id);
create index figure_duty_slice on figure_duty (jurisdiction_id, year, organ_id);
create index figure_duty_unit on figure_duty (jurisdiction_id, unit_id);
create index figure_reply_matter on figure_reply (jurisdiction_id, matter_id);
create index figure_reply_slice on figure_reply (jurisdiction_id, year, organ_id);
create index figure_reply_unit on figure_reply (jurisdiction_id, unit_id);

create table figure_rebuild (
  jurisdiction_id bigint not null references jurisdiction,
  done_through bigint not null,
  finished_at timestamptz,
  primary key (jurisdiction_id)
);
comment on table figure_rebuild is 'How far facts of matters that were there before were computed; no row: not begun.';

create table figure_snapshot (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  organ_id bigint,
  name text not null,
  as_of timestamptz not null,
  taken_at timestamptz not null,
  taken_by bigint not null,
  taken_name text not null,
  content text not null,
  hash text not null,
  journal_n integer not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, taken_by) references person
);
comment on column figure_snapshot.content is 'Canonical JSON of what was frozen; its hash stands in the journal.';

create table figure_published (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  figure text not null,
  variant text not null,
  year integer not null,
  organ_id bigint,
  part jsonb not null default '{}',
  numerator bigint,
  denominator bigint,
  value text,
  source text not null,
  entered_by bigint not null,
  entered_name text not null,
  entered_at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, entered_by) references person,
  check (numerator is not null or value is not null)
);
comment on table figure_published is 'Totals of earlier years as they were printed; no rows stand behind them, and no count takes them in.';
create unique index figure_published_once on figure_published (jurisdiction_id, figure, variant, year, coalesce(organ_id, 0), part);

do $$
declare
  tenant text;
begin
  foreach tenant in array array['figure_matter', 'figure_duty', 'figure_reply', 'figure_rebuild', 'figure_snapshot', 'figure_published']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    -- Asked once for each statement, not once for each of a million rows.
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = (select nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint))',
      tenant);
  end loop;
end $$;
grant select, insert, update, delete on figure_matter, figure_duty, figure_reply, figure_rebuild to luoshi_app;
-- What is frozen stays.
grant select, insert on figure_snapshot to luoshi_app;
grant select, insert, update, delete on figure_published to luoshi_app;
grant usage on all sequences in schema public to luoshi_app;
