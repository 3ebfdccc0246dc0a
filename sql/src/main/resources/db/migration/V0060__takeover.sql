-- Devices and running loans from somebody's spreadsheet: read, shown, then applied batch by batch.
create table takeover (
  id bigint not null auto_increment primary key,
  public_id uuid not null,
  authority_id bigint not null,
  account_id bigint not null,
  file_id uuid not null,
  file_name varchar(200) not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  -- JSON: which column of the file holds what.
  columns_used text not null,
  -- What is wrong with the file as a whole, and after which line.
  problem varchar(40) character set ascii collate ascii_bin,
  problem_line int,
  task_id uuid,
  created_at datetime(6) not null,
  constraint takeover_public_id unique (public_id),
  key takeover_of_account (account_id, id),
  constraint takeover_authority foreign key (authority_id) references local_authority (id),
  constraint takeover_state check (state in ('RECEIVED', 'CHECKING', 'CHECKED', 'APPLYING', 'DONE', 'REFUSED'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Every row of the file, and what became of it.
create table takeover_row (
  takeover_id bigint not null,
  line int not null,
  outcome varchar(12) character set ascii collate ascii_bin not null,
  reason varchar(32) character set ascii collate ascii_bin,
  -- What somebody wrote who recorded the device without a loan.
  note varchar(400),
  tag varchar(64) collate utf8mb4_bin not null,
  -- JSON: the row as it was read.
  content text not null,
  school_id bigint,
  pupil_id bigint,
  primary key (takeover_id, line),
  key takeover_row_outcome (takeover_id, outcome, line),
  constraint takeover_row_takeover foreign key (takeover_id) references takeover (id),
  constraint takeover_row_outcome_known check (outcome in ('NEW', 'KNOWN', 'REFUSED', 'UNSETTLED', 'CREATED', 'IGNORED'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
