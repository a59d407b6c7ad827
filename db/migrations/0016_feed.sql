-- One's due dates in a calendar program, by a private link: one link a person, the hash of its secret only.
create table feed_link (
  jurisdiction_id bigint not null,
  person_id bigint not null,
  token_hash text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (jurisdiction_id, person_id),
  unique (jurisdiction_id, token_hash),
  foreign key (jurisdiction_id, person_id) references person
);
comment on column feed_link.last_used_at is 'Exact to an hour: calendars ask often, and a write for each would be one too many.';

alter table feed_link enable row level security;
alter table feed_link force row level security;
create policy own_jurisdiction on feed_link
  using (jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), '')::bigint);
grant select, insert, update, delete on feed_link to luoshi_app;
