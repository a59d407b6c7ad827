-- Frozen figures are signed, so that a file of them can be checked where nobody can look into the journal.
create table figure_signing_key (
  jurisdiction_id bigint not null references jurisdiction,
  no integer not null,
  fingerprint text not null,
  public_key text not null,
  private_sealed text,
  made_at timestamptz not null,
  retired_at timestamptz,
  primary key (jurisdiction_id, no),
  unique (jurisdiction_id, fingerprint),
  -- A key that signs no more has no private half left; its public half stays for what it signed.
  check ((retired_at is null) = (private_sealed is not null))
);
comment on column figure_signing_key.fingerprint is 'SHA-256 of the public half (Ed25519, SubjectPublicKeyInfo DER), in hex.';
create unique index figure_signing_key_one on figure_signing_key (jurisdiction_id) where retired_at is null;

alter table figure_signing_key enable row level security;
alter table figure_signing_key force row level security;
create policy own_jurisdiction on figure_signing_key using (jurisdiction_id = (select nullif(current_setting('luoshi.jurisdiction', true), '')::bigint));
grant select, insert on figure_signing_key to luoshi_app;
grant update (private_sealed, retired_at) on figure_signing_key to luoshi_app;

alter table figure_snapshot add column statement text, add column signature text, add column key_no integer;
alter table figure_snapshot
  add foreign key (jurisdiction_id, key_no) references figure_signing_key,
  add check (num_nulls(statement, signature, key_no) in (0, 3));
comment on column figure_snapshot.statement is 'Canonical JSON that is signed: hash, key and journal entry. Null: frozen before there were signatures.';
