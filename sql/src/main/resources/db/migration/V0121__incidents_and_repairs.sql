-- A device of the emergency stock is lent only to a pupil to whom an incident gives one.
alter table device add column emergency boolean not null default false after default_storage;

create sequence incident_seq start with 1 increment by 50 cache 10;
create table incident (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  -- The school that follows it: where the loan was made, or where the device was.
  school_id bigint not null,
  device_id bigint not null,
  category varchar(24) character set ascii collate ascii_bin not null,
  -- Empty when nobody held the device.
  loan_id bigint,
  pupil_id bigint,
  kind varchar(12) character set ascii collate ascii_bin not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  happened_on date not null,
  story varchar(1000),
  by_family boolean not null default false,
  declared_at datetime(6) not null,
  declared_by varchar(240) not null,
  police_report varchar(80),
  police_report_on date,
  insurer varchar(120),
  insurance_reference varchar(80),
  -- What policy decided, kept as it was decided.
  replacement varchar(12) character set ascii collate ascii_bin not null default 'NONE',
  replacement_loan_id bigint,
  blocks_new_loan boolean not null default false,
  charge_kind varchar(20) character set ascii collate ascii_bin not null default 'NONE',
  refund_if_found boolean not null default false,
  decided_at datetime(6),
  decided_by varchar(240),
  closed_at datetime(6),
  closed_by varchar(240),
  closing varchar(16) character set ascii collate ascii_bin,
  -- The scan that closed it, so that an undo opens it again.
  closed_scan uuid,
  version int not null default 0,
  -- One running incident at most for a device; MariaDB has no partial index.
  running_device_id bigint as (case when state in ('DECLARED', 'DECIDED') then device_id end) persistent,
  constraint incident_public_id unique (public_id),
  constraint incident_one_per_device unique (running_device_id),
  key incident_of_pupil (pupil_id, state),
  key incident_of_loan (loan_id),
  key incident_of_device (device_id, id),
  key incident_of_school (school_id, state, id),
  key incident_of_authority (authority_id, state, id),
  key incident_closed_by_scan (closed_scan),
  constraint incident_authority foreign key (authority_id) references local_authority (id),
  constraint incident_school foreign key (school_id) references school (id),
  constraint incident_device foreign key (device_id) references device (id),
  constraint incident_loan foreign key (loan_id) references loan (id),
  constraint incident_pupil foreign key (pupil_id) references pupil (id),
  constraint incident_kind check (kind in ('BREAKAGE', 'LOSS', 'THEFT')),
  constraint incident_state check (state in ('DECLARED', 'DECIDED', 'CLOSED', 'CANCELLED')),
  constraint incident_decided check (state <> 'DECIDED' or decided_at is not null),
  constraint incident_closed check ((state in ('CLOSED', 'CANCELLED')) = (closed_at is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create sequence repair_seq start with 1 increment by 50 cache 10;
create table repair (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  device_id bigint not null,
  incident_id bigint,
  reason varchar(400),
  ticket varchar(80),
  repairer varchar(120),
  warranty boolean not null default false,
  -- The charger, the bag... stay here when the device leaves.
  without_accessories boolean not null default true,
  swap_device_id bigint,
  cost decimal(10,2),
  sent_at datetime(6) not null,
  sent_by varchar(240) not null,
  returned_at datetime(6),
  returned_by varchar(240),
  -- The scan that received it, so that an undo sends it again.
  returned_scan uuid,
  version int not null default 0,
  running_device_id bigint as (case when returned_at is null then device_id end) persistent,
  constraint repair_public_id unique (public_id),
  constraint repair_one_per_device unique (running_device_id),
  key repair_of_device (device_id, id),
  key repair_returned_by_scan (returned_scan),
  key repair_of_school (school_id, returned_at, id),
  constraint repair_device foreign key (device_id) references device (id),
  constraint repair_school foreign key (school_id) references school (id),
  constraint repair_incident foreign key (incident_id) references incident (id),
  constraint repair_swap foreign key (swap_device_id) references device (id),
  constraint repair_cost check (cost >= 0)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- The day on which the pupil says that the device was given back (L073).
alter table loan add column claimed_on date after to_return_since;
