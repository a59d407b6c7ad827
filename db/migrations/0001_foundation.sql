-- The foundation: one jurisdiction's organs, people, matters and what becomes of them.
-- jurisdiction_id leads every key of a tenant table; row-level security is forced at the end of the file.

create table jurisdiction (
  id bigint generated always as identity primary key,
  code text not null unique,
  name text not null,
  name_en text not null default '',
  password_profile text not null default 'mlps3' check (password_profile in ('mlps3', 'asvs')),
  demo boolean not null default false,
  created_at timestamptz not null default now()
);

create table ruleset_in_force (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  preset text not null,
  data jsonb not null,
  since timestamptz not null default now(),
  primary key (jurisdiction_id, id)
);

create table organ (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  kind text not null check (kind in ('congress', 'cppcc')),
  name text not null,
  name_en text not null default '',
  office_name text not null,
  version integer not null default 1,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, name)
);

create table term (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  organ_id bigint not null,
  number integer not null check (number > 0),
  starts_on date not null,
  ends_on date,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, organ_id, number),
  foreign key (jurisdiction_id, organ_id) references organ
);

create table session (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  organ_id bigint not null,
  term_id bigint not null,
  number integer not null check (number > 0),
  year integer not null,
  opens_on date not null,
  closes_on date not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, term_id, number),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, term_id) references term,
  check (closes_on >= opens_on)
);

create table unit (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  parent_id bigint,
  kind text not null check (kind in ('unit', 'section')),
  name text not null,
  name_en text not null default '',
  short_name text not null default '',
  system text not null default 'government' check (system in ('government', 'party', 'congress', 'cppcc', 'court', 'procuratorate', 'organization', 'company', 'district', 'central', 'other')),
  boundary boolean not null default false,
  duties text not null default '',
  document_prefix text not null default '',
  position integer not null default 0,
  state text not null default 'active' check (state in ('active', 'closed')),
  version integer not null default 1,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, parent_id) references unit,
  check ((kind = 'unit') = (parent_id is null))
);
create unique index unit_name on unit (jurisdiction_id, coalesce(parent_id, 0), name);
comment on column unit.boundary is 'Outside the supervisor''s power: only the organ''s office may assign to it.';
comment on table unit is 'A handling unit, or a section (科室, its office included) below one.';

create table unit_alias (
  jurisdiction_id bigint not null,
  alias_key text not null,
  alias text not null,
  unit_id bigint not null,
  primary key (jurisdiction_id, alias_key),
  foreign key (jurisdiction_id, unit_id) references unit
);

create table person (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  name text not null,
  post text not null default '',
  group_name text not null default '',
  phone_sealed text,
  state text not null default 'active' check (state in ('active', 'closed')),
  version integer not null default 1,
  primary key (jurisdiction_id, id)
);
create index person_name on person (jurisdiction_id, name);
comment on column person.group_name is 'Delegation of a deputy, sector of a member; empty for staff.';

create table person_alias (
  jurisdiction_id bigint not null,
  alias_key text not null,
  alias text not null,
  person_id bigint not null,
  primary key (jurisdiction_id, alias_key),
  foreign key (jurisdiction_id, person_id) references person
);

create table role_grant (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  person_id bigint not null,
  role text not null check (role in ('system-admin', 'audit-admin', 'supervisor', 'congress-office', 'cppcc-office', 'city-leader', 'unit-office', 'unit-leader', 'section-head', 'handler', 'proposer')),
  unit_id bigint,
  organ_id bigint,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references person,
  foreign key (jurisdiction_id, unit_id) references unit,
  foreign key (jurisdiction_id, organ_id) references organ
);
create unique index role_grant_once on role_grant (jurisdiction_id, person_id, role, coalesce(unit_id, 0), coalesce(organ_id, 0));
create index role_grant_unit on role_grant (jurisdiction_id, unit_id, role);

