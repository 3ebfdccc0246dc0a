-- An inventory by scan: what must be there is written down when it opens, each sighting as it comes.
create sequence stock_count_seq start with 1 increment by 50 cache 10;
create table stock_count (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  name varchar(120) not null,
  -- What it is limited to, if it is: a storage place, a model.
  storage varchar(80),
  model_id bigint,
  -- Whether a return at a desk of the school counts as a sighting.
  counts_returns boolean not null default false,
  opened_at datetime(6) not null,
  opened_by varchar(240) not null,
  closed_at datetime(6),
  closed_by varchar(240),
  version int not null default 0,
  constraint stock_count_public_id unique (public_id),
  key stock_count_of_school (school_id, id),
  key stock_count_of_authority (authority_id, closed_at, id),
  constraint stock_count_authority foreign key (authority_id) references local_authority (id),
  constraint stock_count_school foreign key (school_id) references school (id),
  constraint stock_count_model foreign key (model_id) references device_model (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Who may scan for it. An agent says when all is sent; a later scan takes that back.
create table stock_count_agent (
  count_id bigint not null,
  account_id bigint not null,
  name varchar(240) not null,
  finished_at datetime(6),
  primary key (count_id, account_id),
  constraint stock_count_agent_count foreign key (count_id) references stock_count (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- The devices that must be there (expected, decided when the count opened), and those that turned up.
create table stock_count_device (
  count_id bigint not null,
  device_id bigint not null,
  expected boolean not null,
  -- Null until it is seen; MISSING and MOVED are decided at closing.
  finding varchar(16) character set ascii collate ascii_bin,
  found_at datetime(6),
  found_by varchar(240),
  primary key (count_id, device_id),
  key stock_count_finding (count_id, finding),
  constraint stock_count_device_count foreign key (count_id) references stock_count (id),
  constraint stock_count_device_device foreign key (device_id) references device (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Every scan with its answer, refusals included: the same id again gets the same answer.
create table stock_count_scan (
  scan_id uuid not null primary key,
  count_id bigint not null,
  account_id bigint not null,
  code varchar(80) not null,
  device_id bigint,
  finding varchar(16) character set ascii collate ascii_bin not null,
  request_digest char(64) character set ascii collate ascii_bin not null,
  answer text not null,
  -- The station's clock, and ours.
  scanned_at datetime(6) not null,
  recorded_at datetime(6) not null,
  key stock_count_scan_finding (count_id, finding, recorded_at),
  key stock_count_scan_agent (count_id, account_id),
  constraint stock_count_scan_count foreign key (count_id) references stock_count (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
