-- Next year's entrants of a school, as somebody said or as this year's levels let expect.
create table school_need (
  school_id bigint not null,
  category varchar(24) character set ascii collate ascii_bin not null,
  school_year smallint not null,
  entrants int not null,
  derived boolean not null,
  said_at datetime(6) not null,
  said_by varchar(240) not null,
  primary key (school_id, category, school_year),
  constraint school_need_school foreign key (school_id) references school (id),
  constraint school_need_entrants check (entrants between 0 and 20000)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- A proposal of moves, edited until slips are made of it.
create sequence move_plan_seq start with 1 increment by 50 cache 10;
create table move_plan (
  id bigint not null primary key,
  public_id uuid not null,
  authority_id bigint not null,
  category varchar(24) character set ascii collate ascii_bin not null,
  school_year smallint not null,
  -- JSON: what counted as available, and what stays short or left.
  settings text not null,
  made_at datetime(6) not null,
  made_by varchar(240) not null,
  applied_at datetime(6),
  applied_by varchar(240),
  version int not null default 0,
  constraint move_plan_public_id unique (public_id),
  key move_plan_of_authority (authority_id, id),
  constraint move_plan_authority foreign key (authority_id) references local_authority (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
create table move_plan_line (
  plan_id bigint not null,
  position int not null,
  from_school_id bigint not null,
  to_school_id bigint not null,
  devices int not null,
  -- Why the proposal says so (a code) and the figures of its sentence; null for a line that a person added.
  why varchar(12) character set ascii collate ascii_bin,
  surplus int,
  missing int,
  primary key (plan_id, position),
  constraint move_plan_line_plan foreign key (plan_id) references move_plan (id),
  constraint move_plan_line_from foreign key (from_school_id) references school (id),
  constraint move_plan_line_to foreign key (to_school_id) references school (id),
  constraint move_plan_line_devices check (devices between 1 and 20000)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
