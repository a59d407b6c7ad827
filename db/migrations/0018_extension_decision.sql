-- Who decides on the request that waits, and until when: for the work lists of those who do.
alter table assignment
  add column extension_decided_by text check (extension_decided_by in ('supervisor', 'organ-office', 'either')),
  add column extension_due_on date;
comment on column assignment.extension_decided_by is 'By the ruleset; on a unit outside the supervisor''s power the organ''s office decides whatever it says.';
comment on column assignment.extension_due_on is 'By when the request that waits is to be decided; null: the ruleset sets no date.';
