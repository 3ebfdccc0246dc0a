-- Append-only: the application's account may insert and read, never change.
create sequence journal_entry_seq start with 1 increment by 50 cache 1000;
create table journal_entry (
  id bigint not null primary key,
  authority_id bigint not null,
  school_id bigint,
  happened_at datetime(6) not null,
  -- Null when a job or a feed did it; actor_name then says which.
  actor_account_id bigint,
  actor_name varchar(240) not null,
  action varchar(48) character set ascii collate ascii_bin not null,
  subject_type varchar(24) character set ascii collate ascii_bin not null,
  subject_id bigint,
  pupil_id bigint,
  -- JSON: what changed, before and after.
  detail text,
  request_id varchar(64) character set ascii collate ascii_bin,
  key journal_subject (subject_type, subject_id, id),
  key journal_pupil (pupil_id, id),
  key journal_authority (authority_id, id),
  key journal_school (school_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Chained digests over ranges of the journal, written by a job: a line removed or changed breaks the chain.
create table journal_seal (
  last_entry_id bigint not null primary key,
  entry_count int not null,
  digest binary(32) not null,
  sealed_at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- One row per job: who holds it and until when. Taken with FOR UPDATE SKIP LOCKED.
create table job_lease (
  job_name varchar(64) character set ascii collate ascii_bin not null primary key,
  holder varchar(120),
  held_until datetime(6),
  next_run_at datetime(6)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
create sequence job_run_seq start with 1 increment by 50 cache 10;
create table job_run (
  id bigint not null primary key,
  job_name varchar(64) character set ascii collate ascii_bin not null,
  started_at datetime(6) not null,
  finished_at datetime(6),
  state varchar(12) character set ascii collate ascii_bin not null,
  message varchar(1000),
  key job_run_recent (job_name, started_at),
  constraint job_run_state check (state in ('RUNNING', 'DONE', 'FAILED'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
