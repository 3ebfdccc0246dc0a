-- A school takes devices back on some days. What it expects is fixed when it opens.
create sequence return_campaign_seq start with 1 increment by 50 cache 10;
create table return_campaign (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  school_id bigint not null,
  name varchar(120) not null,
  audience varchar(12) character set ascii collate ascii_bin not null,
  starts_on date not null,
  opens_at time not null,
  closes_at time not null,
  -- How many pupils are received at once, and how long one takes.
  desks smallint not null,
  minutes_each smallint not null,
  place varchar(120) not null,
  -- Last day that a class is called for; known once it is open.
  ends_on date,
  state varchar(8) character set ascii collate ascii_bin not null default 'DRAFT',
  created_at datetime(6) not null,
  created_by varchar(240) not null,
  opened_at datetime(6),
  closed_at datetime(6),
  closed_by varchar(240),
  constraint return_campaign_public_id unique (public_id),
  key return_campaign_of_school (school_id, state, id),
  key return_campaign_of_authority (authority_id, id),
  constraint return_campaign_school foreign key (school_id) references school (id),
  constraint return_campaign_audience check (audience in ('EVERYBODY', 'LEAVERS', 'LEVELS')),
  constraint return_campaign_state check (state in ('DRAFT', 'OPEN', 'CLOSED')),
  constraint return_campaign_hours check (opens_at < closes_at),
  constraint return_campaign_desks check (desks between 1 and 60 and minutes_each between 1 and 60)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
create table return_campaign_grade (
  campaign_id bigint not null,
  grade_id bigint not null,
  primary key (campaign_id, grade_id),
  constraint return_campaign_grade_campaign foreign key (campaign_id) references return_campaign (id),
  constraint return_campaign_grade_grade foreign key (grade_id) references grade (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
-- A device that is expected, of whom, and when the class is called. The device counts, whoever brings it.
create table return_campaign_device (
  campaign_id bigint not null,
  device_id bigint not null,
  loan_id bigint not null,
  pupil_id bigint not null,
  class_name varchar(64) collate utf8mb4_bin not null,
  -- Local time of the school.
  called_at datetime,
  primary key (campaign_id, device_id),
  key return_campaign_class (campaign_id, class_name),
  constraint return_campaign_device_campaign foreign key (campaign_id) references return_campaign (id),
  constraint return_campaign_device_device foreign key (device_id) references device (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
