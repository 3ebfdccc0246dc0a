-- What a school takes off families' invoices for a term, or corrects of what it was told before. Each
-- computing makes a draft; the one before is superseded, kept for some days, then cleared.
create sequence aid_statement_seq start with 1 increment by 50 cache 10;
create table aid_statement (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  campaign_id bigint not null,
  school_id bigint not null,
  -- As they were then: a final statement says the same for ever.
  school_name varchar(160) not null,
  school_uai varchar(8) character set ascii collate ascii_bin not null,
  term tinyint not null,
  kind varchar(10) character set ascii collate ascii_bin not null,
  state varchar(8) character set ascii collate ascii_bin not null,
  -- Given when it is final; without a gap for each authority and year.
  number varchar(24) character set ascii collate ascii_bin,
  total decimal(12,2) not null,
  -- What an earlier statement could not recover, taken off here.
  carried_in decimal(12,2) not null default 0,
  -- What this one could not recover without falling below zero.
  carried_out decimal(12,2) not null default 0,
  line_count int not null,
  pupil_count int not null,
  error_count int not null,
  computed_at datetime(6) not null,
  computed_by varchar(240) not null,
  checked_at datetime(6),
  checked_by varchar(240),
  final_at datetime(6),
  final_by varchar(240),
  superseded_at datetime(6),
  version int not null default 0,
  -- One live regular statement for a school and term, and one correction in the making. MariaDB has no
  -- partial index.
  live_regular_school_id bigint as (case when kind = 'REGULAR' and superseded_at is null
    then school_id end) persistent,
  open_correction_school_id bigint as (case when kind = 'CORRECTION' and superseded_at is null
    and state <> 'FINAL' then school_id end) persistent,
  constraint aid_statement_public_id unique (public_id),
  constraint aid_statement_number unique (authority_id, number),
  constraint aid_statement_one_regular unique (campaign_id, term, live_regular_school_id),
  constraint aid_statement_one_correction unique (campaign_id, term, open_correction_school_id),
  key aid_statement_of_school (school_id, state, final_at, id),
  key aid_statement_old (superseded_at, id),
  constraint aid_statement_authority foreign key (authority_id) references local_authority (id),
  constraint aid_statement_campaign foreign key (campaign_id) references aid_campaign (id),
  constraint aid_statement_school foreign key (school_id) references school (id),
  constraint aid_statement_term check (term between 1 and 3),
  constraint aid_statement_kind check (kind in ('REGULAR', 'CORRECTION')),
  constraint aid_statement_state check (state in ('DRAFT', 'CHECKED', 'FINAL')),
  constraint aid_statement_never_negative check (total >= 0 and carried_in >= 0 and carried_out >= 0),
  constraint aid_statement_checked check ((state = 'DRAFT') = (checked_at is null)),
  constraint aid_statement_final check ((state = 'FINAL') = (number is not null)
    and (state = 'FINAL') = (final_at is not null)),
  constraint aid_statement_final_stays check (state <> 'FINAL' or superseded_at is null)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- A line says what it is about by itself: applications and pupils may be purged, statements may not change.
create sequence aid_statement_line_seq start with 1 increment by 50 cache 100;
create table aid_statement_line (
  id bigint not null primary key,
  public_id uuid not null,
  statement_id bigint not null,
  position int not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  -- The term that it pays for, which for arrears and corrections is an earlier one.
  term tinyint not null,
  application_id bigint,
  application_number bigint,
  pupil_id bigint,
  ine varchar(16) collate utf8mb4_bin,
  family_name varchar(120) not null,
  given_name varchar(120) not null,
  class_name varchar(64),
  boarding_status varchar(24) character set ascii collate ascii_bin,
  meals_a_week tinyint,
  unit varchar(12) character set ascii collate ascii_bin,
  unit_amount decimal(10,2),
  rate decimal(5,2),
  first_day date,
  last_day date,
  days smallint,
  term_days smallint,
  amount decimal(10,2) not null,
  remark varchar(12) character set ascii collate ascii_bin,
  problem varchar(16) character set ascii collate ascii_bin,
  -- The statement that an amount carried over comes from.
  source_id bigint,
  constraint aid_statement_line_public_id unique (public_id),
  key aid_statement_line_of (statement_id, position),
  key aid_statement_line_application (application_id, statement_id),
  key aid_statement_line_source (source_id),
  constraint aid_statement_line_statement foreign key (statement_id) references aid_statement (id),
  constraint aid_statement_line_source_fk foreign key (source_id) references aid_statement (id),
  constraint aid_statement_line_kind check (kind in ('DUE', 'ARREARS', 'CANCELLED', 'REPLACED', 'RECOVERY',
    'CARRIED_IN', 'CARRIED_OUT')),
  constraint aid_statement_line_term check (term between 1 and 3),
  -- Nothing is paid for a line in error.
  constraint aid_statement_line_error check (problem is null or amount = 0)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
