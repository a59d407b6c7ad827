-- Reminders speak of what is asked after the reply, too: its publication and the reports on what it promised have
-- days of their own beside the duty's.
alter table reminder_run drop constraint reminder_run_phase_check;
alter table reminder_run add constraint reminder_run_phase_check
  check (phase in ('duties', 'disclosures', 'reports', 'requests', 'matters', 'telling', 'done'));
alter table reminder drop constraint reminder_subject_check;
alter table reminder add constraint reminder_subject_check
  check (subject in ('duty', 'disclose', 'followUp', 'request', 'matter'));
