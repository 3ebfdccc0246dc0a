-- A device that is kept for a pupil (L059): one at a time for a device. The loan of that pupil
-- fulfils it, a loan manager takes it back; what is over is kept for a while, so that an undone scan
-- puts it back.
create sequence device_reservation_seq start with 1 increment by 50 cache 10;
create table device_reservation (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  -- The pupil's school when it was made: whose list it is in.
  school_id bigint not null,
  device_id bigint not null,
  pupil_id bigint not null,
  reserved_at datetime(6) not null,
  reserved_by varchar(240) not null,
  ended_at datetime(6),
  ended_by varchar(240),
  -- The loan that fulfilled it; null if it was taken back. No foreign key: an undo removes the loan.
  loan_id bigint,
  -- The device as long as it is kept.
  open_device_id bigint as (case when ended_at is null then device_id end) persistent,
  constraint device_reservation_public_id unique (public_id),
  constraint device_reservation_once unique (open_device_id),
  key device_reservation_list (school_id, id),
  key device_reservation_pupil (pupil_id),
  key device_reservation_loan (loan_id),
  key device_reservation_over (ended_at, id),
  constraint device_reservation_authority foreign key (authority_id) references local_authority (id),
  constraint device_reservation_school foreign key (school_id) references school (id),
  constraint device_reservation_device foreign key (device_id) references device (id),
  constraint device_reservation_pupil_fk foreign key (pupil_id) references pupil (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