create table account (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  person_id bigint not null,
  username text not null,
  username_key text not null,
  password_hash text not null,
  password_set_at timestamptz not null default now(),
  must_change boolean not null default false,
  totp_sealed text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  failures integer not null default 0,
  locked_until timestamptz,
  large_type boolean not null default false,
  language text not null default 'zh' check (language in ('zh', 'en')),
  state text not null default 'active' check (state in ('active', 'disabled')),
  version integer not null default 1,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, username_key),
  unique (jurisdiction_id, person_id),
  foreign key (jurisdiction_id, person_id) references person
);

create table password_history (
  jurisdiction_id bigint not null,
  account_id bigint not null,
  set_at timestamptz not null,
  password_hash text not null,
  primary key (jurisdiction_id, account_id, set_at),
  foreign key (jurisdiction_id, account_id) references account
);

create table sign_in (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  token_hash text not null,
  account_id bigint not null,
  person_id bigint not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  second_factor boolean not null default false,
  confirmed_at timestamptz not null,
  address text not null default '',
  agent text not null default '',
  ended_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, token_hash),
  foreign key (jurisdiction_id, account_id) references account
);
create index sign_in_account on sign_in (jurisdiction_id, account_id, started_at desc);

create table sign_in_failure (
  jurisdiction_id bigint not null,
  source text not null,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null,
  primary key (jurisdiction_id, source)
);

create table api_token (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  name text not null,
  person_id bigint not null,
  token_hash text not null,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, token_hash),
  foreign key (jurisdiction_id, person_id) references person
);

create table one_time_token (
  jurisdiction_id bigint not null references jurisdiction,
  token_hash text not null,
  purpose text not null check (purpose in ('first-administrator', 'invitation', 'reset')),
  account_id bigint,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (jurisdiction_id, token_hash)
);

create table file (
  jurisdiction_id bigint not null references jurisdiction,
  id bigint generated always as identity,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  purpose text not null check (purpose in ('catalogue', 'contact', 'scan', 'people', 'units')),
  matter_id bigint,
  assignment_id bigint,
  uploaded_by bigint not null,
  uploaded_at timestamptz not null default now(),
  primary key (jurisdiction_id, id)
);

create table file_content (
  jurisdiction_id bigint not null,
  file_id bigint not null,
  bytes bytea not null,
  primary key (jurisdiction_id, file_id),
  foreign key (jurisdiction_id, file_id) references file
);
alter table file_content alter column bytes set storage external;

create table matter (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  kind text not null check (kind in ('suggestion', 'proposal')),
  organ_id bigint not null,
  session_id bigint not null,
  year integer not null,
  in_session boolean not null default true,
  case_no text not null,
  title text not null,
  category text,
  public_consent text not null default 'unasked' check (public_consent in ('full', 'titleOnly', 'no', 'unasked')),
  stage text not null check (stage in ('filed', 'assigned', 'handling', 'replied', 'rated', 'rehandling', 'closed', 'withdrawn')),
  filed_on date not null,
  assigned_on date,
  closed_at timestamptz,
  responsible_leader text not null default '',
  lead_proposer_id bigint,
  lead_unit_id bigint,
  due_on date not null default 'infinity',
  result_class text,
  updated_at timestamptz not null default now(),
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, session_id, kind, case_no),
  foreign key (jurisdiction_id, organ_id) references organ,
  foreign key (jurisdiction_id, session_id) references session,
  foreign key (jurisdiction_id, lead_proposer_id) references person,
  foreign key (jurisdiction_id, lead_unit_id) references unit
);
comment on column matter.due_on is 'Projection of core/clock: the next date that somebody owes on this matter. Recomputed on every event; never a source of truth. infinity: nobody owes anything.';
comment on column matter.lead_unit_id is 'The sole or lead unit; with several separate units, the first of them.';
create index matter_due on matter (jurisdiction_id, due_on, id);
create index matter_stage_due on matter (jurisdiction_id, stage, due_on, id);
create index matter_unit_stage_due on matter (jurisdiction_id, lead_unit_id, stage, due_on, id);
create index matter_session on matter (jurisdiction_id, session_id, kind, id);
create index matter_filed on matter (jurisdiction_id, filed_on, id);
create index matter_updated on matter (jurisdiction_id, updated_at, id);
create index matter_lead_proposer on matter (jurisdiction_id, lead_proposer_id, id);

