-- A decision that the family contests (recours), with the last day on which it could.
create sequence aid_appeal_seq start with 1 increment by 50 cache 10;
create table aid_appeal (
  id bigint not null primary key,
  public_id uuid not null,
  application_id bigint not null,
  decision_id bigint not null,
  origin varchar(8) character set ascii collate ascii_bin not null,
  body varchar(4000) not null,
  -- The day on which it arrived, which for a letter is not the day on which it was typed.
  filed_on date not null,
  filed_at datetime(6) not null,
  filed_by varchar(240) not null,
  deadline date not null,
  late boolean not null,
  state varchar(12) character set ascii collate ascii_bin not null default 'OPEN',
  answer varchar(4000),
  answered_at datetime(6),
  answered_by varchar(240),
  version int not null default 0,
  open_decision_id bigint as (case when state = 'OPEN' then decision_id end) persistent,
  constraint aid_appeal_public_id unique (public_id),
  constraint aid_appeal_one_open unique (open_decision_id),
  key aid_appeal_of_application (application_id, id),
  key aid_appeal_open (state, filed_on, id),
  constraint aid_appeal_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint aid_appeal_decision foreign key (decision_id) references aid_decision (id) on delete cascade,
  constraint aid_appeal_origin check (origin in ('FAMILY', 'AGENT')),
  constraint aid_appeal_state check (state in ('OPEN', 'UPHELD', 'REJECTED', 'INADMISSIBLE')),
  constraint aid_appeal_answered check ((state = 'OPEN') = (answered_at is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Why a decided application is looked at again, and from when a new decision has its effect.
create sequence aid_reopening_seq start with 1 increment by 50 cache 10;
create table aid_reopening (
  id bigint not null primary key,
  application_id bigint not null,
  decision_id bigint not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  -- For a change of situation: terms before keep what was decided before.
  effect_on date,
  reason varchar(2000) not null,
  reopened_at datetime(6) not null,
  reopened_by varchar(240) not null,
  key aid_reopening_of_application (application_id, id),
  constraint aid_reopening_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint aid_reopening_decision foreign key (decision_id) references aid_decision (id) on delete cascade,
  constraint aid_reopening_kind check (kind in ('APPEAL', 'MISTAKE', 'SITUATION')),
  constraint aid_reopening_effect check ((kind = 'SITUATION') = (effect_on is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
