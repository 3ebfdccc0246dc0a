-- What a campaign asks in each version of its form. A version never changes: what was submitted on it can
-- be read for ever as it was asked.
create table aid_form_version (
  campaign_id bigint not null,
  version int not null,
  income varchar(8) character set ascii collate ascii_bin not null,
  -- Names of the extra questions, separated by blanks.
  extras varchar(200) character set ascii collate ascii_bin not null default '',
  created_at datetime(6) not null,
  created_by varchar(240) not null,
  primary key (campaign_id, version),
  constraint aid_form_version_campaign foreign key (campaign_id) references aid_campaign (id) on delete cascade,
  constraint aid_form_version_income check (income in ('QUOTIENT', 'TAX', 'BOTH'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
