-- The jurisdiction is looked up once a search, not once a row found: a word can be in a hundred thousand matters.
create or replace function search_matters(query text, most integer)
returns table (matter_id bigint)
language sql stable security definer rows 20000
set search_path = public, pg_temp
set enable_seqscan = off
as $$
  select s.matter_id from matter_search s
  where s.jurisdiction_id = (select nullif(current_setting('luoshi.jurisdiction', true), '')::bigint)
    and s.tokens @@ to_tsquery('simple', query)
  limit most
$$;
