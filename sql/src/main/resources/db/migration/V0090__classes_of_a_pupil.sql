-- Every class that a pupil is in; pupil.class_id is the one among them that lists show.
create table pupil_class (
  pupil_id bigint not null,
  class_id bigint not null,
  primary key (pupil_id, class_id),
  key pupil_class_class (class_id, pupil_id),
  constraint pupil_class_pupil foreign key (pupil_id) references pupil (id),
  constraint pupil_class_class_fk foreign key (class_id) references school_class (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;
insert into pupil_class (pupil_id, class_id) select id, class_id from pupil where class_id is not null;

-- Groups (languages, options, half classes) by name, as the feed writes them: said on the pupil's
-- page, never called up at a desk.
create table pupil_group (
  pupil_id bigint not null,
  name varchar(64) collate utf8mb4_bin not null,
  primary key (pupil_id, name),
  constraint pupil_group_pupil foreign key (pupil_id) references pupil (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci;

-- JSON arrays of names, in the order of the record, for pupils whose texts are staged.
alter table staged_pupil add column class_names text, add column group_names text;
