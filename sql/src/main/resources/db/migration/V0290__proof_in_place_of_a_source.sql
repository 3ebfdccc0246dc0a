-- Figures that an official source could not tell of a family, or was not allowed to: the family is asked for the
-- document that proves them, once for each figure. No foreign key: the row is written with the source's answer, which
-- must not wait for whoever holds the application.
create table aid_proof_wanted (
  application_id bigint not null,
  -- What the source was to be asked.
  kind varchar(16) character set ascii collate ascii_bin not null,
  wanted_at datetime(6) not null,
  -- When it was settled whether the family is asked.
  settled_at datetime(6),
  asked boolean not null default false,
  open_since datetime(6) as (case when settled_at is null then wanted_at end) persistent,
  primary key (application_id, kind),
  key aid_proof_wanted_open (open_since),
  constraint aid_proof_wanted_kind check (kind in ('FAMILY_QUOTIENT', 'SCHOLARSHIP')),
  constraint aid_proof_wanted_asked check (not asked or settled_at is not null)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
