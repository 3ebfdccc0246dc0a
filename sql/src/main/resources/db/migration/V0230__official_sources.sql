-- How an authority may ask official sources (API Particulier): who it is, its token, what it asks.
create table source_access (
  authority_id bigint not null primary key,
  active boolean not null default false,
  -- SIRET of the authority, which every call names.
  recipient char(14) character set ascii collate ascii_bin,
  -- The token is encrypted with a master key that is not in the database.
  token_sealed varbinary(8000),
  token_ends_at datetime(6),
  token_set_at datetime(6),
  token_set_by varchar(240),
  -- The source refused the token: nothing is asked until a person did something.
  refused_at datetime(6),
  refused_code varchar(40) character set ascii collate ascii_bin,
  ask_quotient boolean not null default true,
  ask_scholarship boolean not null default true,
  -- Which version of the pupils' service is asked: 5 tells the régime too.
  schooling_version tinyint not null default 3,
  -- Whether each value is asked for with a proof that others can check.
  with_proof boolean not null default false,
  version int not null default 0,
  constraint source_access_authority foreign key (authority_id) references local_authority (id),
  constraint source_access_ready check (not active or (recipient is not null and token_sealed is not null)),
  constraint source_access_schooling check (schooling_version between 3 and 5)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
