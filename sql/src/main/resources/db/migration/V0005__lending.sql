create sequence device_model_seq start with 1 increment by 50 cache 10;
create table device_model (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  name varchar(120) not null,
  maker varchar(80),
  -- The limit of loans per pupil counts by category.
  category varchar(24) character set ascii collate ascii_bin not null default 'LAPTOP',
  active boolean not null default true,
  version int not null default 0,
  constraint device_model_public_id unique (public_id),
  constraint device_model_name unique (authority_id, name),
  constraint device_model_authority foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
create sequence model_accessory_seq start with 1 increment by 50 cache 10;
create table model_accessory (
  id bigint not null primary key,
  model_id bigint not null,
  name varchar(80) not null,
  quantity smallint not null default 1,
  position smallint not null default 0,
  constraint model_accessory_name unique (model_id, name),
  constraint model_accessory_model foreign key (model_id) references device_model (id),
  constraint model_accessory_quantity check (quantity between 1 and 20)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Policy as data. The latest row that starts on or before today decides.
create sequence lending_policy_seq start with 1 increment by 50 cache 10;
create table lending_policy (
  id bigint not null primary key,
  authority_id bigint not null,
  starts_on date not null,
  return_place varchar(16) character set ascii collate ascii_bin not null default 'ANYWHERE',
  lost_return_allowed boolean not null default true,
  withdrawn_return_allowed boolean not null default false,
  floating boolean not null default false,
  auto_return boolean not null default false,
  names_across_schools boolean not null default false,
  -- REQUIRED before hand-over, or MAY_FOLLOW within agreement_days, or NONE.
  agreement varchar(16) character set ascii collate ascii_bin not null default 'MAY_FOLLOW',
  agreement_days smallint not null default 15,
  loans_per_pupil smallint not null default 1,
  -- Loans end on this day (month and day of the end of the school year), MM-DD; null: the whole schooling.
  loan_ends varchar(5) character set ascii collate ascii_bin,
  -- Days of the week when schools are open, 1 Monday to 7 Sunday.
  open_weekdays varchar(7) character set ascii collate ascii_bin not null default '12345',
  constraint lending_policy_start unique (authority_id, starts_on),
  constraint lending_policy_authority foreign key (authority_id) references local_authority (id),
  constraint lending_policy_return_place check (return_place in ('ANYWHERE', 'HOME_ONLY', 'ISSUER_ONLY', 'EITHER')),
  constraint lending_policy_agreement check (agreement in ('REQUIRED', 'MAY_FOLLOW', 'NONE')),
  constraint lending_policy_limit check (loans_per_pupil between 1 and 20)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
-- Closed days (holidays, bridges) on top of the weekly ones.
create table closed_day (
  authority_id bigint not null,
  day date not null,
  label varchar(80),
  primary key (authority_id, day),
  constraint closed_day_authority foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create sequence delivery_seq start with 1 increment by 50 cache 10;
create table delivery (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  supplier varchar(120),
  reference varchar(80) not null,
  delivered_on date,
  created_at datetime(6) not null,
  created_by varchar(240) not null,
  version int not null default 0,
  constraint delivery_public_id unique (public_id),
  constraint delivery_reference unique (authority_id, reference),
  key delivery_school (school_id, id),
  constraint delivery_authority foreign key (authority_id) references local_authority (id),
  constraint delivery_school_fk foreign key (school_id) references school (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- asset_tag and serial are kept in the normal form of a scanned code (trimmed, blanks folded, upper case).
create sequence device_seq start with 1 increment by 50 cache 1000;
create table device (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  model_id bigint not null,
  asset_tag varchar(64) collate utf8mb4_bin not null,
  serial varchar(64) collate utf8mb4_bin,
  state varchar(24) character set ascii collate ascii_bin not null,
  state_reason varchar(400),
  open_loan_id bigint,
  home_school_id bigint not null,
  -- Where it is, or was last known to be, when nobody holds it.
  place_school_id bigint not null,
  default_storage varchar(80),
  storage varchar(80),
  condition_grade varchar(16) character set ascii collate ascii_bin not null default 'GOOD',
  transit_from_school_id bigint,
  transit_to_school_id bigint,
  transit_sent_at datetime(6),
  delivery_id bigint,
  police_report varchar(80),
  purchased_on date,
  warranty_ends_on date,
  purchase_price decimal(10,2),
  note varchar(1000),
  last_seen_at datetime(6),
  last_seen_school_id bigint,
  last_seen_by varchar(240),
  last_returned_at datetime(6),
  last_returned_school_id bigint,
  last_returned_by varchar(240),
  created_at datetime(6) not null,
  version int not null default 0,
  constraint device_public_id unique (public_id),
  constraint device_asset_tag unique (authority_id, asset_tag),
  key device_serial (authority_id, serial),
  key device_of_home (home_school_id, state, asset_tag),
  key device_at_place (place_school_id, state, asset_tag),
  key device_by_state (authority_id, state, asset_tag),
  key device_transit (transit_to_school_id, state),
  constraint device_open_loan unique (open_loan_id),
  constraint device_authority foreign key (authority_id) references local_authority (id),
  constraint device_model foreign key (model_id) references device_model (id),
  constraint device_home foreign key (home_school_id) references school (id),
  constraint device_place foreign key (place_school_id) references school (id),
  constraint device_delivery foreign key (delivery_id) references delivery (id),
  constraint device_state check (state in ('EXPECTED', 'IN_STOCK', 'ON_LOAN', 'TO_CHECK', 'IN_REPAIR', 'IN_TRANSIT',
    'LOST', 'STOLEN', 'WITHDRAWN', 'OWNERSHIP_TRANSFERRED')),
  constraint device_grade check (condition_grade in ('NEW', 'GOOD', 'WORN', 'DAMAGED', 'INCOMPLETE')),
  -- The state and the open loan can never contradict each other.
  constraint device_loan_fits_state check (
    (state = 'ON_LOAN' and open_loan_id is not null) or state = 'LOST' or (state <> 'ON_LOAN' and open_loan_id is null)),
  constraint device_transit_fits_state check (
    (state = 'IN_TRANSIT') = (transit_to_school_id is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create sequence loan_seq start with 1 increment by 50 cache 1000;
create table loan (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  device_id bigint not null,
  pupil_id bigint not null,
  school_id bigint not null,
  category varchar(24) character set ascii collate ascii_bin not null,
  state varchar(20) character set ascii collate ascii_bin not null,
  checked_out_at datetime(6) not null,
  checked_out_by varchar(240) not null,
  checked_out_grade varchar(16) character set ascii collate ascii_bin,
  due_on date,
  -- Set when the pupil left or moved while holding the device.
  to_return_since date,
  returned_at datetime(6),
  recorded_return_at datetime(6),
  returned_school_id bigint,
  returned_by varchar(240),
  returned_grade varchar(16) character set ascii collate ascii_bin,
  returned_place varchar(80),
  closing_reason varchar(24) character set ascii collate ascii_bin,
  version int not null default 0,
  -- One loan at most holds a device; MariaDB has no partial index, so closed loans count as NULL.
  holding_device_id bigint as (case when state <> 'CLOSED' then device_id end) persistent,
  constraint loan_public_id unique (public_id),
  constraint loan_one_per_device unique (holding_device_id),
  key loan_of_device (device_id, id),
  key loan_of_pupil (pupil_id, state, category),
  key loan_of_school (school_id, state, due_on, id),
  key loan_of_authority (authority_id, state, id),
  constraint loan_authority foreign key (authority_id) references local_authority (id),
  constraint loan_device foreign key (device_id) references device (id),
  constraint loan_pupil foreign key (pupil_id) references pupil (id),
  constraint loan_school foreign key (school_id) references school (id),
  constraint loan_state check (state in ('OPEN', 'CLAIMED_RETURNED', 'LOST', 'CLOSED')),
  constraint loan_closed_has_end check ((state = 'CLOSED') = (returned_at is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
alter table device add constraint device_loan foreign key (open_loan_id) references loan (id);

-- Every answer, refusals included, under the id that the station gave to the scan.
create table scan (
  scan_id uuid not null primary key,
  authority_id bigint not null,
  school_id bigint not null,
  account_id bigint not null,
  mode varchar(12) character set ascii collate ascii_bin not null,
  request_hash binary(32) not null,
  outcome varchar(8) character set ascii collate ascii_bin not null,
  answer mediumtext not null,
  device_id bigint,
  loan_id bigint,
  pupil_id bigint,
  -- What an undo puts back (JSON), and the versions that must still stand for it to be possible.
  undo_state text,
  device_version int,
  loan_version int,
  recorded_at datetime(6) not null,
  undone_at datetime(6),
  key scan_of_session (account_id, school_id, recorded_at),
  key scan_of_device (device_id, recorded_at),
  key scan_age (recorded_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
