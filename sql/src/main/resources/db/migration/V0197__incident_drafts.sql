-- What somebody answered so far about a device, as it was typed, until it is sent or 30 days old.
create table incident_draft (
  account_id bigint not null,
  -- Public id of the loan.
  loan uuid not null,
  answers longtext not null,
  changed_at datetime(6) not null,
  primary key (account_id, loan),
  key incident_draft_by_age (changed_at),
  constraint incident_draft_answers check (json_valid(answers))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
