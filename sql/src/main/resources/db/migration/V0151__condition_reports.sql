-- The condition of a device (état des lieux) when it was handed over and when it came back.
create sequence condition_report_seq start with 1 increment by 50 cache 10;
create table condition_report (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  device_id bigint not null,
  loan_id bigint not null,
  step varchar(12) character set ascii collate ascii_bin not null,
  grade varchar(16) character set ascii collate ascii_bin not null,
  note varchar(1000) not null default '',
  recorded_at datetime(6) not null,
  recorded_by varchar(240) not null,
  version int not null default 0,
  constraint condition_report_public_id unique (public_id),
  constraint condition_report_once unique (loan_id, step),
  key condition_report_device (device_id, id),
  constraint condition_report_authority foreign key (authority_id) references local_authority (id),
  constraint condition_report_school foreign key (school_id) references school (id),
  constraint condition_report_device_fk foreign key (device_id) references device (id),
  constraint condition_report_loan foreign key (loan_id) references loan (id) on delete cascade,
  constraint condition_report_step check (step in ('HAND_OVER', 'RETURN')),
  constraint condition_report_grade check (grade in ('NEW', 'GOOD', 'WORN', 'DAMAGED', 'INCOMPLETE'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Damage: where, and in somebody's words.
create sequence condition_mark_seq start with 1 increment by 50 cache 10;
create table condition_mark (
  id bigint not null primary key,
  report_id bigint not null,
  place varchar(12) character set ascii collate ascii_bin not null,
  words varchar(200) not null,
  key condition_mark_report (report_id, id),
  constraint condition_mark_report_fk foreign key (report_id) references condition_report (id) on delete cascade,
  constraint condition_mark_place check (place in ('SCREEN', 'LID', 'KEYBOARD', 'TOUCHPAD', 'HINGE', 'PORTS', 'BOTTOM', 'CORNER', 'OTHER'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create sequence condition_photo_seq start with 1 increment by 50 cache 10;
create table condition_photo (
  id bigint not null primary key,
  public_id uuid not null,
  report_id bigint not null,
  -- Public id of the stored file, encrypted on disk.
  file_id uuid not null,
  width smallint not null,
  height smallint not null,
  added_at datetime(6) not null,
  added_by varchar(240) not null,
  constraint condition_photo_public_id unique (public_id),
  key condition_photo_report (report_id, id),
  constraint condition_photo_report_fk foreign key (report_id) references condition_report (id) on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
