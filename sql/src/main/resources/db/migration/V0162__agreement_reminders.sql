-- Each reminder of an agreement that waits for a signature is told once.
create table agreement_step (
  agreement_id bigint not null,
  step smallint not null,
  queued_at datetime(6) not null,
  primary key (agreement_id, step),
  constraint agreement_step_agreement foreign key (agreement_id) references loan_agreement (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
