-- Who may sign 2D-Docs: authorities of the State's trusted list, and certificates of participants that one
-- of them issued. Brought in by an operator and pinned; nothing is fetched while a family waits. They are
-- public facts, the same for every authority of this installation.
create sequence trusted_certificate_seq start with 1 increment by 50 cache 10;
create table trusted_certificate (
  id bigint not null primary key,
  kind varchar(12) character set ascii collate ascii_bin not null,
  -- FR03; a participant's certificate has an id of its own beside its authority's.
  authority_code char(4) character set ascii collate ascii_bin not null,
  certificate_code char(4) character set ascii collate ascii_bin not null default '',
  name varchar(200) not null,
  certificate blob not null,
  fingerprint char(64) character set ascii collate ascii_bin not null,
  valid_from datetime(6) not null,
  valid_until datetime(6) not null,
  -- Whether the list says "in accord"; always true for participants, whose authority decides.
  trusted boolean not null,
  list_sequence int,
  imported_at datetime(6) not null,
  imported_by varchar(240) not null,
  constraint trusted_certificate_fingerprint unique (fingerprint),
  key trusted_certificate_code (authority_code, certificate_code),
  constraint trusted_certificate_kind check (kind in ('LIST_SIGNER', 'AUTHORITY', 'PARTICIPANT')),
  constraint trusted_certificate_id check ((kind = 'PARTICIPANT') = (certificate_code <> ''))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
