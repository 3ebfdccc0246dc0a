-- Pieces of a device's kit that have a code of their own; without a device they belong to no kit.
create sequence kit_piece_seq start with 1 increment by 50 cache 10;
create table kit_piece (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  -- In the normal form of a scanned code.
  code varchar(64) collate utf8mb4_bin not null,
  name varchar(80) not null,
  device_id bigint,
  created_at datetime(6) not null,
  version int not null default 0,
  constraint kit_piece_public_id unique (public_id),
  constraint kit_piece_code unique (authority_id, code),
  key kit_piece_device (device_id, name),
  constraint kit_piece_authority foreign key (authority_id) references local_authority (id),
  constraint kit_piece_device_fk foreign key (device_id) references device (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What a desk said of the kit of a device that was just handed over or taken back: the last word
-- counts, and says so by its revision.
create table kit_check (
  scan_id uuid not null primary key,
  authority_id bigint not null,
  device_id bigint not null,
  loan_id bigint not null,
  step varchar(12) character set ascii collate ascii_bin not null,
  revision int not null,
  body_hash binary(32) not null,
  answer mediumtext not null,
  -- The device as the scan left it (JSON), to put it back when nothing is missing after all.
  device_before text not null,
  recorded_at datetime(6) not null,
  recorded_by varchar(240) not null,
  constraint kit_check_step check (step in ('HAND_OVER', 'RETURN')),
  constraint kit_check_revision check (revision >= 1)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- A piece that is missing or broken, by line, on the loan in which it was noticed. It stays until
-- it is found (the pupil owes nothing) or replaced (the kit is whole again, the debt stays).
create sequence kit_gap_seq start with 1 increment by 50 cache 10;
create table kit_gap (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  device_id bigint not null,
  loan_id bigint not null,
  pupil_id bigint not null,
  scan_id uuid,
  step varchar(12) character set ascii collate ascii_bin not null,
  name varchar(80) not null,
  piece_id bigint,
  fault varchar(8) character set ascii collate ascii_bin not null,
  quantity smallint not null,
  found_quantity smallint not null default 0,
  replaced_quantity smallint not null default 0,
  -- For one piece; null until somebody or the price table says it.
  unit_price decimal(10,2),
  noted_at datetime(6) not null,
  noted_by varchar(240) not null,
  settled_at datetime(6),
  settled_by varchar(240),
  version int not null default 0,
  -- The device as long as something is still missing: found by an index.
  open_device_id bigint as (case when quantity > found_quantity + replaced_quantity then device_id end) persistent,
  -- The school as long as a line is owed and has no price.
  unpriced_school_id bigint as
    (case when step = 'RETURN' and unit_price is null and quantity > found_quantity then school_id end) persistent,
  constraint kit_gap_public_id unique (public_id),
  key kit_gap_open (open_device_id, id),
  key kit_gap_unpriced (unpriced_school_id, id),
  key kit_gap_school (school_id, id),
  key kit_gap_loan (loan_id, id),
  key kit_gap_scan (scan_id),
  constraint kit_gap_authority foreign key (authority_id) references local_authority (id),
  constraint kit_gap_school_fk foreign key (school_id) references school (id),
  constraint kit_gap_device foreign key (device_id) references device (id),
  constraint kit_gap_loan_fk foreign key (loan_id) references loan (id),
  constraint kit_gap_pupil foreign key (pupil_id) references pupil (id),
  constraint kit_gap_piece foreign key (piece_id) references kit_piece (id),
  constraint kit_gap_step check (step in ('HAND_OVER', 'RETURN')),
  constraint kit_gap_fault check (fault in ('MISSING', 'BROKEN')),
  constraint kit_gap_quantity check (quantity between 1 and 20),
  constraint kit_gap_settled check (found_quantity >= 0 and replaced_quantity >= 0
    and found_quantity + replaced_quantity <= quantity),
  constraint kit_gap_price check (unit_price is null or unit_price >= 0)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
