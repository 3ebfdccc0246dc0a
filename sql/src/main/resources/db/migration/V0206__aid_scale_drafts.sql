-- The next version of a campaign's scale while somebody writes it: as it was typed, readable or not.
create table aid_scale_draft (
  campaign_id bigint not null primary key,
  authority_id bigint not null,
  kind varchar(20) character set ascii collate ascii_bin not null,
  unit varchar(12) character set ascii collate ascii_bin not null,
  bound_style varchar(16) character set ascii collate ascii_bin not null,
  monthly boolean not null,
  starts_on date,
  brackets longtext not null,
  changed_at datetime(6) not null,
  changed_by varchar(240) not null,
  version int not null default 0,
  constraint aid_scale_draft_authority foreign key (authority_id) references local_authority (id),
  constraint aid_scale_draft_campaign foreign key (campaign_id) references aid_campaign (id) on delete cascade,
  constraint aid_scale_draft_brackets check (json_valid(brackets))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
