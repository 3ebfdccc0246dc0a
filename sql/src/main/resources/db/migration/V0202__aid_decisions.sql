-- A decision with what it was computed from, so that it can be computed again to the cent for ever. A
-- reopened application keeps its earlier decisions, of which none stands any more.
create sequence aid_decision_seq start with 1 increment by 50 cache 100;
create table aid_decision (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  campaign_id bigint not null,
  application_id bigint not null,
  number int not null,
  outcome varchar(8) character set ascii collate ascii_bin not null,
  -- The version of the scale that decided; refusals before any scale have none.
  scale_id bigint,
  inputs longtext not null,
  rate decimal(5,2),
  amount decimal(10,2),
  unit varchar(12) character set ascii collate ascii_bin,
  effective_on date,
  reason_codes varchar(400) character set ascii collate ascii_bin,
  reason varchar(4000),
  automatic boolean not null default false,
  decided_at datetime(6) not null,
  decided_by_account bigint,
  decided_by varchar(240) not null,
  superseded_at datetime(6),
  standing_application_id bigint as (case when superseded_at is null then application_id end) persistent,
  constraint aid_decision_public_id unique (public_id),
  constraint aid_decision_number unique (application_id, number),
  constraint aid_decision_one_stands unique (standing_application_id),
  key aid_decision_of_campaign (campaign_id, outcome, decided_at, id),
  constraint aid_decision_authority foreign key (authority_id) references local_authority (id),
  constraint aid_decision_campaign foreign key (campaign_id) references aid_campaign (id),
  constraint aid_decision_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint aid_decision_outcome check (outcome in ('GRANTED', 'REFUSED', 'CLOSED')),
  constraint aid_decision_inputs check (json_valid(inputs)),
  constraint aid_decision_unit check (unit in ('PER_MEAL', 'PER_TERM', 'PER_YEAR', 'RATE')),
  constraint aid_decision_reason check (outcome <> 'REFUSED' or reason is not null)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What a granted application gives in each term.
create table aid_decision_term (
  decision_id bigint not null,
  term tinyint not null,
  rate decimal(5,2),
  amount decimal(10,2) not null,
  primary key (decision_id, term),
  constraint aid_decision_term_decision foreign key (decision_id) references aid_decision (id) on delete cascade,
  constraint aid_decision_term_number check (term between 1 and 3),
  constraint aid_decision_term_amount check (amount >= 0)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
