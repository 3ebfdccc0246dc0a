-- What desks did without network, and how it was replayed. Operations are planned together: a replay
-- takes all that wait for a school and fixes their order.
create sequence offline_replay_seq start with 1 increment by 1 cache 10;
create table offline_replay (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  planned_at datetime(6) not null,
  -- Empty when it began by itself.
  planned_by varchar(240) not null,
  ended_at datetime(6),
  constraint offline_replay_public_id unique (public_id),
  key offline_replay_of_school (school_id, id),
  constraint offline_replay_school foreign key (school_id) references school (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

create table offline_operation (
  scan_id uuid not null primary key,
  authority_id bigint not null,
  school_id bigint not null,
  account_id bigint not null,
  agent_name varchar(240) not null,
  desk_id uuid not null,
  -- Place in the desk's own order.
  n int not null,
  mode varchar(12) character set ascii collate ascii_bin not null,
  registration boolean not null,
  code mediumtext not null,
  -- The code in normal form; what is skipped takes the later ones of the same device or code along.
  normal_code varchar(80) collate utf8mb4_bin not null,
  pupil_id uuid,
  pupil_code varchar(190) collate utf8mb4_bin,
  returned_at datetime(6),
  grade varchar(16) character set ascii collate ascii_bin,
  place varchar(80),
  choice varchar(80) character set ascii collate ascii_bin,
  reason varchar(400),
  due_on date,
  scanned_at datetime(6) not null,
  -- scanned_at by the server's clock.
  corrected_at datetime(6) not null,
  received_at datetime(6) not null,
  state varchar(8) character set ascii collate ascii_bin not null,
  replay_id bigint,
  position int,
  played_at datetime(6),
  device_id bigint,
  outcome varchar(24) character set ascii collate ascii_bin,
  -- What changed the device later than the operation that was skipped.
  changed_at datetime(6),
  changed_by varchar(240),
  constraint offline_operation_replay foreign key (replay_id) references offline_replay (id),
  constraint offline_operation_school foreign key (school_id) references school (id),
  constraint offline_operation_state check (state in ('WAITING', 'PLANNED', 'APPLIED', 'REFUSED', 'SKIPPED')),
  constraint offline_operation_planned check ((state = 'WAITING') = (replay_id is null)),
  key offline_operation_waiting (school_id, state, corrected_at),
  key offline_operation_order (replay_id, position),
  key offline_operation_of_agent (account_id, school_id, corrected_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
