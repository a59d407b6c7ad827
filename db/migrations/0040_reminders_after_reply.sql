-- Reminders speak of what is asked after the reply, too: its publication and the reports on what it promised have
-- days of their own beside the duty's.
alter table reminder_run drop constraint reminder_run_phase_check;
alter table reminder_run add constraint reminder_run_phase_check
  check (phase in ('duties', 'disclosures', 'reports', 'requests', 'matters', 'telling', 'done'));
alter table reminder drop constraint reminder_subject_check;
alter table reminder add constraint reminder_subject_check
  check (subject in ('duty', 'disclose', 'followUp', 'request', 'matter'));

-- What is due in one organ is counted from an index that holds nothing else, and what is asked after the reply from
-- indexes alone: the calendar of an organ read the duties of all, and a row of the table for each date after a reply.
drop index assignment_organ_due;
create index assignment_organ_due on assignment (jurisdiction_id, organ_id, due_on, id) include (unit_id, state, role, owed) where live and due_on < 'infinity';
drop index assignment_disclose_due;
create index assignment_disclose_due on assignment (jurisdiction_id, unit_id, disclose_due_on) include (matter_id, organ_id, live) where disclose_due_on is not null;
drop index assignment_follow_up_due;
create index assignment_follow_up_due on assignment (jurisdiction_id, unit_id, follow_up_due_on) include (matter_id, organ_id, live) where follow_up_due_on is not null;
