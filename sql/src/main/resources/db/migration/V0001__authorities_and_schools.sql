-- A local authority owns everything: each later row belongs to exactly one.
create sequence local_authority_seq start with 1 increment by 50 cache 10;
create table local_authority (
  id bigint not null primary key,
  public_id uuid not null,
  name varchar(160) not null,
  kind varchar(16) character set ascii collate ascii_bin not null,
  time_zone varchar(64) character set ascii collate ascii_bin not null default 'Europe/Paris',
  -- What our own asset tags begin with, and the pattern (java.util.regex) that tags of this authority match.
  tag_prefix varchar(16) collate utf8mb4_bin,
  tag_pattern varchar(200) collate utf8mb4_bin,
  serial_pattern varchar(200) collate utf8mb4_bin,
  version int not null default 0,
  constraint local_authority_public_id unique (public_id),
  constraint local_authority_kind check (kind in ('REGION', 'DEPARTEMENT'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create sequence school_seq start with 1 increment by 50 cache 10;
create table school (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  uai char(8) character set ascii collate ascii_bin not null,
  name varchar(160) not null,
  type_text varchar(80),
  street varchar(255),
  postal_code varchar(12),
  town varchar(120),
  phone varchar(40),
  email varchar(254),
  -- ENTStructureJointure: how the other files of the same feed name this school.
  external_id varchar(64) collate utf8mb4_bin,
  -- ACCEPTED: imports may fill it. PENDING: seen in a feed, waits for an administrator. CLOSED: no longer used.
  status varchar(16) character set ascii collate ascii_bin not null default 'ACCEPTED',
  content_hash binary(16),
  version int not null default 0,
  constraint school_public_id unique (public_id),
  constraint school_uai unique (authority_id, uai),
  key school_by_name (authority_id, name, id),
  key school_external (authority_id, external_id),
  constraint school_authority foreign key (authority_id) references local_authority (id),
  constraint school_status check (status in ('ACCEPTED', 'PENDING', 'CLOSED'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
