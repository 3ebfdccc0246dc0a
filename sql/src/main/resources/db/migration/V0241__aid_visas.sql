-- What the child's school says of an application (visa): how the child eats there, and its class. The school's
-- word is what the rules read; what they read before is kept, so that a visa can be taken back.
create sequence aid_visa_seq start with 1 increment by 50 cache 100;
create table aid_visa (
  id bigint not null primary key,
  application_id bigint not null,
  school_id bigint not null,
  -- false: the school does not know the child.
  enrolled boolean not null,
  boarding_status varchar(24) character set ascii collate ascii_bin,
  meals_a_week tinyint,
  class_name varchar(64),
  given_at datetime(6) not null,
  given_by varchar(240) not null,
  given_account bigint not null,
  before_boarding varchar(24) character set ascii collate ascii_bin,
  before_meals tinyint,
  -- The visa that it took the place of, which comes back when this one is taken back.
  replaced_id bigint,
  ended_at datetime(6),
  ended_by varchar(240),
  standing_application_id bigint as (case when ended_at is null then application_id end) persistent,
  constraint aid_visa_one_stands unique (standing_application_id),
  key aid_visa_of_application (application_id, id),
  constraint aid_visa_application foreign key (application_id) references aid_application (id) on delete cascade,
  constraint aid_visa_school foreign key (school_id) references school (id),
  constraint aid_visa_meals check (meals_a_week between 0 and 5),
  constraint aid_visa_known check (not enrolled or boarding_status is not null)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
