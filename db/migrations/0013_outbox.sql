-- Notices leave the app by channels. What is to be told is queued in the transaction that makes the notice; what a
-- message says is fixed under its id before the first attempt, so that a repeat is the same message (ADR 0011).

create table channel (
  jurisdiction_id bigint not null references jurisdiction,
  kind text not null check (kind in ('mail', 'webhook', 'sms', 'wecom', 'dingtalk', 'feishu')),
  enabled boolean not null default false,
  settings jsonb not null default '{}',
  secrets jsonb not null default '{}',
  digest_minutes integer not null default 10 check (digest_minutes between 0 and 1440),
  version integer not null default 1,
  faults integer not null default 0,
  fault text,
  closed_until timestamptz,
  worked_at timestamptz,
  primary key (jurisdiction_id, kind)
);
comment on column channel.secrets is 'Name to sealed text; never leaves the server.';
comment on column channel.faults is 'Faults of the provider in a row; from the third on it is left alone until closed_until.';

create table person_channel (
  jurisdiction_id bigint not null,
  person_id bigint not null,
  kind text not null check (kind in ('mail', 'sms', 'wecom', 'dingtalk', 'feishu')),
  address_sealed text not null,
  ordinary boolean not null,
  urgent boolean not null,
  primary key (jurisdiction_id, person_id, kind),
  foreign key (jurisdiction_id, person_id) references person
);

alter table notice add column urgent boolean not null default false;
alter table notice add column not_before timestamptz;
comment on column notice.not_before is 'Not to be told outside the app before this; null: at once.';

create table channel_message (
  jurisdiction_id bigint not null,
  id text not null,
  channel text not null,
  person_id bigint not null,
  urgent boolean not null,
  test boolean not null default false,
  to_sealed text,
  notices integer not null,
  content jsonb,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead', 'dropped')),
  reason text,
  attempts integer not null default 0,
  made_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  claim text,
  claimed_until timestamptz,
  ended_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references person
);
create index channel_message_due on channel_message (jurisdiction_id, channel, urgent desc, due_at) where state = 'waiting';
create index channel_message_dead on channel_message (jurisdiction_id, ended_at desc, id) where state = 'dead';
create index channel_message_made on channel_message (jurisdiction_id, made_at);
comment on column channel_message.to_sealed is 'Only of a test message; otherwise the person''s own address at the time of sending.';
comment on column channel_message.content is 'Fixed before the first attempt; null once the message is gone, for nobody needs it twice.';

create table delivery (
  jurisdiction_id bigint not null,
  id bigint generated always as identity,
  notice_id bigint not null,
  person_id bigint not null,
  channel text not null,
  urgent boolean not null,
  not_before timestamptz not null,
  ready_at timestamptz not null,
  message_id text,
  dropped text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, notice_id, channel),
  foreign key (jurisdiction_id, notice_id) references notice on delete cascade,
  foreign key (jurisdiction_id, message_id) references channel_message
);
create index delivery_ready on delivery (jurisdiction_id, channel, ready_at) where message_id is null and dropped is null;
create index delivery_person on delivery (jurisdiction_id, channel, person_id, not_before) where message_id is null and dropped is null;
create index delivery_dropped on delivery (jurisdiction_id, ready_at) where dropped is not null;
create index delivery_message on delivery (jurisdiction_id, message_id);
comment on column delivery.ready_at is 'When the person''s waiting notices go out together; an urgent one does not wait for others.';

do $$
declare
  tenant text;
begin
  foreach tenant in array array['channel', 'person_channel', 'channel_message', 'delivery'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')::bigint)',
      tenant);
    execute format('grant select, insert, update, delete on %I to luoshi_app', tenant);
  end loop;
end $$;
