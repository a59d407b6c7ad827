-- A preset before it is used is looked at like a change of the calendar: which dates would move. Both are kept in one table.
alter table calendar_proposal add column ruleset_on bigint;
comment on column calendar_proposal.ruleset_on is 'The ruleset that was in force when it was made; null on rows from before rulesets were looked at.';
comment on column calendar_proposal.change is 'A year, days of the place, or a preset of rules; null: nothing in it could be used.';
comment on column calendar_proposal.version_n is 'What it became: the calendar version, or the id of the ruleset in force.';
