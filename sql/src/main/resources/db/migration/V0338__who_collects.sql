-- A parent who came for a device in the pupil's stead. Goes with the loan, and when the loan forgets
-- its pupil.
create table loan_collection (
  loan_id bigint not null primary key,
  guardian_id bigint not null,
  name varchar(240) not null,
  noted_at datetime(6) not null,
  noted_by varchar(240) not null,
  key loan_collection_of_guardian (guardian_id),
  constraint loan_collection_loan foreign key (loan_id) references loan (id) on delete cascade,
  constraint loan_collection_guardian foreign key (guardian_id) references guardian (id)
    on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
