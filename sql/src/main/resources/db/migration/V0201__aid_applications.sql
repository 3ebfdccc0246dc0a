-- A family's application for one child. The figures that rules and lists read stand in columns; every
-- answer of the form stands in the JSON of the version it was given to.
create sequence aid_application_seq start with 1 increment by 50 cache 100;
create sequence aid_application_number start with 1 increment by 1 cache 100;
create table aid_application (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  campaign_id bigint not null,
  -- What people quote; from a sequence, given when it is submitted.
  number bigint,
  -- Empty until a school or an officer confirmed who the child is.
  pupil_id bigint,
  child_family_name varchar(120) not null,
  child_given_name varchar(120) not null,
  child_birth_date date,
  -- Plain name and birth date: how one child that no feed knows is told from another.
  child_key varchar(300) character set ascii collate ascii_bin not null,
  school_id bigint,
  state varchar(12) character set ascii collate ascii_bin not null,
  archived_from varchar(12) character set ascii collate ascii_bin,
  origin varchar(8) character set ascii collate ascii_bin not null,
  applicant_account_id bigint,
  applicant_guardian_id bigint,
  applicant_name varchar(240) not null,
  applicant_email varchar(254),
  -- What the family is typing: never seen by an officer before it is submitted.
  draft longtext,
  draft_form_version int,
  -- Grows with each saved page: what an old page sends never overwrites newer answers.
  draft_revision int not null default 0,
  draft_page varchar(40) character set ascii collate ascii_bin,
  draft_saved_at datetime(6),
  submitted longtext,
  submitted_form_version int,
  submitted_at datetime(6),
  -- When everything that was asked for had arrived: what the effect of late filing counts from.
  complete_at datetime(6),
  first_term tinyint,
  family_quotient decimal(10,2),
  reference_tax_income decimal(12,2),
  tax_shares decimal(6,2),
  dependent_children smallint,
  boarding_status varchar(24) character set ascii collate ascii_bin,
  meals_a_week tinyint,
  residence_postal_code varchar(12),
  first_in_review_at datetime(6),
  assigned_account_id bigint,
  assigned_name varchar(240),
  previous_id bigint,
  hidden_by_family boolean not null default false,
  created_at datetime(6) not null,
  changed_at datetime(6) not null,
  changed_by varchar(240) not null,
  version int not null default 0,
  -- One live application per child and campaign; MariaDB has no partial index.
  live_pupil_id bigint as (case when state not in ('WITHDRAWN', 'CLOSED')
    and coalesce(archived_from, '') not in ('WITHDRAWN', 'CLOSED') then pupil_id end) persistent,
  live_child_key varchar(300) character set ascii collate ascii_bin as (case when pupil_id is null
    and state not in ('WITHDRAWN', 'CLOSED')
    and coalesce(archived_from, '') not in ('WITHDRAWN', 'CLOSED') then child_key end) persistent,
  constraint aid_application_public_id unique (public_id),
  constraint aid_application_number unique (number),
  constraint aid_application_one_per_pupil unique (campaign_id, live_pupil_id),
  constraint aid_application_one_per_child unique (campaign_id, live_child_key),
  key aid_application_work (campaign_id, state, submitted_at, id),
  key aid_application_assigned (campaign_id, assigned_account_id, state, submitted_at, id),
  key aid_application_of_school (school_id, campaign_id, state, id),
  key aid_application_of_pupil (pupil_id, campaign_id),
  key aid_application_of_account (applicant_account_id, campaign_id),
  key aid_application_of_guardian (applicant_guardian_id, campaign_id),
  constraint aid_application_authority foreign key (authority_id) references local_authority (id),
  constraint aid_application_campaign foreign key (campaign_id) references aid_campaign (id),
  constraint aid_application_pupil foreign key (pupil_id) references pupil (id),
  constraint aid_application_school foreign key (school_id) references school (id),
  constraint aid_application_previous foreign key (previous_id) references aid_application (id) on delete set null,
  constraint aid_application_state check (state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'TO_COMPLETE', 'GRANTED',
    'REFUSED', 'CLOSED', 'WITHDRAWN', 'ARCHIVED')),
  constraint aid_application_archived check ((state = 'ARCHIVED') = (archived_from is not null)),
  constraint aid_application_origin check (origin in ('FAMILY', 'AGENT')),
  constraint aid_application_submitted check (state in ('DRAFT', 'WITHDRAWN', 'ARCHIVED')
    or (submitted_at is not null and number is not null)),
  constraint aid_application_draft check (draft is null or json_valid(draft)),
  constraint aid_application_answers check (submitted is null or json_valid(submitted)),
  constraint aid_application_term check (first_term between 1 and 3)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Who takes part: who applied, a parent of the same household who shares, or a separated parent who adds
-- their own part and sees nothing of the rest.
create sequence aid_contributor_seq start with 1 increment by 50 cache 10;
create table aid_contributor (
  id bigint not null primary key,
  application_id bigint not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  account_id bigint,
  guardian_id bigint,
  name varchar(240) not null,
  -- What a separated parent answered; the applicant's answers stand in the application.
  answers longtext,
  submitted_at datetime(6),
  created_at datetime(6) not null,
  constraint aid_contributor_guardian unique (application_id, guardian_id),
  constraint aid_contributor_account unique (application_id, account_id),
  key aid_contributor_of_account (account_id),
  key aid_contributor_of_guardian (guardian_id),
  constraint aid_contributor_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint aid_contributor_kind check (kind in ('APPLICANT', 'TOGETHER', 'SEPARATED')),
  constraint aid_contributor_answers check (answers is null or json_valid(answers))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What happened to an application, in order: one row for each change, none where nothing changed.
create sequence aid_event_seq start with 1 increment by 50 cache 100;
create table aid_event (
  id bigint not null primary key,
  application_id bigint not null,
  event varchar(32) character set ascii collate ascii_bin not null,
  from_state varchar(12) character set ascii collate ascii_bin not null,
  to_state varchar(12) character set ascii collate ascii_bin not null,
  actor varchar(8) character set ascii collate ascii_bin not null,
  account_id bigint,
  name varchar(240) not null,
  detail varchar(2000),
  happened_at datetime(6) not null,
  key aid_event_of_application (application_id, id),
  constraint aid_event_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint aid_event_actor check (actor in ('FAMILY', 'SCHOOL', 'OFFICER', 'SYSTEM')),
  constraint aid_event_detail check (detail is null or json_valid(detail))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
