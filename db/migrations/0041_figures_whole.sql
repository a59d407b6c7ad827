-- What figures could not tell yet: requests to put a date off and what became of them, when a slip was acknowledged or
-- taken back, and that an opinion had left with another from which it was taken apart since.

alter table figure_duty add column extension_asked_at timestamptz;
alter table figure_duty add column extension_refused_at timestamptz;

alter table urge_slip add column acknowledged_at timestamptz;
alter table urge_slip add column taken_back_at timestamptz;
comment on column urge_slip.acknowledged_at is 'When the last of those who must had acknowledged it.';

alter table session_opinion add column forwarded_with tstzmultirange not null default '{}';
comment on column session_opinion.forwarded_with is 'Between which instants it counted as forwarded with another, from which it was taken apart then.';

-- From the journal, which has the instant of every act. Facts of matters are computed anew by the worker.
do $$
declare
  place bigint;
begin
  for place in select id from jurisdiction loop
    perform set_config('luoshi.jurisdiction', place::text, true);
    update urge_slip u set acknowledged_at = (select max(k.at) from urge_acknowledgement k
      where k.jurisdiction_id = place and k.urge_id = u.id)
    where u.jurisdiction_id = place and u.state = 'acknowledged';
    update urge_slip u set taken_back_at = e.at
    from (
      select (d ->> 'id')::bigint as id, min(j.at) as at
      from journal j cross join lateral jsonb_path_query(j.entry::jsonb, '$.data[*]') d
      where j.jurisdiction_id = place and j.command = 'urge.takeBackUrge' and d ->> 'on' = 'urge'
        and d -> 'event' ->> 'type' = 'urgeTakenBack'
      group by 1) e
    where u.jurisdiction_id = place and u.id = e.id and u.state = 'takenBack';
    -- It left with the other: at once where that was out already, otherwise when the other went.
    with happened as (
      select (d ->> 'id')::bigint as id, j.at, j.n, d -> 'event' as event
      from journal j cross join lateral jsonb_path_query(j.entry::jsonb, '$.data[*]') d
      where j.jurisdiction_id = place and j.stream like 'session-record:%' and d ->> 'on' = 'sessionOpinion'
        and d -> 'event' ->> 'type' in ('opinionJoined', 'opinionSeparated', 'opinionForwarded')),
    apart as (
      select id, at, event ->> 'type' as type, lag(at) over one as joined, lag(event) over one as joining
      from happened where event ->> 'type' <> 'opinionForwarded'
      window one as (partition by id order by at, n)),
    left_with as (
      select a.id, a.at, case when a.joining ->> 'forwardedOn' is not null then a.joined else (
        select min(h.at) from happened h where h.id = (a.joining ->> 'withId')::bigint
          and h.event ->> 'type' = 'opinionForwarded' and h.at between a.joined and a.at) end as since
      from apart a where a.type = 'opinionSeparated' and a.joining is not null)
    update session_opinion o set forwarded_with = e.spans
    from (select id, range_agg(tstzrange(since, at, '[)')) as spans from left_with where since < at group by id) e
    where o.jurisdiction_id = place and o.id = e.id;
    insert into figure_rebuild (jurisdiction_id, done_through, finished_at) values (place, 0, null)
    on conflict (jurisdiction_id) do update set done_through = 0, finished_at = null;
  end loop;
  perform set_config('luoshi.jurisdiction', '', true);
end $$;
