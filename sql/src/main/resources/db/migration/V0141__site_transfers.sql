-- A place of the authority that is no school: its pool, its emergency stock. It has a code of its own in place of a UAI.
alter table school
  add column kind varchar(12) character set ascii collate ascii_bin not null default 'SCHOOL' after status,
  add constraint school_kind check (kind in ('SCHOOL', 'POOL', 'EMERGENCY'));

-- Devices that travel together from one place to another, on one slip.
create sequence site_transfer_seq start with 1 increment by 50 cache 10;
create table site_transfer (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  -- What the barcode of the slip says.
  code varchar(20) character set ascii collate ascii_bin not null,
  from_school_id bigint not null,
  to_school_id bigint not null,
  -- Whether the devices belong to the receiver afterwards.
  for_good boolean not null,
  -- How many devices are wanted, and of which category, when a proposal or somebody said so.
  planned int,
  category varchar(24) character set ascii collate ascii_bin,
  note varchar(400),
  created_at datetime(6) not null,
  created_by varchar(240) not null,
  sent_at datetime(6),
  sent_by varchar(240),
  cancelled_at datetime(6),
  cancelled_by varchar(240),
  cancel_reason varchar(400),
  version int not null default 0,
  constraint site_transfer_public_id unique (public_id),
  constraint site_transfer_code unique (authority_id, code),
  key site_transfer_from (from_school_id, id),
  key site_transfer_to (to_school_id, id),
  constraint site_transfer_authority foreign key (authority_id) references local_authority (id),
  constraint site_transfer_from_fk foreign key (from_school_id) references school (id),
  constraint site_transfer_to_fk foreign key (to_school_id) references school (id),
  constraint site_transfer_elsewhere check (from_school_id <> to_school_id),
  constraint site_transfer_reason check ((cancelled_at is null) = (cancel_reason is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create table site_transfer_device (
  transfer_id bigint not null,
  device_id bigint not null,
  -- To whom it belonged before, to put it back if the transfer is cancelled.
  home_school_id bigint not null,
  scan_id uuid,
  added_at datetime(6) not null,
  added_by varchar(240) not null,
  -- Why it is not with the others any more: SKIPPED at sending, CANCELLED or LOST on the way.
  dropped varchar(12) character set ascii collate ascii_bin,
  primary key (transfer_id, device_id),
  key site_transfer_of_device (device_id, transfer_id),
  constraint site_transfer_device_transfer foreign key (transfer_id) references site_transfer (id),
  constraint site_transfer_device_device foreign key (device_id) references device (id),
  constraint site_transfer_dropped check (dropped in ('SKIPPED', 'CANCELLED', 'LOST'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- The slip that a device travels on; gone when it arrives, so that the slip's state follows by itself.
alter table device
  add column transit_transfer_id bigint after transit_sent_at,
  add key device_on_slip (transit_transfer_id),
  add constraint device_transfer foreign key (transit_transfer_id) references site_transfer (id);
