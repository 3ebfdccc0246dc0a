-- Figures of a household that the authority established itself, read on a document or seen at the desk: they count
-- before official sources and before what the family typed. A row never changes; another one takes its place, or it is
-- taken back.
create sequence aid_established_seq start with 1 increment by 50 cache 10;
create table aid_established (
  id bigint not null primary key,
  application_id bigint not null,
  figure varchar(16) character set ascii collate ascii_bin not null,
  value decimal(12,2) not null,
  -- Of a family quotient: the first day of the month that it is for.
  month date,
  -- What it was read on; what was shown at the desk leaves none. The kind stays when the document goes.
  document_id bigint,
  document_kind varchar(40) character set ascii collate ascii_bin,
  note varchar(400) not null,
  established_at datetime(6) not null,
  established_account bigint not null,
  established_by varchar(240) not null,
  ended_at datetime(6),
  ended_by varchar(240),
  standing_application_id bigint as (case when ended_at is null then application_id end) persistent,
  constraint aid_established_one_stands unique (standing_application_id, figure),
  key aid_established_of_application (application_id, id),
  constraint aid_established_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint aid_established_document foreign key (document_id) references aid_document (id) on delete set null,
  constraint aid_established_figure check (figure in ('FAMILY_QUOTIENT', 'TAX_INCOME', 'TAX_SHARES', 'CHILDREN', 'CHILD_RANK')),
  constraint aid_established_value check (value >= 0),
  constraint aid_established_month check ((figure = 'FAMILY_QUOTIENT') = (month is not null)),
  constraint aid_established_ended check ((ended_at is null) = (ended_by is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
