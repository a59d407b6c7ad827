-- What an import says of each row, and words for the search index in batches.

create table import_row (
  jurisdiction_id bigint not null,
  import_id bigint not null,
  n integer not null,
  outcome text not null check (outcome in ('new', 'same', 'changed', 'wrong')),
  data jsonb not null,
  result jsonb,
  primary key (jurisdiction_id, import_id, n),
  foreign key (jurisdiction_id, import_id) references import_run
);
create index import_row_outcome on import_row (jurisdiction_id, import_id, outcome, n);
comment on column import_row.data is 'What the row says and what would become of it; never its whole text, which stays in the file.';
comment on column import_row.result is 'What a confirmed import did with the row; null before.';
comment on column import_run.summary is 'The table as it was read, counts, open names, and how a confirmed run ended.';

alter table import_row enable row level security;
alter table import_row force row level security;
create policy own_jurisdiction on import_row
  using (jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), '')::bigint);
grant select, insert, update, delete on import_row to luoshi_app;

create index import_run_kind on import_run (jurisdiction_id, kind, id desc);
-- Housekeeping looks for old uploads that nothing uses.
create index file_uploaded on file (jurisdiction_id, uploaded_at) where matter_id is null;

-- Words are cut by the product, not by PostgreSQL's parser: they go into the index as they are. Parsing them once
-- more cost more than everything else about a matter together, and took words such as 3.5 or a-b apart.
create or replace function index_matter(id bigint, title_tokens text, body_tokens text)
returns void
language sql security definer
set search_path = public, pg_temp
as $$
  insert into matter_search (jurisdiction_id, matter_id, tokens)
  values (
    nullif(current_setting('luoshi.jurisdiction', true), '')::bigint, id,
    array_to_tsvector(array_remove(string_to_array(title_tokens || ' ' || body_tokens, ' '), '')))
  on conflict (jurisdiction_id, matter_id) do update set tokens = excluded.tokens
$$;

create function index_matters(ids bigint[], tokens text[])
returns void
language sql security definer
set search_path = public, pg_temp
as $$
  insert into matter_search (jurisdiction_id, matter_id, tokens)
  select nullif(current_setting('luoshi.jurisdiction', true), '')::bigint, m.id,
    array_to_tsvector(array_remove(string_to_array(m.words, ' '), ''))
  from unnest(ids, tokens) m (id, words)
  on conflict (jurisdiction_id, matter_id) do update set tokens = excluded.tokens
$$;

-- `query`: words in single quotes joined by &, taken as they are.
create or replace function search_matters(query text, most integer)
returns table (matter_id bigint)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select s.matter_id from matter_search s
  where s.jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), '')::bigint
    and s.tokens @@ query::tsquery
  limit most
$$;

-- In a database that has never held many matters the planner takes every index for equally good, and foreign keys
-- are then checked through one that reads the whole jurisdiction: the first large import would slow down with the
-- square of its size. The product's role may not analyze; this does it for it, and only while there is nothing known.
create function learn_sizes()
returns boolean
language plpgsql security definer
set search_path = public, pg_temp
as $$
begin
  if (select reltuples from pg_class where oid = 'matter'::regclass) >= 2000 then
    return false;
  end if;
  analyze matter (jurisdiction_id, id);
  return true;
end
$$;

revoke all on function index_matters(bigint[], text[]), learn_sizes() from public;
grant execute on function index_matters(bigint[], text[]), learn_sizes() to luoshi_app;
