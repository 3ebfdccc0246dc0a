-- Where a child with an application was at school, and when: the directory only knows where pupils are now.
-- A child without a row was in the application's school all the time.
create sequence aid_school_stay_seq start with 1 increment by 1 cache 100;
create table aid_school_stay (
  id bigint not null primary key,
  pupil_id bigint not null,
  school_id bigint not null,
  -- Null: from the beginning.
  first_day date,
  -- Null: until now.
  last_day date,
  open_pupil_id bigint as (case when last_day is null then pupil_id end) persistent,
  constraint aid_school_stay_one_open unique (open_pupil_id),
  key aid_school_stay_of_pupil (pupil_id, first_day),
  key aid_school_stay_at (school_id, pupil_id),
  constraint aid_school_stay_pupil foreign key (pupil_id) references pupil (id) on delete cascade,
  constraint aid_school_stay_school foreign key (school_id) references school (id),
  constraint aid_school_stay_days check (first_day <= last_day)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