create table matter_text (
  jurisdiction_id bigint not null,
  matter_id bigint not null,
  body text not null,
  primary key (jurisdiction_id, matter_id),
  foreign key (jurisdiction_id, matter_id) references matter
);

create table matter_search (
  jurisdiction_id bigint not null,
  matter_id bigint not null,
  tokens tsvector not null,
  primary key (jurisdiction_id, matter_id),
  foreign key (jurisdiction_id, matter_id) references matter
);
create index matter_search_tokens on matter_search using gin (tokens);

create table point (
  jurisdiction_id bigint not null,
  matter_id bigint not null,
  no integer not null,
  text text not null,
  primary key (jurisdiction_id, matter_id, no),
  foreign key (jurisdiction_id, matter_id) references matter
);

create table proposer (
  jurisdiction_id bigint not null,
  matter_id bigint not null,
  person_id bigint not null,
  position integer not null,
  primary key (jurisdiction_id, matter_id, person_id),
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, person_id) references person
);
create index proposer_person on proposer (jurisdiction_id, person_id, matter_id);

create table assignment (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  matter_id bigint not null,
  unit_id bigint not null,
  role text not null check (role in ('lead', 'sole', 'separate', 'assist')),
  state text not null check (state in ('assigned', 'signed', 'handBackRequested', 'rehandling', 'answered', 'handedBack', 'revoked')),
  live boolean generated always as (state not in ('handedBack', 'revoked')) stored,
  round integer not null default 1,
  assigned_on date not null,
  signed_on date,
  round_opened_on date,
  answered_on date,
  section_id bigint,
  handler_id bigint,
  leader_id bigint,
  hand_back_reason text,
  hand_back_right_unit_id bigint,
  hand_back_basis text,
  hand_back_requested_on date,
  hand_back_decided_on date,
  hand_back_note text,
  ended_on date,
  due_on date not null default 'infinity',
  result_class text,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, unit_id) references unit,
  foreign key (jurisdiction_id, section_id) references unit,
  foreign key (jurisdiction_id, hand_back_right_unit_id) references unit,
  foreign key (jurisdiction_id, handler_id) references person,
  foreign key (jurisdiction_id, leader_id) references person
);
comment on column assignment.due_on is 'Projection of core/clock: what this unit owes next (sign for, opinion, reply, re-handling).';
create unique index assignment_live on assignment (jurisdiction_id, matter_id, unit_id) where live;
create index assignment_matter on assignment (jurisdiction_id, matter_id, id);
create index assignment_unit on assignment (jurisdiction_id, unit_id, state, due_on, id);
create index assignment_unit_matter on assignment (jurisdiction_id, unit_id, matter_id) where live;
create index assignment_handler on assignment (jurisdiction_id, handler_id, state, due_on, id);
create index assignment_section on assignment (jurisdiction_id, section_id, state, due_on, id);
create index assignment_state on assignment (jurisdiction_id, state, due_on, id);
create index assignment_class on assignment (jurisdiction_id, unit_id, result_class, state, role);

create table contact (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  assignment_id bigint not null,
  round integer not null,
  stage text not null check (stage in ('before', 'during', 'after')),
  channel text not null check (channel in ('visit', 'meeting', 'forum', 'survey', 'video', 'phone', 'wechat', 'letter', 'written')),
  at timestamptz not null,
  place text not null default '',
  who text not null,
  rank text not null check (rank in ('unitLeader', 'deputyLeader', 'sectionHead', 'handler')),
  proposer_present boolean not null,
  proposer_ids bigint[] not null default '{}',
  said text not null,
  file_ids bigint[] not null default '{}',
  entered_by bigint not null,
  entered_at timestamptz not null,
  struck_reason text,
  struck_by bigint,
  struck_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, assignment_id) references assignment
);
create index contact_matter on contact (jurisdiction_id, matter_id, at);

