-- What lists of earlier years tell of how matters were handled and ended 历年办理情况: no reply and no rating that
-- could be opened, so that their tables have no rows of it; it stands with the duty that it is about.
alter table assignment add column past jsonb;
comment on column assignment.past is 'core/assignment/past.ts Past, entered afterwards from a list; null: handled here.';

alter table matter add column closed_on date;
comment on column matter.closed_on is 'The day it was closed where a list of an earlier year tells only that; else null, see closed_at.';
