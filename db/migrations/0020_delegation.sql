-- Absence with a stand-in: who acts for whom on which days. What is done then names both in the journal.

create table delegation (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  person_id bigint not null,
  to_person_id bigint not null,
  from_on date not null,
  until_on date not null,
  reason text not null,
  made_by bigint not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_by bigint,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references person,
  foreign key (jurisdiction_id, to_person_id) references person,
  foreign key (jurisdiction_id, made_by) references person,
  foreign key (jurisdiction_id, ended_by) references person,
  check (from_on <= until_on),
  check (person_id <> to_person_id),
  check ((ended_at is null) = (ended_by is null))
);
comment on column delegation.until_on is 'The last day, itself included, in the city''s own calendar day.';
comment on column delegation.ended_at is 'Null: nobody ended it before its last day.';
create index delegation_person on delegation (jurisdiction_id, person_id, until_on) where ended_at is null;
create index delegation_stand_in on delegation (jurisdiction_id, to_person_id, until_on) where ended_at is null;

alter table delegation enable row level security;
alter table delegation force row level security;
create policy own_jurisdiction on delegation
  using (jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), '')::bigint);
grant select, insert, update on delegation to luoshi_app;

alter table journal add column for_id bigint;
comment on column journal.actor_id is 'Who really acted; the stand-in, where one acted for another.';
comment on column journal.for_id is 'In whose name a stand-in acted; null: everybody acts for himself.';
create index journal_for on journal (jurisdiction_id, for_id, at) where for_id is not null;