create table opinion (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  matter_id bigint not null,
  assignment_id bigint not null,
  n integer not null,
  text text not null,
  dissent text,
  contact_person text not null,
  given_by bigint not null,
  given_at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, assignment_id, n),
  foreign key (jurisdiction_id, assignment_id) references assignment
);
create index opinion_matter on opinion (jurisdiction_id, matter_id);

create table reply (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  matter_id bigint not null,
  assignment_id bigint not null,
  unit_id bigint not null,
  round integer not null,
  state text not null check (state in ('draft', 'sentBack', 'inReview', 'cleared', 'issued')),
  level integer not null default 0,
  content jsonb not null,
  result_class text,
  disclosure text check (disclosure in ('proactive', 'onRequest', 'notPublic')),
  submitted_by bigint,
  document_no text,
  issued_on date,
  issued_by bigint,
  copies jsonb,
  opinions_missing_reason text,
  letter jsonb,
  updated_at timestamptz not null default now(),
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, assignment_id, round),
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, assignment_id) references assignment,
  foreign key (jurisdiction_id, unit_id) references unit
);
comment on column reply.letter is 'The letter as it was issued, frozen: names and titles that change later do not change it.';
create unique index reply_document_no on reply (jurisdiction_id, document_no);
create index reply_matter on reply (jurisdiction_id, matter_id, round);
create index reply_state on reply (jurisdiction_id, state, level, unit_id);

create table reply_version (
  jurisdiction_id bigint not null,
  reply_id bigint not null,
  n integer not null,
  content jsonb not null,
  saved_by bigint not null,
  saved_at timestamptz not null,
  occasion text not null check (occasion in ('saved', 'submitted', 'amended', 'issued')),
  primary key (jurisdiction_id, reply_id, n),
  foreign key (jurisdiction_id, reply_id) references reply
);

create table review (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  reply_id bigint not null,
  matter_id bigint not null,
  level integer not null,
  outcome text not null check (outcome in ('submitted', 'approved', 'sentBack', 'recalled', 'issued')),
  to_level integer,
  note text not null default '',
  by_id bigint not null,
  at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, reply_id) references reply
);
create index review_reply on review (jurisdiction_id, reply_id, id);

create table rating (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  version integer not null default 1,
  reply_id bigint not null,
  matter_id bigint not null,
  round integer not null,
  proposer_id bigint not null,
  state text not null check (state in ('open', 'sealed')),
  draft jsonb,
  attitude text,
  outcome text,
  reason text,
  points jsonb,
  entered_by bigint,
  scan_id bigint,
  sealed_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, reply_id, proposer_id),
  foreign key (jurisdiction_id, reply_id) references reply,
  foreign key (jurisdiction_id, matter_id) references matter,
  foreign key (jurisdiction_id, proposer_id) references person,
  foreign key (jurisdiction_id, scan_id) references file
);
create index rating_matter on rating (jurisdiction_id, matter_id, round);
create index rating_proposer on rating (jurisdiction_id, proposer_id, state, id);

create table journal (
  jurisdiction_id bigint not null,
  stream text not null,
  n integer not null,
  at timestamptz not null,
  actor_id bigint,
  via text not null,
  command text not null,
  matter_id bigint,
  entry text not null,
  previous_hash text not null,
  hash text not null,
  primary key (jurisdiction_id, stream, n)
);
create index journal_at on journal (jurisdiction_id, at);
create index journal_actor on journal (jurisdiction_id, actor_id, at);
comment on column journal.entry is 'Canonical JSON; hash = SHA-256(0x00, previous_hash, entry): see docs/adr/0004-journal.md.';

create table journal_head (
  jurisdiction_id bigint not null,
  stream text not null,
  n integer not null,
  hash text not null,
  primary key (jurisdiction_id, stream)
);

