-- One set of files that somebody, or the drop folder, handed in. It is staged, compared, shown, and
-- applied school by school; RECEIVED and APPLYING are taken up again after a crash.
create sequence directory_import_seq start with 1 increment by 50 cache 10;
create table directory_import (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  source varchar(16) character set ascii collate ascii_bin not null,
  state varchar(16) character set ascii collate ascii_bin not null,
  -- Whether the operator says that the set holds every pupil of the authority: only then can absence mean leaving.
  whole_set boolean not null,
  link_codes varchar(8) character set ascii collate ascii_bin,
  pupils int not null default 0,
  guardians int not null default 0,
  staff int not null default 0,
  links int not null default 0,
  guardians_new int not null default 0,
  guardians_changed int not null default 0,
  links_resolved int not null default 0,
  received_at datetime(6) not null,
  received_by varchar(240) not null,
  account_id bigint not null,
  compared_at datetime(6),
  confirmed_at datetime(6),
  confirmed_by varchar(240),
  finished_at datetime(6),
  version int not null default 0,
  constraint directory_import_public_id unique (public_id),
  key directory_import_recent (authority_id, id),
  constraint directory_import_authority foreign key (authority_id) references local_authority (id),
  constraint directory_import_state check (state in ('RECEIVED', 'READY', 'APPLYING', 'DONE', 'REFUSED', 'CANCELLED')),
  constraint directory_import_source check (source in ('AAF', 'CSV'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create table directory_import_file (
  import_id bigint not null,
  position int not null,
  file_name varchar(200) not null,
  -- Public id of the stored file that holds it.
  stored_file_id uuid not null,
  byte_count bigint not null,
  primary key (import_id, position),
  constraint directory_import_file_import foreign key (import_id) references directory_import (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What the report says, kept after the set itself is gone.
create table directory_import_problem (
  import_id bigint not null,
  position int not null,
  kind varchar(32) character set ascii collate ascii_bin not null,
  severity varchar(8) character set ascii collate ascii_bin not null,
  uai char(8) character set ascii collate ascii_bin,
  file_name varchar(200) not null,
  line int not null,
  subject varchar(250) not null,
  detail varchar(250) not null,
  primary key (import_id, position),
  key directory_import_problem_kind (import_id, severity, kind, position),
  key directory_import_problem_school (import_id, uai, position),
  constraint directory_import_problem_import foreign key (import_id) references directory_import (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- One line per school of the set or of the authority: what would change there, and whether it has.
create table directory_import_school (
  import_id bigint not null,
  uai char(8) character set ascii collate ascii_bin not null,
  name varchar(160) not null,
  -- OURS: on the authority's list. ASKED: not on it, goes in if accepted. OTHER: not on it, stays out.
  standing varchar(8) character set ascii collate ascii_bin not null,
  pupils int not null default 0,
  pupils_before int not null default 0,
  pupils_new int not null default 0,
  pupils_changed int not null default 0,
  pupils_moved int not null default 0,
  pupils_left int not null default 0,
  pupils_unchanged int not null default 0,
  leaving_confirmed boolean not null default false,
  applied_at datetime(6),
  primary key (import_id, uai),
  constraint directory_import_school_import foreign key (import_id) references directory_import (id),
  constraint directory_import_school_standing check (standing in ('OURS', 'ASKED', 'OTHER'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- The set itself while it is looked at; emptied when the import is over.
create table staged_school (
  import_id bigint not null,
  external_id varchar(64) collate utf8mb4_bin not null,
  uai char(8) character set ascii collate ascii_bin not null,
  name varchar(160) not null,
  type_text varchar(80),
  street varchar(255),
  postal_code varchar(12),
  town varchar(120),
  phone varchar(40),
  email varchar(254),
  replacement_zone boolean not null,
  file_name varchar(200) not null,
  line int not null,
  content_hash binary(16) not null,
  primary key (import_id, external_id),
  key staged_school_uai (import_id, uai)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create table staged_grade (
  import_id bigint not null,
  mef_code varchar(11) character set ascii collate ascii_bin not null,
  label varchar(160) not null,
  primary key (import_id, mef_code)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create table staged_class (
  import_id bigint not null,
  uai char(8) character set ascii collate ascii_bin not null,
  name varchar(64) collate utf8mb4_bin not null,
  primary key (import_id, uai, name)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- A pupil of whom nothing changed has a row without the texts: only its presence counts.
create table staged_pupil (
  import_id bigint not null,
  external_id varchar(64) collate utf8mb4_bin not null,
  -- Null as long as the school that the record names is not known.
  uai char(8) character set ascii collate ascii_bin,
  school_external_id varchar(64) collate utf8mb4_bin not null,
  -- NEW, CHANGED, MOVED, LEFT, GONE (left, and never seen here) or UNCHANGED.
  outcome varchar(12) character set ascii collate ascii_bin not null,
  pupil_id bigint,
  public_id uuid,
  content_hash binary(16),
  class_name varchar(64) collate utf8mb4_bin,
  mef_code varchar(11) character set ascii collate ascii_bin,
  ine varchar(16) collate utf8mb4_bin,
  family_name varchar(120),
  given_name varchar(120),
  birth_date date,
  boarding_status varchar(24) character set ascii collate ascii_bin,
  meals_a_week tinyint,
  boarding_text varchar(120),
  left_on date,
  search_name varchar(250) character set ascii collate ascii_bin,
  -- JSON array of what a search may begin with.
  name_tokens varchar(1000) character set ascii collate ascii_bin,
  file_name varchar(200) not null,
  line int not null,
  primary key (import_id, external_id),
  key staged_pupil_school (import_id, uai, outcome)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create table staged_guardian (
  import_id bigint not null,
  external_id varchar(64) collate utf8mb4_bin not null,
  -- NEW, CHANGED or UNCHANGED.
  outcome varchar(12) character set ascii collate ascii_bin not null,
  public_id uuid,
  content_hash binary(16),
  title varchar(16),
  family_name varchar(120),
  given_name varchar(120),
  email varchar(254),
  phone varchar(40),
  mobile varchar(40),
  address varchar(400),
  postal_code varchar(12),
  town varchar(120),
  country varchar(80),
  file_name varchar(200) not null,
  line int not null,
  primary key (import_id, external_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create table staged_guardianship (
  import_id bigint not null,
  pupil_external_id varchar(64) collate utf8mb4_bin not null,
  guardian_external_id varchar(64) collate utf8mb4_bin not null,
  rank_order smallint not null,
  kind varchar(24) character set ascii collate ascii_bin not null,
  authority_code smallint not null,
  pays_fees boolean not null,
  is_contact boolean not null,
  primary key (import_id, pupil_external_id, guardian_external_id),
  key staged_guardianship_guardian (import_id, guardian_external_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create table staged_staff (
  import_id bigint not null,
  external_id varchar(64) collate utf8mb4_bin not null,
  family_name varchar(120) not null,
  given_name varchar(120) not null,
  email varchar(254),
  functions text not null,
  file_name varchar(200) not null,
  line int not null,
  content_hash binary(16) not null,
  primary key (import_id, external_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create table staged_staff_school (
  import_id bigint not null,
  staff_external_id varchar(64) collate utf8mb4_bin not null,
  school_external_id varchar(64) collate utf8mb4_bin not null,
  primary key (import_id, staff_external_id, school_external_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
