-- The instants that figures are counted by, where a row's last change stood for them; and what the directory said before.

alter table figure_matter add column first_assigned_at timestamptz;
comment on column figure_matter.assigned_at is 'Null in versions in which no unit has it any more; first_assigned_at stays.';

alter table submission add column filed_at timestamptz;
alter table submission add column declined_at timestamptz;
alter table submission add column withdrawn_at timestamptz;
comment on column submission.declined_at is 'When it was decided that it is not filed: declined, or passed on as something else.';
comment on column submission.withdrawn_at is 'When it was withdrawn, or split into others that stand in its place.';

alter table session_opinion add column left_out tstzmultirange not null default '{}';
comment on column session_opinion.left_out is 'Between which instants it does not count: dropped, or merged into its neighbour. An end: it was taken up again.';

-- More kinds of what supervising offices and organs do, with how many of it there were and how many people took part.
alter table supervision_act drop constraint supervision_act_kind_check;
alter table supervision_act add constraint supervision_act_kind_check check (kind in (
  'call', 'meeting', 'siteVisit', 'jointVisit', 'inspection', 'report', 'invitation', 'message', 'training',
  'awardUnit', 'awardPerson', 'awardMatter', 'otherAct'));
alter table supervision_act add column amount integer not null default 1 check (amount > 0);
alter table supervision_act add column people integer not null default 0 check (people >= 0);
comment on column supervision_act.amount is 'How many calls, messages, invitations, awards one row stands for.';
comment on column supervision_act.people is 'How many people took part, or were invited; 0: not said.';

create table unit_past (
  jurisdiction_id bigint not null,
  unit_id bigint not null,
  until timestamptz not null,
  system text not null,
  boundary boolean not null,
  primary key (jurisdiction_id, unit_id, until),
  foreign key (jurisdiction_id, unit_id) references unit
);
comment on table unit_past is 'What a unit was until it was changed; what it is stands in unit.';

create table person_past (
  jurisdiction_id bigint not null,
  person_id bigint not null,
  until timestamptz not null,
  group_name text not null,
  primary key (jurisdiction_id, person_id, until),
  foreign key (jurisdiction_id, person_id) references person
);
comment on table person_past is 'The delegation or sector of a proposer until it was changed; the present one stands in person.';

do $$
declare
  tenant text;
begin
  foreach tenant in array array['unit_past', 'person_past']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = (select nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint))',
      tenant);
    -- What was stays.
    execute format('grant select, insert on %I to luoshi_app', tenant);
  end loop;
end $$;

-- From the journal, which has the instant of every act. Facts of matters are computed anew by the worker.
do $$
declare
  place bigint;
begin
  for place in select id from jurisdiction loop
    perform set_config('luoshi.jurisdiction', place::text, true);
    update submission s set filed_at = e.filed, declined_at = e.declined, withdrawn_at = e.withdrawn
    from (
      select split_part(j.stream, ':', 2)::bigint as id,
        min(j.at) filter (where ev ->> 'type' = 'submissionDecided' and ev -> 'decision' ->> 'outcome' = 'filed') as filed,
        min(j.at) filter (where ev ->> 'type' = 'submissionDecided' and ev -> 'decision' ->> 'outcome' in ('declined', 'converted')) as declined,
        min(j.at) filter (where ev ->> 'type' in ('submissionWithdrawn', 'submissionDiscarded')
          or (ev ->> 'type' = 'submissionDecided' and ev -> 'decision' ->> 'outcome' = 'split')) as withdrawn
      from journal j cross join lateral jsonb_path_query(j.entry::jsonb, '$.data[*].event') ev
      where j.jurisdiction_id = place and j.stream like 'submission:%'
      group by 1) e
    where s.jurisdiction_id = place and s.id = e.id;
    update session_opinion o set left_out = e.spans
    from (
      select x.id, range_agg(tstzrange(x.at, x.next, '[)')) as spans
      from (
        select (d ->> 'id')::bigint as id, j.at, d -> 'event' ->> 'type' as type,
          lead(j.at) over (partition by d ->> 'id' order by j.at, j.n) as next
        from journal j cross join lateral jsonb_path_query(j.entry::jsonb, '$.data[*]') d
        where j.jurisdiction_id = place and j.stream like 'session-record:%' and d ->> 'on' = 'sessionOpinion'
          and d -> 'event' ->> 'type' in ('opinionDropped', 'opinionMerged', 'opinionRestored')) x
      where x.type <> 'opinionRestored'
      group by x.id) e
    where o.jurisdiction_id = place and o.id = e.id;
    -- Units as setting up and lists have changed them; what a list or an administrator created is the first entry.
    insert into unit_past (jurisdiction_id, unit_id, until, system, boundary)
    select place, x.id, x.at, x.system, x.boundary
    from (
      select (j.entry::jsonb -> 'data' ->> 'id')::bigint as id, j.at,
        lag(j.entry::jsonb -> 'data' ->> 'system') over one as system,
        lag((j.entry::jsonb -> 'data' ->> 'boundary')::boolean) over one as boundary,
        j.entry::jsonb -> 'data' ->> 'system' as new_system, (j.entry::jsonb -> 'data' ->> 'boundary')::boolean as new_boundary
      from journal j
      where j.jurisdiction_id = place and j.stream = 'setup' and j.command in ('setup.unit', 'setup.unitChanged')
      window one as (partition by j.entry::jsonb -> 'data' ->> 'id' order by j.n)) x
    where x.system is not null and x.boundary is not null
      and (x.system, x.boundary) is distinct from (x.new_system, x.new_boundary)
      and exists (select from unit u where u.jurisdiction_id = place and u.id = x.id)
    on conflict do nothing;
    insert into figure_rebuild (jurisdiction_id, done_through, finished_at) values (place, 0, null)
    on conflict (jurisdiction_id) do update set done_through = 0, finished_at = null;
  end loop;
  perform set_config('luoshi.jurisdiction', '', true);
end $$;
