-- A year of meal aid: its dates, its terms, and what it asks. Dates are days in the authority's time zone;
-- the last day counts whole, until the midnight that follows it.
create sequence aid_campaign_seq start with 1 increment by 50 cache 10;
create table aid_campaign (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  name varchar(120) not null,
  -- The year in which the school year begins.
  school_year smallint not null,
  opens_on date not null,
  -- Last day on which a whole application has its effect for the whole year.
  full_effect_until date not null,
  closes_on date not null,
  -- Income year that tax notices must be of: a fact of the campaign, as the usual switch falls inside the rush.
  income_year smallint not null,
  form_version int not null default 1,
  -- What becomes of who gives no income: refused, or the bracket of the highest incomes.
  without_income varchar(16) character set ascii collate ascii_bin not null default 'REFUSED',
  -- Whether a parent who lives with the applicant may submit too.
  co_parent_submits boolean not null default false,
  automatic_decision boolean not null default false,
  -- Whether the mail says nothing of the decision, which is read in the portal.
  read_receipt boolean not null default false,
  correction_days smallint not null default 21,
  appeal_days smallint not null default 60,
  copied_from_id bigint,
  -- Nobody but those who run campaigns sees one before.
  published_at datetime(6),
  published_by varchar(240),
  version int not null default 0,
  constraint aid_campaign_public_id unique (public_id),
  constraint aid_campaign_name unique (authority_id, school_year, name),
  constraint aid_campaign_authority foreign key (authority_id) references local_authority (id),
  constraint aid_campaign_copied_from foreign key (copied_from_id) references aid_campaign (id) on delete set null,
  constraint aid_campaign_dates check (opens_on <= full_effect_until and full_effect_until <= closes_on),
  constraint aid_campaign_without_income check (without_income in ('REFUSED', 'HIGHEST_BRACKET')),
  constraint aid_campaign_published check ((published_at is null) = (published_by is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- The three terms, which are not of one length.
create table aid_term (
  campaign_id bigint not null,
  number tinyint not null,
  starts_on date not null,
  ends_on date not null,
  -- Days on which the canteen serves a meal, for who eats there every day.
  meal_days smallint not null,
  primary key (campaign_id, number),
  constraint aid_term_campaign foreign key (campaign_id) references aid_campaign (id) on delete cascade,
  constraint aid_term_number check (number between 1 and 3),
  constraint aid_term_dates check (starts_on <= ends_on),
  constraint aid_term_days check (meal_days between 0 and 200)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Who files after the full effect gets the aid from a later term on.
create table aid_late_period (
  campaign_id bigint not null,
  ends_on date not null,
  first_term tinyint not null,
  primary key (campaign_id, ends_on),
  constraint aid_late_period_campaign foreign key (campaign_id) references aid_campaign (id) on delete cascade,
  constraint aid_late_period_term check (first_term between 1 and 3)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- The rules of eligibility that a campaign uses, by their code, with their numbers.
create table aid_rule (
  campaign_id bigint not null,
  code varchar(40) character set ascii collate ascii_bin not null,
  active boolean not null,
  overridable boolean not null default false,
  parameters varchar(2000) not null default '{}',
  primary key (campaign_id, code),
  constraint aid_rule_campaign foreign key (campaign_id) references aid_campaign (id) on delete cascade,
  constraint aid_rule_parameters check (json_valid(parameters))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- The documents asked for in a situation of the family.
create table aid_document_demand (
  campaign_id bigint not null,
  situation varchar(40) character set ascii collate ascii_bin not null,
  kind varchar(40) character set ascii collate ascii_bin not null,
  mandatory boolean not null,
  primary key (campaign_id, situation, kind),
  constraint aid_document_demand_campaign foreign key (campaign_id) references aid_campaign (id) on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
