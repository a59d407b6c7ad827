-- Similar matters: by which keys one is found (core/similar/keys.ts). A key of a topic stands for many thousand
-- matters; in an ordered index the newest of them are read without touching the rest.

create table matter_key (
  jurisdiction_id bigint not null,
  key integer not null,
  matter_id bigint not null,
  primary key (jurisdiction_id, key, matter_id),
  foreign key (jurisdiction_id, matter_id) references matter
);
create index matter_key_matter on matter_key (jurisdiction_id, matter_id);

create table matter_key_state (
  jurisdiction_id bigint not null references jurisdiction,
  version integer not null,
  done_through bigint not null,
  primary key (jurisdiction_id)
);
comment on table matter_key_state is 'How far the keys of matters that were there before were made with this version of the lexicon.';

do $$
declare
  tenant text;
begin
  foreach tenant in array array['matter_key', 'matter_key_state'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant);
  end loop;
end $$;
grant select, insert, update, delete on matter_key, matter_key_state to luoshi_app;
