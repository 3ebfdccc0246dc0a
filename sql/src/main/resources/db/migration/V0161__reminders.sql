-- How an authority reminds; an authority without a row has the defaults.
create table reminder_setting (
  authority_id bigint not null primary key,
  -- Days before the due date, comma-separated; empty for none.
  before_days varchar(40) character set ascii collate ascii_bin not null,
  on_day boolean not null,
  -- Days between two reminders after the due date, and how many at most.
  every_days smallint not null,
  most_late smallint not null,
  on_return boolean not null,
  on_due_change boolean not null,
  -- Days after which a closed loan forgets its pupil; null for never.
  forget_after_days smallint,
  version int not null default 0,
  constraint reminder_setting_authority foreign key (authority_id) references local_authority (id),
  constraint reminder_setting_every check (every_days between 1 and 90),
  constraint reminder_setting_most check (most_late between 0 and 50),
  constraint reminder_setting_forget check (forget_after_days is null or forget_after_days >= 30)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- Each step of a loan is told once; a new due date begins its own steps.
create table loan_step (
  loan_id bigint not null,
  due_on date not null,
  step varchar(16) character set ascii collate ascii_bin not null,
  queued_at datetime(6) not null,
  primary key (loan_id, due_on, step),
  constraint loan_step_loan foreign key (loan_id) references loan (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- A closed loan may forget its pupil; what is counted (school, model, dates, how it ended) stays.
alter table loan modify pupil_id bigint null,
  add column forgotten_at datetime(6),
  add key loan_to_forget (authority_id, forgotten_at, state, recorded_return_at),
  add constraint loan_knows_pupil check (pupil_id is not null or state = 'CLOSED'),
  add constraint loan_forgotten check ((pupil_id is null) = (forgotten_at is not null));
