-- What comes before a matter: a submission 来件, from its author's first draft to the office's decision.
create table review_panel (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  organ_id bigint not null,
  name text not null,
  categories text[] not null default '{}',
  state text not null default 'active' check (state in ('active', 'closed')),
  version integer not null default 1,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, organ_id, name),
  foreign key (jurisdiction_id, organ_id) references organ
);
comment on table review_panel is 'A review panel by topic 审查组; its people take the steps that the ruleset gives to panels.';

create table review_panel_member (
  jurisdiction_id bigint not null,
  panel_id bigint not null,
  person_id bigint not null,
  primary key (jurisdiction_id, panel_id, person_id),
  foreign key (jurisdiction_id, panel_id) references review_panel,
  foreign key (jurisdiction_id, person_id) references person
);
create index review_panel_member_person on review_panel_member (jurisdiction_id, person_id);

create table group_looker (
  jurisdiction_id bigint not null,
  organ_id bigint not null,
  group_name text not null,
  person_id bigint not null,
  primary key (jurisdiction_id, organ_id, group_name, person_id),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, person_id) references person
);
create index group_looker_person on group_looker (jurisdiction_id, person_id);
comment on table group_looker is 'Who looks at the submissions of a delegation or sector before they are handed in 三审.';

create table submission (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  kind text not null check (kind in ('suggestion', 'proposal')),
  organ_id bigint not null,
  session_id bigint,
  in_session boolean,
  flow_no text,
  author_id bigint not null,
  entered_by_id bigint,
  proposer_type text not null default 'individual',
  body_name text not null default '',
  seal_file_id bigint,
  state text not null check (state in ('draft', 'vetting', 'submitted', 'returned', 'filed', 'declined', 'converted', 'split', 'withdrawn', 'discarded')),
  step integer not null default 0,
  panel_id bigint,
  text_no integer not null default 1,
  title text not null default '',
  form jsonb not null,
  category text,
  file_ids bigint[] not null default '{}',
  gather_until timestamptz,
  submitted_at timestamptz,
  submitted_text_no integer,
  withdrawal_reason text,
  returned_text text,
  decision jsonb,
  matter_id bigint,
  split_from_id bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, organ_id, flow_no),
  unique (jurisdiction_id, matter_id),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, session_id) references session,
  foreign key (jurisdiction_id, author_id) references person,
  foreign key (jurisdiction_id, entered_by_id) references person,
  foreign key (jurisdiction_id, seal_file_id) references file,
  foreign key (jurisdiction_id, panel_id) references review_panel,
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, split_from_id) references submission
);
comment on column submission.flow_no is '流水号, given when it is first handed in; null while nobody but its author has it.';
comment on column submission.entered_by_id is 'The assistant who entered it for its author 代录.';
create index submission_author on submission (jurisdiction_id, author_id, updated_at desc, id);
create index submission_desk on submission (jurisdiction_id, organ_id, state, submitted_at, id);
create index submission_panel on submission (jurisdiction_id, panel_id, state, submitted_at, id);
create index submission_split on submission (jurisdiction_id, split_from_id) where split_from_id is not null;

create table submission_text (
  jurisdiction_id bigint not null,
  submission_id bigint not null,
  text_no integer not null,
  title text not null,
  facts jsonb not null,
  analysis jsonb not null,
  asks jsonb not null,
  changed_at timestamptz not null,
  primary key (jurisdiction_id, submission_id, text_no),
  foreign key (jurisdiction_id, submission_id) references submission
);
comment on table submission_text is 'Every version of the text that somebody signed or that was handed in, and the one being written.';

create table submission_signer (
  jurisdiction_id bigint not null,
  submission_id bigint not null,
  person_id bigint not null,
  role text not null check (role in ('coSigner', 'convenor')),
  state text not null check (state in ('invited', 'signed', 'declined', 'removed', 'lapsed')),
  text_no integer,
  comment text not null default '',
  at timestamptz,
  agrees_to_withdraw boolean not null default false,
  group_name text,
  position integer not null,
  primary key (jurisdiction_id, submission_id, person_id),
  foreign key (jurisdiction_id, submission_id) references submission,
  foreign key (jurisdiction_id, person_id) references person
);
create index submission_signer_person on submission_signer (jurisdiction_id, person_id, state, submission_id);

create table submission_opinion (
  jurisdiction_id bigint not null,
  submission_id bigint not null,
  n integer not null,
  phase text not null check (phase in ('vetting', 'review')),
  step text not null,
  by_id bigint not null,
  at timestamptz not null,
  text_no integer not null,
  advice text not null check (advice in ('pass', 'return', 'decline', 'convert', 'merge')),
  grounds text[] not null default '{}',
  checks text[] not null default '{}',
  text text not null default '',
  primary key (jurisdiction_id, submission_id, n),
  foreign key (jurisdiction_id, submission_id) references submission,
  foreign key (jurisdiction_id, by_id) references person
);

-- Counters of numbers that must have no gaps: one row a series, locked until the commit.
create table number_series (
  jurisdiction_id bigint not null references jurisdiction,
  series text not null,
  last bigint not null default 0,
  primary key (jurisdiction_id, series)
);
comment on column number_series.series is 'What is counted: flow numbers of an organ and year, case numbers of a kind and session, …';

alter table file add column submission_id bigint;
alter table file add foreign key (jurisdiction_id, submission_id) references submission;
create index file_submission on file (jurisdiction_id, submission_id) where submission_id is not null;
comment on column file.submission_id is 'The submission that has taken the file up; whoever stands to it may open the file.';

alter table file drop constraint file_purpose_check;
alter table file add constraint file_purpose_check
  check (purpose in ('catalogue', 'contact', 'scan', 'people', 'units', 'supervision', 'submission'));

do $$
declare
  tenant text;
begin
  foreach tenant in array array['review_panel', 'review_panel_member', 'group_looker', 'submission', 'submission_text', 'submission_signer', 'submission_opinion', 'number_series'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant);
  end loop;
end $$;
grant select, insert, update, delete on review_panel, review_panel_member, group_looker, submission, submission_text, submission_signer, submission_opinion, number_series to luoshi_app;
grant usage on all sequences in schema public to luoshi_app;
