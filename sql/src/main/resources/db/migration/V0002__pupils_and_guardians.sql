create sequence grade_seq start with 1 increment by 50 cache 10;
create table grade (
  id bigint not null primary key,
  authority_id bigint not null,
  mef_code varchar(11) character set ascii collate ascii_bin not null,
  label varchar(160) not null,
  constraint grade_mef unique (authority_id, mef_code),
  constraint grade_authority foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create sequence school_class_seq start with 1 increment by 50 cache 10;
create table school_class (
  id bigint not null primary key,
  public_id uuid not null,
  school_id bigint not null,
  name varchar(64) collate utf8mb4_bin not null,
  constraint school_class_public_id unique (public_id),
  constraint school_class_name unique (school_id, name),
  constraint school_class_school foreign key (school_id) references school (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Key of a pupil: the source and the source's own id. Never matched on a name alone.
create sequence pupil_seq start with 1 increment by 50 cache 1000;
create table pupil (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  class_id bigint,
  grade_id bigint,
  source varchar(16) character set ascii collate ascii_bin not null,
  external_id varchar(64) collate utf8mb4_bin not null,
  ine varchar(16) collate utf8mb4_bin,
  family_name varchar(120) not null,
  given_name varchar(120) not null,
  birth_date date,
  boarding_status varchar(24) character set ascii collate ascii_bin,
  meals_a_week tinyint,
  boarding_text varchar(120),
  -- Code of the card that some schools print for their pupils; normal form of a scanned code.
  card_code varchar(64) collate utf8mb4_bin,
  status varchar(8) character set ascii collate ascii_bin not null default 'ACTIVE',
  left_on date,
  -- Family and given names without accents, case or punctuation, single spaces: what a search reads.
  search_name varchar(250) character set ascii collate ascii_bin not null,
  content_hash binary(16),
  version int not null default 0,
  constraint pupil_public_id unique (public_id),
  constraint pupil_external unique (authority_id, source, external_id),
  constraint pupil_card unique (authority_id, card_code),
  key pupil_ine (authority_id, ine),
  key pupil_of_school (school_id, status, family_name, given_name, id),
  key pupil_of_class (class_id, status, family_name, given_name, id),
  constraint pupil_school foreign key (school_id) references school (id),
  constraint pupil_class foreign key (class_id) references school_class (id),
  constraint pupil_grade foreign key (grade_id) references grade (id),
  constraint pupil_authority foreign key (authority_id) references local_authority (id),
  constraint pupil_status check (status in ('ACTIVE', 'LEFT'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create sequence guardian_seq start with 1 increment by 50 cache 1000;
create table guardian (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  source varchar(16) character set ascii collate ascii_bin not null,
  external_id varchar(64) collate utf8mb4_bin not null,
  title varchar(16),
  family_name varchar(120) not null,
  given_name varchar(120) not null,
  email varchar(254),
  phone varchar(40),
  mobile varchar(40),
  address varchar(400),
  postal_code varchar(12),
  town varchar(120),
  country varchar(80),
  content_hash binary(16),
  version int not null default 0,
  constraint guardian_public_id unique (public_id),
  constraint guardian_external unique (authority_id, source, external_id),
  constraint guardian_authority foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- A link that a pupil's file names. guardian_id stays null (pending) until the guardian arrives in a feed.
create table guardianship (
  pupil_id bigint not null,
  guardian_external_id varchar(64) collate utf8mb4_bin not null,
  guardian_id bigint,
  kind varchar(24) character set ascii collate ascii_bin not null,
  rank_order smallint not null,
  parental_authority boolean not null,
  pays_fees boolean not null,
  is_contact boolean not null,
  primary key (pupil_id, guardian_external_id),
  key guardianship_guardian (guardian_id),
  key guardianship_pending (guardian_external_id, guardian_id),
  constraint guardianship_pupil foreign key (pupil_id) references pupil (id),
  constraint guardianship_guardian_fk foreign key (guardian_id) references guardian (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Staff as the feed names them: rights never come from here, only names to give rights to.
create sequence staff_member_seq start with 1 increment by 50 cache 10;
create table staff_member (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  source varchar(16) character set ascii collate ascii_bin not null,
  external_id varchar(64) collate utf8mb4_bin not null,
  family_name varchar(120) not null,
  given_name varchar(120) not null,
  email varchar(254),
  functions text,
  content_hash binary(16),
  version int not null default 0,
  constraint staff_member_public_id unique (public_id),
  constraint staff_member_external unique (authority_id, source, external_id),
  constraint staff_member_authority foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
create table staff_member_school (
  staff_member_id bigint not null,
  school_id bigint not null,
  primary key (staff_member_id, school_id),
  key staff_member_school_school (school_id),
  constraint staff_member_school_staff foreign key (staff_member_id) references staff_member (id),
  constraint staff_member_school_school_fk foreign key (school_id) references school (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
