-- How many documents an officer opened lately: whoever opens unusually many is stopped. One row a person, no
-- history: that is the journal's.
create table aid_download (
  account_id bigint not null primary key,
  minute_began datetime(6) not null,
  in_minute int not null,
  day date not null,
  in_day int not null,
  -- Whether the journal knows of this stop: it is told once.
  told boolean not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
