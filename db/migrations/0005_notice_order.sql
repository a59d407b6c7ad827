-- Notices are read newest first by time, not by the order in which rows came in.
create index notice_person_at on notice (jurisdiction_id, person_id, at desc, id desc);
drop index notice_person;
