-- Many applications that are moved in one go, in units that each commit.
create sequence aid_batch_seq start with 1 increment by 50 cache 10;
create table aid_batch (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  campaign_id bigint not null,
  action varchar(12) character set ascii collate ascii_bin not null,
  reason varchar(4000),
  owner_account bigint not null,
  owner_name varchar(240) not null,
  created_at datetime(6) not null,
  state varchar(8) character set ascii collate ascii_bin not null default 'RUNNING',
  finished_at datetime(6),
  left_out int not null default 0,
  constraint aid_batch_public_id unique (public_id),
  key aid_batch_of_authority (authority_id, id),
  key aid_batch_running (state, created_at),
  constraint aid_batch_campaign foreign key (campaign_id) references aid_campaign (id),
  constraint aid_batch_action check (action in ('TAKE', 'GRANT', 'REFUSE', 'CLOSE', 'ARCHIVE')),
  constraint aid_batch_state check (state in ('RUNNING', 'STOPPED', 'DONE')),
  constraint aid_batch_finished check ((state = 'RUNNING') = (finished_at is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- One application of it. While it waits nobody else may move it, and no other batch may hold it.
create table aid_batch_item (
  batch_id bigint not null,
  application_id bigint not null,
  -- What whoever made the batch saw: a later version is skipped.
  version int not null,
  state varchar(8) character set ascii collate ascii_bin not null default 'WAITING',
  reason varchar(400),
  done_at datetime(6),
  waiting_application_id bigint as (case when state = 'WAITING' then application_id end) persistent,
  primary key (batch_id, application_id),
  constraint aid_batch_item_one unique (waiting_application_id),
  key aid_batch_item_state (batch_id, state, application_id),
  constraint aid_batch_item_batch foreign key (batch_id) references aid_batch (id) on delete cascade,
  constraint aid_batch_item_application foreign key (application_id) references aid_application (id)
    on delete cascade,
  constraint aid_batch_item_state_check check (state in ('WAITING', 'DONE', 'SKIPPED', 'FAILED'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What was looked at to decide it by itself: again only once it changed.
create table aid_automatic_look (
  application_id bigint not null primary key,
  version int not null,
  looked_at datetime(6) not null,
  constraint aid_automatic_look_application foreign key (application_id) references aid_application (id)
    on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
