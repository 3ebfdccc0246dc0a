-- What a family is asked for (titre de recette): proposed, validated, sent to the finance system.
create sequence recovery_charge_seq start with 1 increment by 50 cache 10;
create table recovery_charge (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  pupil_id bigint not null,
  device_id bigint not null,
  loan_id bigint,
  incident_id bigint,
  -- Empty for the device itself, else the accessory that is missing or broken.
  accessory varchar(80) not null default '',
  reason varchar(200) not null,
  amount decimal(10,2) not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  -- Year and number are given when it is sent: without a gap inside an authority and a year.
  charge_year smallint,
  number int,
  batch_id bigint,
  -- The finance system must still hear of a cancellation or a refund of what it got.
  correction_due boolean not null default false,
  -- The scan that cancelled it, and where it stood before, so that an undo puts it back.
  changed_scan uuid,
  state_before varchar(12) character set ascii collate ascii_bin,
  created_at datetime(6) not null,
  created_by varchar(240) not null,
  changed_at datetime(6) not null,
  version int not null default 0,
  constraint recovery_charge_public_id unique (public_id),
  constraint recovery_charge_number unique (authority_id, charge_year, number),
  key recovery_charge_list (authority_id, state, id),
  key recovery_charge_of_school (school_id, state, id),
  key recovery_charge_of_pupil (pupil_id, state),
  key recovery_charge_of_loan (loan_id),
  key recovery_charge_of_incident (incident_id),
  key recovery_charge_of_batch (batch_id, number),
  key recovery_charge_by_scan (changed_scan),
  constraint recovery_charge_authority foreign key (authority_id) references local_authority (id),
  constraint recovery_charge_school foreign key (school_id) references school (id),
  constraint recovery_charge_pupil foreign key (pupil_id) references pupil (id),
  constraint recovery_charge_device foreign key (device_id) references device (id),
  constraint recovery_charge_loan foreign key (loan_id) references loan (id),
  constraint recovery_charge_incident foreign key (incident_id) references incident (id),
  constraint recovery_charge_amount check (amount > 0),
  constraint recovery_charge_state check (state in ('PROPOSED', 'VALIDATED', 'SENT', 'PAID', 'CANCELLED',
    'TO_REFUND', 'REFUNDED')),
  constraint recovery_charge_numbered check ((number is null) = (batch_id is null)),
  constraint recovery_charge_sent check (state not in ('SENT', 'PAID', 'TO_REFUND', 'REFUNDED') or number is not null)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What was sent to the finance system at once.
create sequence charge_batch_seq start with 1 increment by 50 cache 10;
create table charge_batch (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  charges int not null,
  corrections int not null,
  sent_at datetime(6) not null,
  sent_by varchar(240) not null,
  constraint charge_batch_public_id unique (public_id),
  key charge_batch_list (authority_id, id),
  constraint charge_batch_authority foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
-- A correction names the batch that told it.
create table charge_correction (
  batch_id bigint not null,
  charge_id bigint not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  primary key (batch_id, charge_id),
  constraint charge_correction_batch foreign key (batch_id) references charge_batch (id),
  constraint charge_correction_charge foreign key (charge_id) references recovery_charge (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- The last number given; its row is locked while numbers are given.
create table charge_counter (
  authority_id bigint not null,
  charge_year smallint not null,
  last_number int not null,
  primary key (authority_id, charge_year),
  constraint charge_counter_authority foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
