-- What a pupil's family chose at the end of schooling: keeps the device for good, or brings it back.
create sequence ownership_transfer_seq start with 1 increment by 50 cache 10;
create table ownership_transfer (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  loan_id bigint not null,
  device_id bigint not null,
  pupil_id bigint not null,
  accepted boolean not null,
  -- Who chose: the pupil, of age, or a guardian, with the name as it was known then.
  chosen_by varchar(8) character set ascii collate ascii_bin not null,
  chooser varchar(240) not null,
  chosen_at datetime(6) not null,
  recorded_by varchar(240) not null,
  -- The certificate; from then on nothing can be taken back.
  number varchar(20) character set ascii collate ascii_bin,
  certified_at datetime(6),
  certified_by varchar(240),
  constraint ownership_transfer_public_id unique (public_id),
  constraint ownership_transfer_loan unique (loan_id),
  constraint ownership_transfer_number unique (authority_id, number),
  key ownership_transfer_school (school_id, chosen_at),
  key ownership_transfer_pupil (pupil_id),
  constraint ownership_transfer_authority foreign key (authority_id) references local_authority (id),
  constraint ownership_transfer_school_fk foreign key (school_id) references school (id),
  constraint ownership_transfer_loan_fk foreign key (loan_id) references loan (id),
  constraint ownership_transfer_device foreign key (device_id) references device (id),
  constraint ownership_transfer_pupil_fk foreign key (pupil_id) references pupil (id),
  constraint ownership_transfer_chosen_by check (chosen_by in ('PUPIL', 'GUARDIAN')),
  constraint ownership_transfer_certificate check ((number is null) = (certified_at is null)),
  constraint ownership_transfer_refused check (accepted or number is null)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
