-- What is owed on a duty, written with its day: a ruleset may date the first contact or the draft before the reply,
-- which state and role do not tell.
alter table assignment add column owed text;
comment on column assignment.owed is 'core/case/due.ts owedKind: what is owed now; null: nothing. A projection, as due_on.';

-- What a unit did after its reply, and what the rules still ask of it there: no duty that a list of duties counts.
alter table assignment add column after_reply jsonb not null default '[]';
alter table assignment add column disclose_due_on date;
alter table assignment add column follow_up_due_on date;
comment on column assignment.after_reply is 'core/assignment/after-reply.ts AfterReply[], in the order in which they were recorded.';
comment on column assignment.disclose_due_on is 'Until when its reply is to be published; null: nothing is asked, or it is done.';
comment on column assignment.follow_up_due_on is 'Until when it reports on what it promised; null: nothing is asked, or it is done.';

do $$
declare
  place bigint;
begin
  for place in select id from jurisdiction loop
    perform set_config('luoshi.jurisdiction', place::text, true);
    update assignment a set owed = case
        when a.state = 'assigned' then 'signFor'
        when a.state = 'handBackRequested' then 'decideHandBack'
        when a.state = 'signed' and a.role = 'assist' then 'opinion'
        when a.state = 'signed' then 'reply'
        when a.state = 'rehandling' then 'rehandle' end
    from matter m
    where a.jurisdiction_id = place and a.live and a.state <> 'answered' and m.jurisdiction_id = place
      and m.id = a.matter_id and m.stage not in ('closed', 'withdrawn', 'merged');
  end loop;
  perform set_config('luoshi.jurisdiction', '', true);
end
$$;

-- The due calendar, the board and lights over duties from the index alone, what is owed included.
drop index assignment_owed;
create index assignment_owed on assignment (jurisdiction_id, due_on, state, role) include (matter_id, unit_id, owed) where live and due_on < 'infinity';

-- A unit's list of what it is still asked after its replies; the calendar counts from the same.
create index assignment_disclose_due on assignment (jurisdiction_id, unit_id, disclose_due_on) include (matter_id) where disclose_due_on is not null;
create index assignment_follow_up_due on assignment (jurisdiction_id, unit_id, follow_up_due_on) include (matter_id) where follow_up_due_on is not null;
