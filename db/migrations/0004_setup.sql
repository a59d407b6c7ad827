-- The product's role may only read jurisdictions; an administrator renames his own through this function.
create function rename_jurisdiction(new_name text, new_name_en text, new_profile text)
returns void
language sql security definer
set search_path = public, pg_temp
as $$
  update jurisdiction set name = new_name, name_en = new_name_en, password_profile = new_profile
  where id = nullif(current_setting('luoshi.jurisdiction', true), '')::bigint
$$;
revoke all on function rename_jurisdiction(text, text, text) from public;
grant execute on function rename_jurisdiction(text, text, text) to luoshi_app;
