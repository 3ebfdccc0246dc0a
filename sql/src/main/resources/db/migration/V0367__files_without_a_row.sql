-- Since when a stored file has no row. How old the file is says nothing: after an older database was restored, or with
-- the bucket of another installation, files of years have no row on the first day.
create table rowless_file (
  public_id uuid not null primary key,
  shard smallint not null,
  first_seen datetime(6) not null,
  key rowless_file_shard (shard)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
