-- What meal aid has to know of a school beside the directory; a school without a row is a public one of
-- the feeds. Private schools that are in no feed, and those outside the département, are kept by hand.
create table aid_school (
  school_id bigint not null primary key,
  sector varchar(24) character set ascii collate ascii_bin not null,
  -- Not in the département: only those that the authority admits count.
  outside boolean not null default false,
  by_hand boolean not null default false,
  constraint aid_school_school foreign key (school_id) references school (id) on delete cascade,
  constraint aid_school_sector check (sector in ('PUBLIC', 'PRIVATE_UNDER_CONTRACT', 'PRIVATE_WITHOUT_CONTRACT'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
