-- Each import of a trusted list or of a certificate makes a new version of the trust, in the one row of this table.
-- Notices that were judged by an older one are judged again afterwards, some at a time: whoever is stopped in between,
-- what is left can be told from the rows. The counts say what that changed.
create table tax_notice_trust (
  id tinyint not null primary key,
  version int not null,
  -- Notices that became authentic, and those that no longer are.
  verified int not null default 0,
  unverified int not null default 0,
  constraint tax_notice_trust_one check (id = 1)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
alter table aid_tax_notice
  add column trust_version int not null default 0,
  add key aid_tax_notice_trust (trust_version);
