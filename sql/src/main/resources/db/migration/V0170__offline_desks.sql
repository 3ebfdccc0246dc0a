-- A desk that was given a list to go on with without network. While it is not heard of, what the
-- other desks of the school bring back waits for it.
create table offline_desk (
  school_id bigint not null,
  -- Given by the browser, one for each agent and school on it.
  desk_id uuid not null,
  account_id bigint not null,
  agent_name varchar(240) not null,
  list_at datetime(6) not null,
  expires_at datetime(6) not null,
  heard_at datetime(6) not null,
  primary key (school_id, desk_id),
  key offline_desk_age (expires_at),
  constraint offline_desk_school foreign key (school_id) references school (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
