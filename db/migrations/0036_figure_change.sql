-- Which matters' facts changed in which transaction: a copy of the facts in a server's memory reads again what changed
-- since it looked last. One row for each matter, so that it needs no clearing out.

create table figure_change (
  jurisdiction_id bigint not null references jurisdiction,
  matter_id bigint not null,
  tx xid8 not null,
  primary key (jurisdiction_id, matter_id)
);
comment on table figure_change is 'The last transaction that wrote facts of a matter. After a restore its numbers may lie ahead of those given out.';
create index figure_change_tx on figure_change (jurisdiction_id, tx);

alter table figure_change enable row level security;
alter table figure_change force row level security;
create policy own_jurisdiction on figure_change
  using (jurisdiction_id = (select nullif(current_setting('luoshi.jurisdiction', true), '')::bigint));
grant select, insert, update on figure_change to luoshi_app;
