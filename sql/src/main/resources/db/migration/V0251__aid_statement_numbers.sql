-- The last number of an authority's year. Whoever computes or closes a statement holds the row, so that
-- numbers have no gap and no statement is computed while another of the authority becomes final.
create table aid_statement_counter (
  authority_id bigint not null,
  year smallint not null,
  last_number int not null default 0,
  primary key (authority_id, year),
  constraint aid_statement_counter_authority foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What a final statement said, in a table that the application may only add to: its lines are compared with
-- it whenever it is taken away.
create table aid_statement_seal (
  statement_id bigint not null primary key,
  authority_id bigint not null,
  year smallint not null,
  number int not null,
  line_count int not null,
  total decimal(12,2) not null,
  digest binary(32) not null,
  sealed_at datetime(6) not null,
  constraint aid_statement_seal_number unique (authority_id, year, number),
  constraint aid_statement_seal_statement foreign key (statement_id) references aid_statement (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
