-- The calls that all servers together may make: from when on the next one is allowed, by the database's clock.
create table call_budget (
  name varchar(40) character set ascii collate ascii_bin not null primary key,
  free_at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
insert into call_budget (name, free_at) values ('API_PARTICULIER', '2026-01-01 00:00:00');
