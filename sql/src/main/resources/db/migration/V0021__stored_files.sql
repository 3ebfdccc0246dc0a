-- Files that live for a while outside the database (uploads, exports, sheets of labels), one row each.
-- The row is written once the file is whole; the file's name on disk is the public id.
create sequence stored_file_seq start with 1 increment by 50 cache 10;
create table stored_file (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  -- The one school whose data are inside; null when it holds several schools' or none.
  school_id bigint,
  owner_account_id bigint not null,
  purpose varchar(16) character set ascii collate ascii_bin not null,
  file_name varchar(200) not null,
  media_type varchar(120) character set ascii collate ascii_bin not null,
  byte_count bigint not null,
  digest binary(32) not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  constraint stored_file_public_id unique (public_id),
  key stored_file_expiry (expires_at),
  key stored_file_owner (owner_account_id, id),
  constraint stored_file_authority foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
