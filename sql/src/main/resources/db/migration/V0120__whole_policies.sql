-- A policy becomes a version that people name, edit and keep: one for each school year, or more.
alter table lending_policy
  add column public_id uuid not null default uuid() after id,
  add column name varchar(120) not null default 'Règlement de prêt' after authority_id,
  -- Who gets a device: beginnings of MEF codes, separated by commas; empty: every pupil.
  add column eligible_mef varchar(400) character set ascii collate ascii_bin not null default '',
  -- At the end of schooling the device is given (to leavers of given_mef; empty: of any level) or comes back.
  add column given_at_end boolean not null default false,
  add column given_mef varchar(400) character set ascii collate ascii_bin not null default '',
  -- Days after its due date when a loan that nobody returned is presumed lost; null: never.
  add column presumed_lost_days smallint,
  -- Months after which a closed loan no longer names its pupil.
  add column personal_data_months smallint not null default 24,
  add column version int not null default 0,
  add constraint lending_policy_public_id unique (public_id),
  add constraint lending_policy_presumed_lost check (presumed_lost_days between 1 and 730),
  add constraint lending_policy_personal_data check (personal_data_months between 1 and 120);

-- How many devices of a category a pupil may hold, where it is not loans_per_pupil; for all pupils
-- (mef empty) or for those whose MEF begins so. The longest beginning that fits decides (L057).
create table lending_policy_limit (
  policy_id bigint not null,
  category varchar(24) character set ascii collate ascii_bin not null,
  mef varchar(11) character set ascii collate ascii_bin not null default '',
  most smallint not null,
  primary key (policy_id, category, mef),
  constraint lending_policy_limit_policy foreign key (policy_id) references lending_policy (id) on delete cascade,
  constraint lending_policy_limit_most check (most between 0 and 20)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What an incident leads to. Without a row: no new device, no charge, nothing blocked.
create table lending_policy_incident (
  policy_id bigint not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  -- NONE, from the school's STOCK, or from the EMERGENCY stock.
  replacement varchar(12) character set ascii collate ascii_bin not null,
  needs_police_report boolean not null default false,
  -- NONE, the REPLACEMENT_PRICE of the school year, or the REPAIR_COST.
  charge varchar(20) character set ascii collate ascii_bin not null default 'NONE',
  blocks_new_loan boolean not null default false,
  -- Whether a charge is given back when the device turns up again.
  refund_if_found boolean not null default false,
  primary key (policy_id, kind),
  constraint lending_policy_incident_policy foreign key (policy_id) references lending_policy (id) on delete cascade,
  constraint lending_policy_incident_kind check (kind in ('BREAKAGE', 'LOSS', 'THEFT')),
  constraint lending_policy_incident_replacement check (replacement in ('NONE', 'STOCK', 'EMERGENCY')),
  constraint lending_policy_incident_charge check (charge in ('NONE', 'REPLACEMENT_PRICE', 'REPAIR_COST'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- What a device of a model (accessory empty), or one of its accessories, costs in a school year,
-- which is named by the year in which it begins.
create table replacement_price (
  model_id bigint not null,
  accessory varchar(80) not null default '',
  school_year smallint not null,
  amount decimal(10,2) not null,
  primary key (model_id, school_year, accessory),
  constraint replacement_price_model foreign key (model_id) references device_model (id),
  constraint replacement_price_amount check (amount >= 0)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
