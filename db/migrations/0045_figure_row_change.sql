-- What is counted beside matters is kept in servers' memories, too, where there is much of it: which of these rows were
-- written in which transaction, as figure_change says it of matters. Kept by the tables themselves, for they are
-- written in many places. One entry for each row that was written since, so that it needs no clearing out.

create table figure_row_change (
  jurisdiction_id bigint not null references jurisdiction,
  source text not null check (source in ('submission', 'opinion', 'act', 'urge', 'notice')),
  row_id bigint not null,
  tx xid8 not null,
  primary key (jurisdiction_id, source, row_id)
);
comment on table figure_row_change is 'The last transaction that wrote a row that figures count beside matters. After a restore its numbers may lie ahead of those given out.';
create index figure_row_change_tx on figure_row_change (jurisdiction_id, tx);

alter table figure_row_change enable row level security;
alter table figure_row_change force row level security;
create policy own_jurisdiction on figure_row_change
  using (jurisdiction_id = (select nullif(current_setting('luoshi.jurisdiction', true), '')::bigint));
grant select, insert, update on figure_row_change to luoshi_app;

-- Its arguments: the kind of row, and the column with its number. Numbers in one order, so that no two wait for each other.
create function note_figure_rows() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  execute format(
    'insert into figure_row_change (jurisdiction_id, source, row_id, tx)
     select distinct c.jurisdiction_id, %L, c.%I, pg_current_xact_id() from changed c order by 1, 3
     on conflict (jurisdiction_id, source, row_id) do update set tx = excluded.tx', tg_argv[0], tg_argv[1]);
  return null;
end
$$;

create trigger figure_rows_added after insert on submission referencing new table as changed
  for each statement execute function note_figure_rows('submission', 'id');
create trigger figure_rows_changed after update on submission referencing new table as changed
  for each statement execute function note_figure_rows('submission', 'id');
create trigger figure_rows_added after insert on session_opinion referencing new table as changed
  for each statement execute function note_figure_rows('opinion', 'id');
create trigger figure_rows_changed after update on session_opinion referencing new table as changed
  for each statement execute function note_figure_rows('opinion', 'id');
create trigger figure_rows_added after insert on supervision_act referencing new table as changed
  for each statement execute function note_figure_rows('act', 'id');
create trigger figure_rows_changed after update on supervision_act referencing new table as changed
  for each statement execute function note_figure_rows('act', 'id');
create trigger figure_rows_added after insert on urge_slip referencing new table as changed
  for each statement execute function note_figure_rows('urge', 'id');
create trigger figure_rows_changed after update on urge_slip referencing new table as changed
  for each statement execute function note_figure_rows('urge', 'id');
create trigger figure_rows_added after insert on supervision_notice referencing new table as changed
  for each statement execute function note_figure_rows('notice', 'id');
create trigger figure_rows_changed after update on supervision_notice referencing new table as changed
  for each statement execute function note_figure_rows('notice', 'id');
create trigger figure_rows_added after insert on supervision_notice_step referencing new table as changed
  for each statement execute function note_figure_rows('notice', 'notice_id');
create trigger figure_rows_changed after update on supervision_notice_step referencing new table as changed
  for each statement execute function note_figure_rows('notice', 'notice_id');
