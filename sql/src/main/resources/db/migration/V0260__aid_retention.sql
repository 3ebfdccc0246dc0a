-- How long an authority keeps what families of meal aid entrust to it; without a row the defaults hold.
create table aid_retention (
  authority_id bigint not null primary key,
  -- Months after the campaign closed; a draft that was never sent is nobody's file.
  draft_months smallint not null,
  -- Months after the last change of a decided application.
  document_months smallint not null,
  -- Years after the campaign closed.
  application_years smallint not null,
  -- Days between the notice to the family and the end.
  notice_days smallint not null,
  version int not null default 0,
  constraint aid_retention_authority foreign key (authority_id) references local_authority (id),
  constraint aid_retention_drafts check (draft_months between 1 and 24),
  constraint aid_retention_documents check (document_months between 3 and 60),
  constraint aid_retention_applications check (application_years between 2 and 10),
  constraint aid_retention_notice check (notice_days between 15 and 90)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- An application is told of its end before, and forgets the family then: what is counted stays.
alter table aid_application
  add column purge_on date,
  add column forgotten_at datetime(6),
  add key aid_application_to_purge (authority_id, purge_on, id);

-- What was purged, or could not be, without a name: it has to outlive what it speaks of, so that no
-- foreign key leads to an application.
create sequence aid_purge_seq start with 1 increment by 50 cache 100;
create table aid_purge (
  id bigint not null primary key,
  authority_id bigint not null,
  campaign_id bigint not null,
  application uuid not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  -- The rule as it stood then, such as "5 years".
  rule varchar(40) character set ascii collate ascii_bin not null,
  documents int not null default 0,
  done boolean not null,
  -- Why it could not be: the class of the error, never its message, which may name somebody.
  failure varchar(120) character set ascii collate ascii_bin,
  purged_at datetime(6) not null,
  key aid_purge_of_authority (authority_id, id),
  key aid_purge_of_application (application, id),
  constraint aid_purge_authority foreign key (authority_id) references local_authority (id),
  constraint aid_purge_campaign foreign key (campaign_id) references aid_campaign (id),
  constraint aid_purge_kind check (kind in ('DRAFT', 'DOCUMENTS', 'APPLICATION')),
  constraint aid_purge_failure check (done = (failure is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
