-- The office's review: matters handled together 并案, the categories of an organ, where series of numbers begin.
alter table matter drop constraint matter_stage_check;
alter table matter add constraint matter_stage_check
  check (stage in ('filed', 'assigned', 'handling', 'replied', 'rated', 'rehandling', 'closed', 'withdrawn', 'merged'));
alter table matter add column merged_into bigint;
alter table matter add constraint matter_merged_into_fkey
  foreign key (jurisdiction_id, merged_into) references matter;
alter table matter add constraint matter_merged check ((stage = 'merged') = (merged_into is not null));
create index matter_merged_into on matter (jurisdiction_id, merged_into) where merged_into is not null;
comment on column matter.merged_into is 'The main matter 主案 with which it is handled; it keeps its number, its text and its proposers.';

alter table proposer add column via_matter_id bigint;
alter table proposer add constraint proposer_via_matter
  foreign key (jurisdiction_id, via_matter_id) references matter;
comment on column proposer.via_matter_id is 'The matter merged into this one through which he is answered here; null: he is a proposer of this one.';

create table matter_merge (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  main_id bigint not null,
  reason text not null,
  opposite_reason text,
  merged_by bigint not null,
  merged_at timestamptz not null,
  unmerge_reason text,
  unmerged_by bigint,
  unmerged_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, main_id) references matter,
  foreign key (jurisdiction_id, merged_by) references person,
  foreign key (jurisdiction_id, unmerged_by) references person
);
create unique index matter_merge_standing on matter_merge (jurisdiction_id, matter_id) where unmerged_at is null;
create index matter_merge_main on matter_merge (jurisdiction_id, main_id, id);
comment on table matter_merge is 'Every merging 并案 and its undoing, with who, when and why; at most one stands for a matter.';

create table merged_letter (
  jurisdiction_id bigint not null,
  reply_id bigint not null,
  matter_id bigint not null,
  letter jsonb not null,
  primary key (jurisdiction_id, reply_id, matter_id),
  foreign key (jurisdiction_id, reply_id) references reply,
  foreign key (jurisdiction_id, matter_id) references matter
);
create index merged_letter_matter on merged_letter (jurisdiction_id, matter_id, reply_id);
comment on table merged_letter is 'The letter of a reply as the proposers of a merged matter got it, under their own number.';

create table category (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  organ_id bigint not null,
  code text not null,
  name_zh text not null,
  name_en text not null default '',
  parent_id bigint,
  state text not null default 'active' check (state in ('active', 'closed')),
  version integer not null default 1,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, organ_id, code),
  unique (jurisdiction_id, organ_id, name_zh),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, parent_id) references category
);
comment on table category is 'The categories of an organ 类别; matters and submissions name one by its Chinese name.';

do $$
declare
  tenant text;
begin
  foreach tenant in array array['matter_merge', 'merged_letter', 'category'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant);
  end loop;
end $$;
grant select, insert, update, delete on matter_merge, merged_letter, category to luoshi_app;
-- A matter's own proposers are never taken away; those who joined through a merged matter leave with it.
grant delete on proposer to luoshi_app;
create policy joined_only on proposer as restrictive for delete using (via_matter_id is not null);
grant usage on all sequences in schema public to luoshi_app;
