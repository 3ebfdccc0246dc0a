-- What is shown of an incident: the police report, photos. The file itself is encrypted on disk.
create sequence incident_file_seq start with 1 increment by 50 cache 10;
create table incident_file (
  id bigint not null primary key,
  public_id uuid not null,
  -- Empty as long as the family has not sent its declaration.
  incident_id bigint,
  draft_account_id bigint,
  draft_loan uuid,
  kind varchar(16) character set ascii collate ascii_bin not null,
  -- Public id of the stored file.
  file_id uuid not null,
  file_name varchar(200) not null,
  media_type varchar(120) character set ascii collate ascii_bin not null,
  added_at datetime(6) not null,
  added_by varchar(240) not null,
  constraint incident_file_public_id unique (public_id),
  key incident_file_of_incident (incident_id, id),
  key incident_file_of_draft (draft_account_id, draft_loan),
  constraint incident_file_incident foreign key (incident_id) references incident (id) on delete cascade,
  constraint incident_file_kind check (kind in ('POLICE_REPORT', 'PHOTO')),
  constraint incident_file_of_one check ((incident_id is null) = (draft_account_id is not null and draft_loan is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
