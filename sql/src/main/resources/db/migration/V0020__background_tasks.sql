-- Long work that somebody asked for: done in the background, leased like a job, seen on a page.
create sequence background_task_seq start with 1 increment by 50 cache 10;
create table background_task (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  -- The one school that it is about; null for the authority.
  school_id bigint,
  kind varchar(40) character set ascii collate ascii_bin not null,
  -- JSON, read by the component that does this kind of work.
  parameters mediumtext not null,
  owner_account_id bigint not null,
  owner_name varchar(240) not null,
  state varchar(8) character set ascii collate ascii_bin not null default 'WAITING',
  done bigint not null default 0,
  total bigint not null default 0,
  -- JSON: what was done, for the page of this kind.
  result mediumtext,
  -- The stored file that it made, by its public id.
  file_id uuid,
  attempts smallint not null default 0,
  holder varchar(120),
  held_until datetime(6),
  created_at datetime(6) not null,
  started_at datetime(6),
  finished_at datetime(6),
  constraint background_task_public_id unique (public_id),
  key background_task_todo (state, held_until, id),
  key background_task_owner (owner_account_id, id),
  key background_task_authority (authority_id, id),
  constraint background_task_authority_fk foreign key (authority_id) references local_authority (id),
  constraint background_task_state check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  constraint background_task_held check ((state = 'RUNNING') = (holder is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