create table idempotency (
  jurisdiction_id bigint not null,
  actor_id bigint not null,
  key text not null,
  request_hash text not null,
  status integer,
  response jsonb,
  at timestamptz not null default now(),
  primary key (jurisdiction_id, actor_id, key)
);
create index idempotency_at on idempotency (jurisdiction_id, at);

create table notice (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  person_id bigint not null,
  kind text not null,
  matter_id bigint,
  data jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references person
);
create index notice_person on notice (jurisdiction_id, person_id, id desc);
create index notice_unread on notice (jurisdiction_id, person_id) where read_at is null;

create table saved_view (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  person_id bigint not null,
  list text not null,
  name text not null,
  query jsonb not null,
  columns jsonb not null default '[]',
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, person_id, list, name),
  foreign key (jurisdiction_id, person_id) references person
);

create table import_run (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('catalogue', 'units', 'people')),
  file_id bigint not null,
  session_id bigint,
  state text not null check (state in ('dryRun', 'running', 'done', 'failed')),
  choices jsonb not null default '{}',
  summary jsonb not null default '{}',
  done integer not null default 0,
  total integer not null default 0,
  created_by bigint not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  version integer not null default 1,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, file_id) references file
);

create table column_mapping (
  jurisdiction_id bigint not null references jurisdiction,
  fingerprint text not null,
  mapping jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (jurisdiction_id, fingerprint)
);

create table number_sequence (
  jurisdiction_id bigint not null references jurisdiction,
  key text not null,
  last integer not null,
  primary key (jurisdiction_id, key)
);

-- What the product's own role may do. It owns nothing, alters nothing, and cannot rewrite the journal.
do $$
declare
  tenant record;
begin
  for tenant in
    select c.relname from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'jurisdiction_id')
  loop
    execute format('alter table %I enable row level security', tenant.relname);
    execute format('alter table %I force row level security', tenant.relname);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant.relname);
    execute format('grant select, insert, update, delete on %I to luoshi_app', tenant.relname);
  end loop;
end $$;
grant usage on schema public to luoshi_app;
grant select on jurisdiction to luoshi_app;
grant usage on all sequences in schema public to luoshi_app;
revoke update, delete, truncate on journal from luoshi_app;
revoke delete on matter, assignment, reply, reply_version, review, rating, contact, opinion, file, proposer from luoshi_app;
revoke delete on unit, person, organ, term, session, account, password_history from luoshi_app;

-- Full-text search under row-level security: `@@` is not leakproof, so a policy would keep the planner from the
-- GIN index. The search table is therefore closed to the product's role and read through these functions alone;
-- each repeats the jurisdiction condition of the policy. Reviewed list: test/db/catalogue.db.test.ts.
alter table matter_search no force row level security;
revoke all on matter_search from luoshi_app;

create function search_matters(query text, most integer)
returns table (matter_id bigint)
language sql stable security definer
set search_path = public, pg_temp
as $$
  select s.matter_id from matter_search s
  where s.jurisdiction_id = nullif(current_setting('luoshi.jurisdiction', true), '')::bigint
    and s.tokens @@ to_tsquery('simple', query)
  limit most
$$;

create function index_matter(id bigint, title_tokens text, body_tokens text)
returns void
language sql security definer
set search_path = public, pg_temp
as $$
  insert into matter_search (jurisdiction_id, matter_id, tokens)
  values (
    nullif(current_setting('luoshi.jurisdiction', true), '')::bigint, id,
    setweight(to_tsvector('simple', title_tokens), 'A') || setweight(to_tsvector('simple', body_tokens), 'B'))
  on conflict (jurisdiction_id, matter_id) do update set tokens = excluded.tokens
$$;
revoke all on function search_matters(text, integer), index_matter(bigint, text, text) from public;
grant execute on function search_matters(text, integer), index_matter(bigint, text, text) to luoshi_app;
