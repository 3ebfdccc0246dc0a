-- Documents of an application. A row is what somebody gave for one demand; several rows of one family may
-- speak of the same stored file (a notice for two children), which goes with the last of them.
create sequence aid_document_seq start with 1 increment by 50 cache 100;
create table aid_document (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  application_id bigint not null,
  -- What it was asked for as: a kind of aid_document_demand.
  kind varchar(40) character set ascii collate ascii_bin not null,
  -- Whose part of the application it belongs to: separated parents never see each other's documents.
  side varchar(12) character set ascii collate ascii_bin not null,
  sent_by_account bigint not null,
  sent_by_guardian bigint,
  sent_by varchar(240) not null,
  sent_at datetime(6) not null,
  -- Public id of the stored file, encrypted where it lies.
  file_id uuid not null,
  file_name varchar(100) not null,
  media_type varchar(40) character set ascii collate ascii_bin not null,
  byte_count bigint not null,
  pages smallint not null,
  -- SHA-256 of the content that was kept: what is scanned and shown must be the same.
  content_digest binary(32) not null,
  scan varchar(8) character set ascii collate ascii_bin not null default 'PENDING',
  scan_tries smallint not null default 0,
  scan_said varchar(200) not null default '',
  scanned_at datetime(6),
  -- Whether its code is still to be read; documents that are no tax notices have none.
  to_read boolean not null default false,
  -- When the background looks at it next; null when nothing is left to do.
  look_at datetime(6),
  -- Officers see what was handed in with the application, not what a family is still gathering.
  handed_in_at datetime(6),
  replaced_by_id bigint,
  shared_from_id bigint,
  version int not null default 0,
  constraint aid_document_public_id unique (public_id),
  key aid_document_of_application (application_id, id),
  key aid_document_of_file (file_id),
  key aid_document_waiting (look_at, id),
  constraint aid_document_authority foreign key (authority_id) references local_authority (id),
  -- No cascade: whoever deletes an application removes its documents first, bytes included.
  constraint aid_document_application foreign key (application_id) references aid_application (id),
  constraint aid_document_replaced foreign key (replaced_by_id) references aid_document (id) on delete set null,
  constraint aid_document_shared foreign key (shared_from_id) references aid_document (id) on delete set null,
  constraint aid_document_side check (side in ('HOUSEHOLD', 'SEPARATED')),
  constraint aid_document_scan check (scan in ('PENDING', 'SAFE', 'INFECTED', 'ERROR', 'CORRUPT')),
  constraint aid_document_pages check (pages between 1 and 100)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
