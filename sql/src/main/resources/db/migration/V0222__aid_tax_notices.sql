-- What the code of a tax notice says (2D-Doc), one row for each document that was read.
create sequence aid_tax_notice_seq start with 1 increment by 50 cache 100;
create table aid_tax_notice (
  id bigint not null primary key,
  document_id bigint not null,
  campaign_id bigint not null,
  outcome varchar(24) character set ascii collate ascii_bin not null,
  -- The code as it was read, so that a certificate which arrives later can still verify it.
  code varchar(4000) character set latin1 collate latin1_bin,
  document_type char(2) character set ascii collate ascii_bin,
  signed_by varchar(9) character set ascii collate ascii_bin,
  reference_income decimal(14,2),
  shares decimal(6,2),
  income_year smallint,
  reference varchar(13),
  declarants varchar(200),
  recovery_on date,
  address varchar(400),
  -- SHA-256 of tax number and reference: how two families are seen to use the same notice.
  use_key binary(32),
  read_at datetime(6) not null,
  constraint aid_tax_notice_document unique (document_id),
  key aid_tax_notice_use (campaign_id, use_key),
  key aid_tax_notice_signer (signed_by, outcome),
  constraint aid_tax_notice_document_fk foreign key (document_id) references aid_document (id) on delete cascade,
  constraint aid_tax_notice_campaign foreign key (campaign_id) references aid_campaign (id),
  constraint aid_tax_notice_outcome check (outcome in ('NO_CODE', 'UNREADABLE', 'NOT_A_NOTICE', 'AUTHENTIC',
    'WRONG_SIGNATURE', 'UNKNOWN_CERTIFICATE'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
